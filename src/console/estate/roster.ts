import { entriesOf } from '../../config/edit-estate.ts';
import type { DutyRule } from '../../model/rules.ts';
import { LEAD } from '../permissions.ts';
import { type EntryKind, type Reading, textOf, textOrNull, type Values } from './entry-kind.ts';

const LIST = ['roster'];

/** Who owes what (名册), beside what the rules say of kinds of units. An entry has no id: it is named by its place. */
export const rosterEntries: EntryKind = {
  name: 'roster',
  access: LEAD,
  find(text, id) {
    const index = Number(id);
    const entry = entriesOf(text, LIST)[index];
    return entry === undefined ? null : { list: LIST, index, entry };
  },
  listFor: () => LIST,
  rows: (text, { config, names, words, language }) =>
    entriesOf(text, LIST).map(({ duty, unit, owes, from, to, reason }, index) => ({
      id: String(index),
      shown: [
        dutiesOf({ config, language }).find(({ value }) => value === duty)?.label ?? textOf(duty),
        names.unit(textOf(unit)),
        owes === true ? words.estate.owes : words.estate.owesNot,
        [textOf(from), textOf(to)].some(Boolean) ? `${textOf(from)} – ${textOf(to)}` : '',
        textOf(reason),
      ],
    })),
  heads: ({ head, estate }) => [head.duty, head.unit, estate.owing, estate.time, head.reason],
  fields: (reading) => {
    const { config, words } = reading;
    return [
      { name: 'duty', label: words.head.duty, type: 'choice', required: true, choices: dutiesOf(reading) },
      {
        name: 'unit',
        label: words.head.unit,
        type: 'choice',
        required: true,
        choices: config.estate.units.map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        name: 'owes',
        label: words.estate.owing,
        type: 'choice',
        required: true,
        choices: [
          { value: 'false', label: words.estate.owesNot },
          { value: 'true', label: words.estate.owes },
        ],
      },
      { name: 'from', label: words.filter.from, type: 'day', hint: words.estate.rosterHint },
      { name: 'to', label: words.filter.to, type: 'day' },
      { name: 'reason', label: words.head.reason, type: 'text', required: true },
    ];
  },
  read: (entry): Values => ({
    ...Object.fromEntries(['duty', 'unit', 'from', 'to', 'reason'].map((key) => [key, textOf(entry[key])])),
    owes: String(entry.owes === true),
    name: textOf(entry.duty),
  }),
  write: (values) => ({
    duty: textOrNull(values.duty),
    unit: textOrNull(values.unit),
    owes: values.owes === 'true',
    from: textOrNull(values.from),
    to: textOrNull(values.to),
    reason: textOrNull(values.reason),
  }),
};

function dutiesOf({ config, language }: Pick<Reading, 'config' | 'language'>) {
  return config.pack.rules
    .filter((rule): rule is DutyRule => rule.kind === 'duty')
    .map(({ id, name, nameEn }) => ({ value: id, label: language === 'en' ? (nameEn ?? name) : name }));
}
