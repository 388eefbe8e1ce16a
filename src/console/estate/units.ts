import { entriesOf } from '../../config/edit-estate.ts';
import { UNIT_KINDS } from '../../model/estate.ts';
import { WORK } from '../permissions.ts';
import { type EntryKind, idFor, inList, textOf, textOrNull } from './entry-kind.ts';

const LIST = ['units'];

/** Units (单位): added, renamed, closed on a day, merged into another; their history stays. */
export const unitEntries: EntryKind = {
  name: 'units',
  access: WORK,
  ...inList(LIST),
  rows: (text, { words, names }) =>
    entriesOf(text, LIST).map(({ id, name, kind, from, to, mergedInto }) => ({
      id: textOf(id),
      shown: [
        textOf(name),
        words.kind[textOf(kind) as keyof typeof words.kind] ?? textOf(kind),
        [textOf(from), textOf(to)].some(Boolean) ? `${textOf(from)} – ${textOf(to)}` : '',
        mergedInto === undefined ? '' : names.unit(textOf(mergedInto)),
      ],
    })),
  heads: ({ head, estate }) => [head.name, head.kind, estate.time, estate.mergedInto],
  fields({ config, words }, values) {
    const others = config.estate.units.filter(({ id }) => id !== values.id);
    return [
      { name: 'name', label: words.head.name, type: 'text', required: true },
      {
        name: 'kind',
        label: words.head.kind,
        type: 'choice',
        required: true,
        choices: UNIT_KINDS.map((value) => ({ value, label: words.kind[value] })),
      },
      { name: 'from', label: words.estate.from, type: 'day' },
      { name: 'to', label: words.estate.to, type: 'day', hint: words.estate.closedHint },
      {
        name: 'mergedInto',
        label: words.estate.mergedInto,
        type: 'choice',
        choices: others.map(({ id, name }) => ({ value: id, label: name })),
      },
    ];
  },
  read: (entry) => Object.fromEntries(['id', 'name', 'kind', 'from', 'to', 'mergedInto'].map((key) => [key, textOf(entry[key])])),
  write: (values, before, taken) => ({
    ...(before === null ? { id: idFor(values.name ?? '', taken) } : {}),
    name: textOrNull(values.name),
    kind: textOrNull(values.kind),
    from: textOrNull(values.from),
    to: textOrNull(values.to),
    mergedInto: textOrNull(values.mergedInto),
  }),
};
