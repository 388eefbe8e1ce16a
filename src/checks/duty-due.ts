import type { Day } from '../model/day.ts';
import { counted } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { NEW_TERM } from './look.ts';
import { type DatedDuty, type DutyFacts, dated, factsOf, subjectOf } from './parts/duty.ts';
import { keyOf } from './parts/identity.ts';

interface Facts extends DutyFacts {
  readonly inDays: number;
  /** False where the last day may still move. */
  readonly certain: boolean;
  /** The last day as the law writes it, where that is a day off; left out in what older versions kept. */
  readonly movedFrom?: Day | null;
}

/** Days ahead of which a duty is announced, each once. */
export const ANNOUNCED_AHEAD = [30, 7] as const;

/** A duty whose last day is near and that is not done yet. */
export const dutyDue: Check<Facts> = {
  kind: 'duty-due',
  name: { zh: '应公开事项将到期', en: 'duty due soon' },
  subject: 'unit',
  severity: 'notice',
  audience: 'unit',
  alertKind: 'due',
  document: { zh: '预警日历：提前告知', en: 'forecast: told ahead' },
  form: null,
  sentence: ({ unit, duty, dutyEn, year, dueOn, inDays, certain, movedFrom = null }) => {
    const moved = movedFrom === null ? NONE : { zh: `法定 ${movedFrom}，遇休息日顺延`, en: `by law ${movedFrom}, a day off` };
    const open = certain
      ? NONE
      : { zh: '当年放假调休安排尚未收录，日期可能变动', en: 'the year’s holidays are not known yet; the day may move' };
    return {
      zh: `${unit} ${year} 年的“${duty}”应在 ${dueOn} 前公开${inBrackets([moved.zh, open.zh], BRACKETS.zh)}，还有 ${inDays} 天。`,
      en: `${unit} is to publish "${dutyEn ?? duty}" for ${year} by ${dueOn}${inBrackets([moved.en, open.en], BRACKETS.en)}, in ${counted(inDays, 'day')}.`,
    };
  },
  term: ({ rule, dueOn, inDays }) => `${rule} ${dueOn} ${stageOf(inDays)}`,

  fate: ({ key }, { duties }) => (dated(duties).some((duty) => isOf(duty, key)) ? 'gone' : NEW_TERM),
};

const BRACKETS = { zh: { open: '（', part: '；', close: '）' }, en: { open: ' (', part: '; ', close: ')' } };
const NONE = { zh: '', en: '' };

/** Notes in one pair of brackets, or nothing. */
function inBrackets(notes: readonly string[], { open, part, close }: typeof BRACKETS.zh): string {
  const told = notes.filter((note) => note !== '');
  return told.length === 0 ? '' : `${open}${told.join(part)}${close}`;
}

/** Whether it is of this duty that an alert was told, however many days ahead. */
function isOf(duty: DatedDuty, key: string): boolean {
  return ANNOUNCED_AHEAD.some((inDays) => {
    const facts = { ...factsOf(duty, duty.unit), inDays, certain: duty.certain };
    return keyOf(dutyDue, subjectOf(duty), facts) === key;
  });
}

/** Of the days ahead of which it is announced the nearest that has come. */
function stageOf(inDays: number): number {
  return ANNOUNCED_AHEAD.findLast((days) => inDays <= days) ?? ANNOUNCED_AHEAD[0];
}
