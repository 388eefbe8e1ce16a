import { entriesOf, type ListPath } from '../../config/edit-estate.ts';
import { LEAD, WORK } from '../permissions.ts';
import type { Words } from '../words/words.ts';
import { type EntryKind, idFor, textOf, textOrNull } from './entry-kind.ts';
import { periodWords } from './period-words.ts';

/** Periods that offices use; any other that is written stays to be chosen. */
const PERIODS = ['P7D', 'P14D', 'P1M', 'P3M', 'P6M', 'P1Y'];

/** Days of a topic (专题). */
const TOPIC = ['topicFrom', 'topicUntil', 'archivedOn'] as const;

const READ = ['site', 'name', 'url', 'unit', 'category', 'period', 'periodReason', 'periodUntil', 'exempt', 'exemptUntil', ...TOPIC];

/** Columns (栏目) that somebody wrote down; an id is `site/column`. */
export const columnEntries: EntryKind = {
  name: 'columns',
  access: WORK,
  find(text, id) {
    for (const { list, site } of listsOf(text)) {
      const entries = entriesOf(text, list);
      const index = entries.findIndex((entry) => `${site}/${textOf(entry.id)}` === id);
      if (index >= 0) return { list, index, entry: { ...entries[index], site } };
    }
    return null;
  },
  listFor: (text, { site }) => listsOf(text).find((one) => one.site === site)?.list ?? null,
  rows: (text, { names, words }) =>
    listsOf(text).flatMap(({ list, site, unit }) =>
      entriesOf(text, list).map((entry) => ({
        id: `${site}/${textOf(entry.id)}`,
        shown: [
          Array.isArray(entry.path) ? entry.path.join(' › ') : textOf(entry.name),
          names.site(site),
          names.unit(textOf(entry.unit) || unit),
          entry.category === undefined ? '' : names.category(textOf(entry.category)),
          [periodWords(textOf(entry.period), words), untilWords(entry.periodUntil, words)].filter(Boolean).join(' '),
          [textOf(entry.exempt), untilWords(entry.exemptUntil, words), topicWords(entry, words)].filter(Boolean).join(' '),
        ],
      })),
    ),
  heads: ({ head, column }) => [head.column, head.site, head.unit, head.category, head.period, column.excused],
  fields({ config, words, names }, values, isNew) {
    const periods = [
      'none',
      ...PERIODS,
      ...(values.period && values.period !== 'none' && !PERIODS.includes(values.period) ? [values.period] : []),
    ];
    return [
      ...(isNew
        ? [
            {
              name: 'site',
              label: words.head.site,
              type: 'choice' as const,
              required: true,
              choices: config.estate.sites.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]
        : []),
      { name: 'name', label: words.head.name, type: 'text', required: true },
      { name: 'url', label: words.head.url, type: 'text', required: true },
      {
        name: 'unit',
        label: words.head.unit,
        type: 'choice',
        choices: config.estate.units.map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        name: 'category',
        label: words.head.category,
        type: 'choice',
        choices: config.taxonomy.categories.map(({ id }) => ({ value: id, label: names.category(id) })),
        hint: words.estate.categoryHint,
      },
      {
        name: 'period',
        label: words.head.period,
        type: 'choice',
        choices: periods.map((value) => ({ value, label: periodWords(value, words) })),
        hint: words.estate.periodHint,
        access: LEAD,
      },
      { name: 'periodReason', label: words.estate.periodReason, type: 'text', access: LEAD },
      { name: 'periodUntil', label: words.estate.periodUntil, type: 'day', hint: words.estate.untilHint, access: LEAD },
      { name: 'exempt', label: words.column.excused, type: 'text', hint: words.estate.exemptHint },
      { name: 'exemptUntil', label: words.estate.exemptUntil, type: 'day', hint: words.estate.untilHint },
      ...TOPIC.map((name) => ({ name, label: words.estate[name], type: 'day' as const, hint: words.estate.topicHint })),
    ];
  },
  read: (entry) => Object.fromEntries(READ.map((key) => [key, textOf(entry[key])])),
  lacks({ period = '', periodReason = '' }, before, { estate }) {
    // What was written without one, before reasons were asked for, may stay as long as nobody touches it.
    const untouched = before !== null && period === before.period && !before.periodReason;
    return period !== '' && periodReason.trim() === '' && !untouched ? estate.periodNeedsReason : null;
  },
  write(values, before, taken) {
    const name = textOrNull(values.name);
    const path = before?.path;
    return {
      ...(before === null ? { id: idFor(values.name ?? '', taken) } : {}),
      name,
      // A path ends in the column's own name.
      ...(Array.isArray(path) && name !== null ? { path: [...path.slice(0, -1), name] } : {}),
      url: textOrNull(values.url),
      unit: textOrNull(values.unit),
      category: textOrNull(values.category),
      period: textOrNull(values.period),
      periodReason: values.period ? textOrNull(values.periodReason) : null,
      periodUntil: values.period ? textOrNull(values.periodUntil) : null,
      exempt: textOrNull(values.exempt),
      exemptUntil: values.exempt ? textOrNull(values.exemptUntil) : null,
      ...Object.fromEntries(TOPIC.map((key) => [key, textOrNull(values[key])])),
    };
  },
};

/** When a topic is kept, and when it was archived. */
function topicWords(entry: Readonly<Record<string, unknown>>, { estate }: Words): string {
  return TOPIC.flatMap((key) => (entry[key] === undefined ? [] : [`${estate[key]} ${textOf(entry[key])}`])).join(' ');
}

const untilWords = (until: unknown, { estate }: Words): string => (until === undefined ? '' : estate.until(textOf(until)));

function listsOf(text: string): { readonly list: ListPath; readonly site: string; readonly unit: string }[] {
  return entriesOf(text, ['sites']).map(({ id, unit }, index) => ({
    list: ['sites', index, 'columns'],
    site: textOf(id),
    unit: textOf(unit),
  }));
}
