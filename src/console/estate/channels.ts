import { z } from 'zod';
import { CHANNELS } from '../../alerts/channels/channels.ts';
import { entriesOf } from '../../config/edit-estate.ts';
import { LEAD } from '../permissions.ts';
import type { Words } from '../words/words.ts';
import { type EntryField, type EntryKind, inList, textOf, textOrNull } from './entry-kind.ts';

const LIST = ['alerts', 'channels'];

/** Ways to reach people (渠道). A secret is never typed here: a form names the variable that holds it. */
export const channelEntries: EntryKind = {
  name: 'channels',
  access: LEAD,
  ...inList(LIST),
  rows: (text, { language }) =>
    entriesOf(text, LIST).map((entry) => ({
      id: textOf(entry.id),
      shown: [
        textOf(entry.id),
        CHANNELS.find(({ type }) => type === entry.type)?.name[language] ?? textOf(entry.type),
        textOf(entry.host) || textOf(entry.urlFrom),
      ],
    })),
  heads: ({ head, estate }) => [head.name, head.kind, estate.where],
  fields({ words, language }, values, isNew) {
    const kind = CHANNELS.find(({ type }) => type === values.type) ?? CHANNELS[0];
    const labels: Readonly<Record<string, string>> = words.estate.channelFields;
    return [
      ...(isNew ? [{ name: 'id', label: words.head.name, type: 'text' as const, required: true, hint: words.estate.idHint }] : []),
      {
        name: 'type',
        label: words.head.kind,
        type: 'choice',
        required: true,
        choices: [{ value: kind.type, label: kind.name[language] }],
      },
      ...Object.entries(kind.fields).map(([name, schema]) => fieldOf(name, labels[name] ?? name, schema, words)),
    ];
  },
  forms: ({ language }) => CHANNELS.map(({ type, name }) => ({ asked: { type }, label: name[language] })),
  read: (entry) =>
    Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, typeof value === 'boolean' ? String(value) : textOf(value)])),
  write(values, before) {
    const kind = CHANNELS.find(({ type }) => type === values.type);
    const fields = Object.entries(kind?.fields ?? {}).map(([name, schema]) => [name, writtenAs(values[name], schema)]);
    const gone = Object.keys(before ?? {}).filter((key) => !['id', 'type', 'perMinute', ...fields.map(([name]) => name)].includes(key));
    return {
      ...(before === null ? { id: textOrNull(values.id) } : {}),
      type: textOrNull(values.type),
      ...Object.fromEntries(fields),
      ...Object.fromEntries(gone.map((key) => [key, null])),
    };
  },
};

/** What stands inside of defaults and optionals. */
function innerOf(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? innerOf(schema.unwrap() as z.ZodType) : schema;
}

function fieldOf(name: string, label: string, schema: z.ZodType, { yes, no, estate }: Words): EntryField {
  const inner = innerOf(schema);
  const required = !schema.safeParse(undefined).success;
  if (inner instanceof z.ZodBoolean) {
    return {
      name,
      label,
      type: 'choice',
      choices: [
        { value: 'true', label: yes },
        { value: 'false', label: no },
      ],
    };
  }
  if (inner instanceof z.ZodEnum) {
    const called: Readonly<Record<string, string>> = estate.channelChoices;
    return {
      name,
      label,
      type: 'choice',
      required,
      choices: inner.options.map((value) => ({ value: String(value), label: called[value] ?? String(value) })),
    };
  }
  return { name, label, type: inner instanceof z.ZodNumber ? 'number' : 'text', required };
}

function writtenAs(text: string | undefined, schema: z.ZodType): unknown {
  const given = textOrNull(text);
  if (given === null) return null;
  const inner = innerOf(schema);
  if (inner instanceof z.ZodBoolean) return given === 'true';
  return inner instanceof z.ZodNumber ? Number(given) : given;
}
