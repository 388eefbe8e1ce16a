import { entriesOf } from '../../config/edit-estate.ts';
import { WORK } from '../permissions.ts';
import { type EntryKind, idFor, inList, textOf, textOrNull } from './entry-kind.ts';

const LIST = ['sites'];

/** Sites (网站); their columns are entries of their own. */
export const siteEntries: EntryKind = {
  name: 'sites',
  access: WORK,
  ...inList(LIST),
  rows: (text, { names }) =>
    entriesOf(text, LIST).map(({ id, name, unit, url, idCode }) => ({
      id: textOf(id),
      shown: [textOf(name), names.unit(textOf(unit)), textOf(url), textOf(idCode)],
    })),
  heads: ({ head }) => [head.name, head.unit, head.url, head.idCode],
  fields: ({ config, words }) => [
    { name: 'name', label: words.head.name, type: 'text', required: true },
    { name: 'url', label: words.head.url, type: 'url', required: true },
    {
      name: 'unit',
      label: words.head.unit,
      type: 'choice',
      required: true,
      choices: config.estate.units.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'idCode', label: words.head.idCode, type: 'text' },
  ],
  read: (entry) => Object.fromEntries(['id', 'name', 'url', 'unit', 'idCode'].map((key) => [key, textOf(entry[key])])),
  write: (values, before, taken) => ({
    ...(before === null ? { id: idFor(values.name ?? '', taken) } : {}),
    unit: textOrNull(values.unit),
    name: textOrNull(values.name),
    url: textOrNull(values.url),
    idCode: textOrNull(values.idCode),
  }),
};
