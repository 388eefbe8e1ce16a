import { z } from 'zod';
import { withEntry, withoutEntry } from '../../../config/edit-estate.ts';
import { namesOf } from '../../../rows/names.ts';
import { type ConsoleContext, may, visitorOf } from '../../context.ts';
import { changeEstate } from '../../estate/change.ts';
import type { EntryField, EntryKind, Reading, Values } from '../../estate/entry-kind.ts';
import { ENTRY_KINDS } from '../../estate/kinds.ts';
import type { Register } from '../../register.ts';
import { sendTest } from '../../sending.ts';
import type { ConsoleServices } from '../../services.ts';
import { readForm } from '../../view/form.ts';
import { FormToken, page } from '../../view/layout.tsx';
import { entriesPath, entryPath, newEntryPath } from '../../view/links.ts';
import { tellProblem } from '../../view/problem.tsx';
import { Saved } from '../../view/saved.tsx';
import { exported, type Table, TableView } from '../../view/table.tsx';
import { UnheardView, unheardOf } from './unheard.tsx';

const SAVED = z.object({ entry: z.string().default(''), revision: z.coerce.number(), why: z.string().trim().max(500).default('') }).loose();

/** Every kind of entry: its list, its form, saving and taking out. */
export const registerEntries: Register = (app, services) => {
  for (const kind of ENTRY_KINDS) {
    app.read(entriesPath(kind.name), kind.access, (c) => list(c, services, kind));
    app.read(`${entriesPath(kind.name)}/entry`, kind.access, (c) => {
      const { id = '', ...asked } = c.req.query();
      const found = id === '' ? null : kind.find(textOf(services), id);
      if (id !== '' && found === null) return tellProblem(c, 404, c.var.words.error.notFound);
      return form(c, services, kind, { id, values: { ...(found ? kind.read(found.entry) : {}), ...asked } });
    });
    app.write(`${entriesPath(kind.name)}/entry`, kind.access, (c) => save(c, services, kind));
    app.write(`${entriesPath(kind.name)}/remove`, kind.access, (c) => remove(c, services, kind));
  }
};

/** Whether a field is the visitor's to fill. */
const isTheirs = (c: ConsoleContext, { access }: EntryField): boolean => access === undefined || access.includes(visitorOf(c).role);

const textOf = ({ config }: ConsoleServices): string => config.texts.get('estate.yaml') ?? '';

function readingOf(c: ConsoleContext, { config }: ConsoleServices): Reading {
  const { words, language } = c.var;
  return { config, words, language, names: namesOf(config, language) };
}

async function list(c: ConsoleContext, services: ConsoleServices, kind: EntryKind) {
  const { words } = c.var;
  const reading = readingOf(c, services);
  const rows = kind.rows(textOf(services), reading);
  const mayChange = services.changeEstate !== undefined;
  const table: Table<(typeof rows)[number]> = {
    name: kind.name,
    caption: words.estate.kinds[kind.name],
    rows,
    columns: kind.heads(words).map((head, place) => ({
      head,
      value: ({ shown }) => shown[place] ?? '',
      ...(place === 0 && mayChange ? { show: ({ id, shown }) => <a href={entryPath(kind.name, id)}>{shown[0]}</a> } : {}),
    })),
  };
  const file = await exported(c, table);
  if (file) return file;
  return page(
    c,
    { title: words.estate.kinds[kind.name], section: 'estate', lead: <a href="/estate">{words.estate.title}</a> },
    <>
      <Saved c={c} services={services} />
      {mayChange ? (
        <p>
          <a href={newEntryPath(kind.name)}>{words.estate.addOne}</a>{' '}
          {kind.name === 'sites' && <a href="/estate/sites/paste">{words.estate.paste}</a>}
          {kind.name === 'units' && <a href="/estate/units/merge">{words.estate.merge}</a>}
        </p>
      ) : (
        <p class="note">{words.estate.notHere}</p>
      )}
      {kind.name === 'contacts' && <UnheardView unheard={unheardOf(services.config)} names={reading.names} words={words} />}
      <TableView c={c} table={table} />
    </>,
  );
}

interface Filled {
  /** Empty: a new one. */
  readonly id: string;
  readonly values: Values;
  readonly problems?: readonly string[];
  readonly why?: string;
}

function form(c: ConsoleContext, services: ConsoleServices, kind: EntryKind, { id, values, problems = [], why = '' }: Filled) {
  const { words } = c.var;
  const isNew = id === '';
  const fields = kind.fields(readingOf(c, services), values, isNew).filter((field) => isTheirs(c, field));
  if (problems.length > 0) c.status(400);
  return page(
    c,
    {
      title: isNew ? words.estate.newOf[kind.name] : `${words.estate.kinds[kind.name]} ${values.name ?? id}`,
      section: 'estate',
      narrow: true,
    },
    <>
      {problems.map((problem) => (
        <p class="problem" role="alert">
          {problem}
        </p>
      ))}
      {isNew && kind.forms && (
        <ul class="periods" aria-label={words.head.kind}>
          {kind.forms(readingOf(c, services)).map(({ asked, label }, place) => (
            <li>
              <a href={entryPath(kind.name, null, asked)} aria-current={isAsked(values, asked, place) ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <form class="card" method="post" action={`${entriesPath(kind.name)}/entry`}>
        <FormToken c={c} />
        <input type="hidden" name="entry" value={id} />
        <input type="hidden" name="revision" value={String(services.config.revision ?? 0)} />
        {fields.map((field) => (
          <Field field={field} value={values[field.name] ?? ''} none={words.none} />
        ))}
        <label>
          <span>{words.head.why}</span>
          <input name="why" maxlength={500} value={why} />
        </label>
        <p>
          <button type="submit">{words.estate.save}</button> <a href={entriesPath(kind.name)}>{words.estate.title}</a>
        </p>
      </form>
      {!isNew && kind.name === 'units' && (
        <p>
          <a href={`/estate/units/split?${new URLSearchParams({ unit: id })}`}>{words.estate.split}</a>{' '}
          <a href="/estate/units/merge">{words.estate.merge}</a>
        </p>
      )}
      {!isNew && (
        <form class="card" method="post" action={`${entriesPath(kind.name)}/remove`}>
          <FormToken c={c} />
          <input type="hidden" name="entry" value={id} />
          <input type="hidden" name="revision" value={String(services.config.revision ?? 0)} />
          <p class="hint">{words.estate.removeHint}</p>
          <label>
            <span>{words.head.why}</span>
            <input name="why" maxlength={500} required />
          </label>
          <button type="submit" class="second">
            {words.estate.remove}
          </button>
        </form>
      )}
      {kind.name === 'contacts' && !isNew && services.testChannel && may(c, 'POST', '/estate/contacts/test') && values.channel && (
        <form class="card" method="post" action="/estate/contacts/test">
          <FormToken c={c} />
          <input type="hidden" name="channel" value={values.channel} />
          <input type="hidden" name="to" value={values.to ?? ''} />
          <button type="submit" class="second">
            {words.settings.test}
          </button>
        </form>
      )}
    </>,
  );
}

/** Whether a form is the one that is shown: the first, where nobody asked for another. */
const isAsked = (values: Values, asked: Values, place: number): boolean =>
  Object.entries(asked).every(([name, value]) => (values[name] === undefined ? place === 0 : values[name] === value));

function Field({
  field: { name, label, type, required = false, choices, hint },
  value,
  none,
}: {
  field: EntryField;
  value: string;
  none: string;
}) {
  return (
    <div class="field">
      <label for={`entry-${name}`}>{label}</label>
      {type === 'choice' ? (
        <select id={`entry-${name}`} name={name} required={required}>
          {!required && <option value="">{none}</option>}
          {choices?.map((choice) => (
            <option value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input id={`entry-${name}`} name={name} type={type === 'day' ? 'date' : type} value={value} required={required} maxlength={500} />
      )}
      {hint && <small class="hint">{hint}</small>}
    </div>
  );
}

async function save(c: ConsoleContext, services: ConsoleServices, kind: EntryKind) {
  const { words } = c.var;
  const given = await readForm(c, SAVED);
  if (given === null) return tellProblem(c, 400, words.error.invalid);
  const { entry: id, revision, why, ...rest } = given;
  const values = Object.fromEntries(Object.entries(rest).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
  const again = (problems: readonly string[]) => form(c, services, kind, { id, values, problems, why });
  if (revision !== (services.config.revision ?? 0)) return again([words.estate.changedMeanwhile]);
  const text = textOf(services);
  const found = id === '' ? null : kind.find(text, id);
  const list = found?.list ?? kind.listFor(text, values);
  if (list === null || (id !== '' && found === null)) return again([words.error.notFound]);
  const taken = new Set(kind.rows(text, readingOf(c, services)).map((row) => row.id.split('/').at(-1)!));
  // What somebody may not change stays as it is written, whatever the form says.
  const theirs = kind.fields(readingOf(c, services), values, id === '').filter((field) => !isTheirs(c, field));
  const kept = found === null ? {} : kind.read(found.entry);
  const held = Object.fromEntries(theirs.map(({ name }) => [name, kept[name] ?? '']));
  const whole = { ...values, ...held };
  const lacks = kind.lacks?.(whole, found && kind.read(found.entry), words) ?? null;
  if (lacks !== null) return again([lacks]);
  const change = kind.write(whole, found?.entry ?? null, taken);
  const what = `${words.estate.kinds[kind.name]} ${values.name ?? id}`;
  const done = await changeEstate(c, services, { edit: (now) => withEntry(now, list, found?.index ?? null, change), why, what });
  return 'problems' in done ? again(done.problems) : c.redirect(`${entriesPath(kind.name)}?saved=${done.revision}`);
}

async function remove(c: ConsoleContext, services: ConsoleServices, kind: EntryKind) {
  const { words } = c.var;
  const given = await readForm(c, SAVED);
  if (given === null) return tellProblem(c, 400, words.error.invalid);
  const { entry: id, revision, why } = given;
  const found = kind.find(textOf(services), id);
  if (found === null) return tellProblem(c, 404, words.error.notFound);
  if (revision !== (services.config.revision ?? 0)) return tellProblem(c, 409, words.estate.changedMeanwhile);
  const what = `${words.estate.remove} ${words.estate.kinds[kind.name]} ${kind.read(found.entry).name ?? id}`;
  const done = await changeEstate(c, services, { edit: (text) => withoutEntry(text, found.list, found.index), why, what });
  return 'problems' in done ? tellProblem(c, 409, done.problems.join(' ')) : c.redirect(`${entriesPath(kind.name)}?saved=${done.revision}`);
}

/** A test message to a contact, by the way that is written of him. */
export const registerContactTest: Register = (app, services) => {
  const asked = z.object({ channel: z.string().min(1), to: z.string().default('') });
  app.write('/estate/contacts/test', ENTRY_KINDS[0]!.access, async (c) => {
    const { words, language } = c.var;
    const form = await readForm(c, asked);
    const receipt = form && (await sendTest(c, services, form.channel, form.to));
    if (!receipt) return tellProblem(c, 404, words.error.notFound);
    const says =
      receipt.outcome === 'sent' ? words.settings.tested(form.channel) : words.settings.testFailed(form.channel, receipt.detail[language]);
    return page(
      c,
      { title: words.settings.test, section: 'estate' },
      <>
        <p class={receipt.outcome === 'sent' ? 'done' : 'problem'} role="status">
          {says}
        </p>
        <p>
          <a href={entriesPath('contacts')}>{words.estate.kinds.contacts}</a>
        </p>
      </>,
    );
  });
};
