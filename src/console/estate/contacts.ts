import { channelKind } from '../../alerts/channels/channels.ts';
import { entriesOf } from '../../config/edit-estate.ts';
import { WORK } from '../permissions.ts';
import { type EntryKind, textOf, textOrNull, type Written } from './entry-kind.ts';

const LIST = ['alerts', 'contacts'];
const ROLES = ['contact', 'head', 'supervisor', 'operators'] as const;

/** People who are told (联系人). They have no id: one is named by its place. */
export const contactEntries: EntryKind = {
  name: 'contacts',
  access: WORK,
  find(text, id) {
    const index = Number(id);
    const entry = entriesOf(text, LIST)[index];
    return entry === undefined ? null : { list: LIST, index, entry };
  },
  listFor: () => LIST,
  rows: (text, { names, words }) =>
    entriesOf(text, LIST).map((entry, index) => ({
      id: String(index),
      shown: [
        textOf(entry.name),
        words.estate.roles[textOf(entry.role) as (typeof ROLES)[number]] ?? textOf(entry.role),
        entry.unit === undefined ? '' : names.unit(textOf(entry.unit)),
        textOf(entry.phone),
        waysOf(entry)
          .map(({ channel, to }) => [textOf(channel), textOf(to)].filter(Boolean).join(' '))
          .join('; '),
      ],
    })),
  heads: ({ head, estate, deliveries }) => [head.name, head.role, head.unit, estate.phone, deliveries.channel],
  fields: ({ config, words, language }) => [
    { name: 'name', label: words.head.name, type: 'text', required: true },
    {
      name: 'role',
      label: words.head.role,
      type: 'choice',
      required: true,
      choices: ROLES.map((value) => ({ value, label: words.estate.roles[value] })),
    },
    {
      name: 'unit',
      label: words.head.unit,
      type: 'choice',
      choices: config.estate.units.map(({ id, name }) => ({ value: id, label: name })),
      hint: words.estate.unitOfContact,
    },
    { name: 'phone', label: words.estate.phone, type: 'text' },
    {
      name: 'channel',
      label: words.deliveries.channel,
      type: 'choice',
      required: true,
      choices: config.alerts.channels.map((channel) => ({
        value: channel.id,
        label: `${channel.id} · ${channelKind(channel).name[language]}`,
      })),
      hint: config.alerts.channels.length === 0 ? words.estate.noChannel : '',
    },
    { name: 'to', label: words.login.email, type: 'email', hint: words.estate.mailHint },
  ],
  read(entry) {
    const [way = {}] = waysOf(entry);
    return {
      ...Object.fromEntries(['name', 'role', 'unit', 'phone'].map((key) => [key, textOf(entry[key])])),
      channel: textOf(way.channel),
      to: textOf(way.to),
    };
  },
  write: (values, before) => ({
    name: textOrNull(values.name),
    role: textOrNull(values.role),
    unit: textOrNull(values.unit),
    phone: textOrNull(values.phone),
    via: [
      { channel: values.channel ?? '', ...(textOrNull(values.to) === null ? {} : { to: values.to?.trim() }) },
      // Further ways to reach somebody are written in the file; they stay.
      ...(before === null ? [] : waysOf(before).slice(1)),
    ],
  }),
};

function waysOf({ via }: Written): readonly Written[] {
  return Array.isArray(via) ? via.filter((way): way is Written => typeof way === 'object' && way !== null) : [];
}
