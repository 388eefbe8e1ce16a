import { dayOf } from '../counting/listed.ts';
import type { Day } from '../model/day.ts';
import type { Check } from './check.ts';
import { eachItem, type More, sayEach } from './parts/in-column.ts';

interface Facts {
  readonly title: string;
  readonly day: Day;
  readonly today: Day;
}

/** Items dated after the day of judgement by a run of that time. */
export const futureDate: Check<Facts | More> = {
  kind: 'future-date',
  name: { zh: '发布日期在未来', en: 'dated in the future' },
  subject: 'column',
  ofReview: true,
  severity: 'major',
  audience: 'unit',
  document: { zh: '国办秘函〔2019〕19号 单项否决：伪造发稿日期等弄虚作假行为', en: '国办秘函〔2019〕19号, veto on forged dates' },
  sentence: (facts) =>
    sayEach(facts, ({ title, day, today }: Facts) => ({
      zh: `《${title}》标注的发布日期是 ${day}，晚于检查当日 ${today}，不计为更新。`,
      en: `"${title}" is dated ${day}, later than the day of the check, ${today}; it is no update.`,
    })),

  inColumn(viewed, { moment: { today } }) {
    const ahead = viewed.view.listed.filter((item) => (dayOf(item) ?? '') > today);
    return eachItem(viewed, ahead, (item) => ({ facts: { title: item.title, day: dayOf(item) as Day, today }, since: null }));
  },
};
