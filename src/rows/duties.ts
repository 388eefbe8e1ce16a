import { stateText } from '../duties/cell-text.ts';
import type { DutyResult } from '../duties/duty.ts';
import type { Field } from './field.ts';
import { heads } from './heads.ts';

/** What is said of a duty of one year. */
export const dutyFields = {
  duty: { head: heads.duty, value: (duty, { names }) => names.duty(duty) },
  owner: {
    head: heads.unit,
    value: ({ unit, site }, { names }) => (site === null ? names.unit(unit) : `${names.unit(unit)} · ${names.site(site)}`),
  },
  year: { head: heads.year, value: ({ year }) => String(year) },
  dueOn: { head: heads.publishBy, value: ({ dueOn, certain }, { names }) => dueOn && (certain ? dueOn : names.dutyDay(dueOn)) },
  state: { head: heads.status, value: (duty, { language }) => stateText(duty, language) },
  published: { head: heads.published, value: ({ publishedOn }) => publishedOn },
} satisfies Readonly<Record<string, Field<DutyResult>>>;
