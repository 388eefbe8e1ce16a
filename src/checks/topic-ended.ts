import type { Day } from '../model/day.ts';
import { awaitsArchiving } from '../timeliness/column-on.ts';
import type { Check } from './check.ts';

interface Facts {
  readonly column: string;
  readonly until: Day;
}

/** A topic (专题) that is over and that nobody archived: a word to a person, no fault of the column. */
export const topicEnded: Check<Facts> = {
  kind: 'topic-ended',
  name: { zh: '专题结束未归档', en: 'topic over, not archived' },
  subject: 'column',
  severity: 'notice',
  audience: 'unit',
  document: { zh: '国办发〔2017〕47号：结束的专题应归档', en: '国办发〔2017〕47号: topics that are over are archived' },
  sentence: ({ column, until }) => ({
    zh: `专题“${column}”已于 ${until} 结束，还没有归档：归档后请在栏目页或监测范围里填写专题归档日期；还在更新的，请改专题结束的日期。`,
    en: `The topic "${column}" ended on ${until} and was not archived yet: enter the day when it is, on the column’s page or among what is watched, or another last day where it goes on.`,
  }),

  inSite: ({ columns }, { moment }) =>
    columns.flatMap(({ view: { column } }) => {
      const { site, id, unit, name, url, topic } = column;
      if (!topic?.until || !awaitsArchiving(column, moment.today)) return [];
      return [
        { subject: { unit, site, column: id, url: null }, facts: { column: name, until: topic.until }, since: null, evidence: [url] },
      ];
    }),
};
