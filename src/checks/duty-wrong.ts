import { type Fault, isHint } from '../duties/duty.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { type DutyFacts, dated, factsOf, fateOfDuty, heldTo, subjectOf } from './parts/duty.ts';

interface Facts extends DutyFacts {
  readonly publishedOn: Day | null;
  readonly fault: Fault;
}

const FAULTS: Readonly<Record<Fault, Sentence>> = {
  'other-year': { zh: '写的是别的年份', en: 'names another year' },
  empty: { zh: '打开后没有正文，也没有附件', en: 'holds neither text nor attachments' },
  dead: { zh: '打不开，页面已不存在', en: 'leads to a page that is not there' },
  'without-tables': { zh: '缺少应有的表', en: 'lacks tables that it must hold' },
};

/** A duty whose term is over and for which something stands there that does not do: of another year, empty, gone, or without its tables. */
export const dutyWrong: Check<Facts> = {
  kind: 'duty-wrong',
  name: { zh: '应公开事项公开有误', en: 'published wrongly' },
  subject: 'unit',
  severity: 'major',
  audience: 'unit',
  document: { zh: '指标里的每项应公开事项各有依据', en: 'each duty of the rule pack names its own' },
  form: null,
  certainty: ({ fault }) => (isHint(fault) ? 'unsure' : 'sure'),
  sentence: ({ unit, duty, dutyEn, year, dueOn, publishedOn, fault }) => ({
    zh: `${unit}应在 ${dueOn} 前公开 ${year} 年的“${duty}”；${publishedOn ?? '没有注明日期'}发布的那一条${FAULTS[fault].zh}，请核对。`,
    en: `${unit} had to publish "${dutyEn ?? duty}" for ${year} by ${dueOn}; what came ${publishedOn === null ? 'without a day' : `on ${publishedOn}`} ${FAULTS[fault].en}.`,
  }),
  term: ({ rule, dueOn }) => `${rule} ${addDays(dueOn, 1)}`,

  inEstate({ duties }, { pack, names }) {
    return dated(duties).flatMap((duty) => {
      const rule = heldTo(duty, pack);
      if (duty.state !== 'wrong' || duty.fault === null || rule === null) return [];
      const facts = { ...factsOf(duty, names.unit(duty.unit)), publishedOn: duty.publishedOn, fault: duty.fault };
      const evidence = [duty.rule, `${duty.publishedOn ?? ''} ${duty.url ?? ''}`.trim()];
      return [{ subject: subjectOf(duty), facts, since: duty.since, evidence, rule }];
    });
  },

  fate: (was, look) => fateOfDuty(dutyWrong, ['done', 'late', 'missing'])(was, look),
};
