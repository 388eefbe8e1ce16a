import type { Telling } from './telling.ts';
import { RECORD } from './tellings/record.ts';
import { SPEECH } from './tellings/speech.ts';

const TELLINGS: Readonly<Record<string, Telling>> = { ...SPEECH, ...RECORD };

const BY_CATEGORY: Readonly<Record<string, string>> = {
  overview: 'facts',
  'local-news': 'news',
  'video-news': 'video',
  'work-updates': 'work',
  'government-meetings': 'meeting',
  notices: 'notice',
  'policies-regulations': 'document',
  'policy-interpretation': 'reading',
  plans: 'plan',
  statistics: 'figures',
  personnel: 'personnel',
  'fiscal-budget': 'money',
  'government-procurement': 'procurement',
  'engineering-bidding': 'tender',
  'public-resources': 'land',
  'administrative-power': 'decision',
  'public-services': 'services',
  environment: 'monitor',
  'food-drug-safety': 'monitor',
  'emergency-management': 'emergency',
  'prices-fees': 'monitor',
  oversight: 'oversight',
};

const BY_KIND: Readonly<Record<string, string>> = {
  appointment: 'appointment',
  'department-budget': 'budget',
  'department-accounts': 'budget',
  'city-budget': 'budget',
  deputies: 'reply',
  committee: 'reply',
  'meeting-reading': 'reading',
  'power-list': 'facts',
};

/** Kinds that are official documents, with the sign before the year of their number. */
export const DOCUMENT_PREFIX: Readonly<Record<string, string>> = {
  'city-document': '广政发',
  'office-document': '广政办发',
  'department-document': '广{unit}发',
  'project-approval': '广发改审批',
};

/** How the items of a category are told; some kinds of title have a telling of their own. */
export function tellingOf(category: string, kind: string): Telling {
  return TELLINGS[BY_KIND[kind] ?? BY_CATEGORY[category]!]!;
}
