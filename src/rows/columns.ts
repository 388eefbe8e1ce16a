import type { ColumnRow } from '../audit/audit-result.ts';
import { clickPath } from '../model/click-path.ts';
import { stateWords } from '../timeliness/wording/states.ts';
import type { Field } from './field.ts';
import { heads } from './heads.ts';

/** What is said of a column with its verdict. */
export const columnFields = {
  name: { head: heads.column, value: clickPath },
  site: { head: heads.site, value: ({ site }, { names }) => names.site(site) },
  unit: { head: heads.unit, value: ({ unit }, { names }) => names.unit(unit) },
  category: { head: heads.category, value: ({ category }, { names }) => names.category(category) },
  status: {
    head: heads.status,
    value({ status, reason }, { language }) {
      const words = stateWords[language];
      return reason === null ? words.column[status] : `${words.column[status]}${language === 'zh' ? '：' : ': '}${words.reason[reason]}`;
    },
  },
  lastPublished: { head: heads.lastPublished, value: ({ lastPublished }) => lastPublished },
  dueOn: { head: heads.dueOn, value: ({ dueOn }) => dueOn },
  overdueDays: { head: heads.overdueDays, value: ({ overdueDays }) => overdueDays || null, number: true },
  items: { head: heads.items, value: ({ items }) => items, number: true },
  /** As the command line's options name it. */
  place: { head: heads.place, value: ({ site, id }) => `${site}/${id}` },
} satisfies Readonly<Record<string, Field<ColumnRow>>>;
