import { unknownSite } from '../../src/model/site-profile.ts';
import { learnFrom } from '../site/learning.ts';
import { forEachOf } from '../site/pool.ts';
import { type LookPorts, lookAt } from './look-at.ts';
import type { Survey, SurveySource } from './survey.ts';

/** A page of a walk, kept until its site is known. */
export interface SurveyedPage {
  readonly source: SurveySource;
  readonly survey: Survey;
}

/** What pages show of their site shows more of them, twice at most. */
const MOST_ROUNDS = 2;

/**
 * Surveys pages again with what all of them show of their site: boxes that stand on every page are no lists, and what is short, bare or
 * empty where the others have their lists is one. In the order of the pages.
 */
export async function settle<Page extends SurveyedPage>(pages: readonly Page[], ports: LookPorts): Promise<Page[]> {
  let profile = unknownSite('', new Date(0));
  let settled = [...pages];
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const learnt = learnFrom(new Map(settled.map(({ survey }) => [survey.url, survey.reading])), profile);
    if (learnt === null || ports.signal.aborted) break;
    profile = { ...profile, ...learnt };
    const { frame, template, scripts } = profile;
    const next = [...settled];
    await forEachOf([...settled.keys()], ports.settings.concurrency, ports.signal, async (at) => {
      const page = settled[at]!;
      const survey = await lookAt({ ...page.source, knowledge: { frame, template, scripts } }, ports);
      if (survey.kind !== 'error') next[at] = { ...page, survey };
    });
    settled = next;
  }
  return settled;
}
