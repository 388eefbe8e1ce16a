import { z } from 'zod';
import { nameField } from '../config/fields.ts';
import { keys } from '../config/shape.ts';
import type { GuideElement } from '../duties/guides/elements.ts';
import type { GuideWords, ReadGuide } from '../duties/guides/guides.ts';
import type { Finding } from '../model/findings.ts';
import type { CheckRule, RulePack } from '../model/rules.ts';
import type { Check, Found } from './check.ts';
import { fateOnSite } from './look.ts';
import { rulesOf } from './parts/rules.ts';

/** Which items are guides, and what each must tell. */
export interface GuideRule extends CheckRule, GuideWords {
  /** Beside the matter's name, which is the guide's own title. */
  readonly elements: readonly GuideElement[];
  /** Classes that a guide must lack to be told of. */
  readonly atLeast: number;
}

interface Facts {
  readonly unit: string;
  readonly site: string;
  /** Guides whose pages were read. */
  readonly read: number;
  /** Their texts tell what there is; else they may hold more than could be read. */
  readonly plain: boolean;
  /** Classes, and how many guides lack each. */
  readonly lacking: readonly { readonly name: string; readonly nameEn: string; readonly count: number }[];
  /** The guides, for another look at them: URLs. */
  readonly guides: readonly string[];
}

/** Further examples would prove nothing more. */
const EXAMPLES = 50;

/** Service guides whose pages do not tell all that a guide must (办事指南要素不全): a finding a unit and site for what texts show, another for what is to be checked. */
export const serviceGuides: Check<Facts, GuideRule> = {
  kind: 'service-guides',
  name: { zh: '办事指南要素不全', en: 'service guides incomplete' },
  subject: 'unit',
  severity: 'minor',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '办事指南应有的要素，见指标', en: 'what a service guide must tell: see the rule pack' },
  form: {
    titleWords: z.array(nameField),
    notTitleWords: z.array(nameField),
    columnWords: z.array(nameField),
    elements: z.array(keys({ name: nameField, nameEn: nameField, words: z.array(nameField) })),
    atLeast: z.number().int().min(1),
  },
  certainty: ({ plain }) => (plain ? 'sure' : 'unsure'),
  term: ({ plain }) => (plain ? null : 'unclear'),
  sentence({ unit, site, read, plain, lacking, guides }) {
    const zh = lacking.map(({ name, count }) => `${name} ${count} 篇`).join('、');
    const en = lacking.map(({ nameEn, count }) => `${nameEn} (${count})`).join(', ');
    return plain
      ? {
          zh: `${unit}在“${site}”的办事指南读到 ${read} 篇，其中 ${guides.length} 篇缺少要素：${zh}。`,
          en: `Of ${read} service guides of ${unit} on "${site}", ${guides.length} lack: ${en}.`,
        }
      : {
          zh: `${unit}在“${site}”的 ${guides.length} 篇办事指南，正文里没有见到部分要素（${zh}）；可能由脚本、附件或政务服务平台显示，请核实。`,
          en: `The texts of ${guides.length} service guides of ${unit} on "${site}" do not show ${en}; a script, a file or another platform may. Please check.`,
        };
  },

  inEstate({ guides }, { pack, names }) {
    const rule = guideRule(pack);
    if (rule === null) return [];
    const groups = new Map<string, ReadGuide[]>();
    for (const guide of guides) {
      const key = JSON.stringify([guide.unit, guide.site]);
      groups.set(key, [...(groups.get(key) ?? []), guide]);
    }
    return [...groups.values()].flatMap((own) => {
      const [{ unit, site }] = own as [ReadGuide, ...ReadGuide[]];
      // What is not plain is told only where most is missing: a script that draws a part draws the rest.
      const isTold = ({ reading: { plain, lacking } }: ReadGuide) =>
        lacking.length >= (plain ? rule.atLeast : Math.max(rule.atLeast, rule.elements.length / 2));
      return [true, false].flatMap((plain): Found<Facts>[] => {
        const told = own.filter((guide) => guide.reading.plain === plain && isTold(guide));
        if (told.length === 0) return [];
        const lacking = rule.elements.flatMap(({ name, nameEn }) => {
          const count = told.filter(({ reading }) => reading.lacking.includes(name)).length;
          return count === 0 ? [] : [{ name, nameEn, count }];
        });
        const facts = {
          unit: names.unit(unit),
          site: names.site(site),
          read: own.length,
          plain,
          lacking,
          guides: told.map(({ url }) => url),
        };
        const evidence = told.slice(0, EXAMPLES).map(({ title, url, reading }) => `${title} ${url}：${reading.lacking.join('、')}`);
        return [{ subject: { unit, site, column: null, url: null }, facts, since: null, evidence, rule }];
      });
    });
  },
  fate: fateOnSite,
};

/** The pack's rule of guides, the last of several; null: guides are not looked at. */
export function guideRule(pack: RulePack): GuideRule | null {
  return rulesOf(serviceGuides, pack).at(-1) ?? null;
}

/** The guides that a finding of this check is about; none of another's. */
export function guidesIn({ kind, facts, subject: { site } }: Finding): { readonly url: string; readonly site: string }[] {
  if (kind !== serviceGuides.kind || site === null) return [];
  return ((facts as Partial<Facts>).guides ?? []).map((url) => ({ url, site }));
}
