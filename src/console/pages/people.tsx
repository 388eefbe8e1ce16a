import { z } from 'zod';
import { type Invitation, PERSON_ROLES, type Person } from '../../model/people.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import type { Desk } from '../desk.ts';
import { hashOf } from '../guard/hash.ts';
import type { Register } from '../registrations.ts';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { namesOf } from '../view/names.ts';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

const INVITATION_MS = 7 * 86_400_000;
const INVITE = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(200),
  role: z.enum(PERSON_ROLES),
  unit: z.string().max(100),
});
const CHANGE = z.object({ role: z.enum(PERSON_ROLES), unit: z.string().max(100), active: z.enum(['yes', 'no']) });

/** People with their roles; invitations. */
export const registerPeople: Register = (app, desk) => {
  app.get('/people', (c) => peoplePage(c, desk, {}));

  app.post('/people/invite', async (c) => {
    const { words } = c.var;
    const form = await readForm(c, INVITE);
    if (form === null) return peoplePage(c, desk, { problem: words.error.invalid });
    const unit = unitFor(form, desk);
    if (unit === undefined) return peoplePage(c, desk, { problem: words.people.needUnit });
    const email = form.email.toLowerCase();
    if ((await desk.store.people.list()).some((person) => person.email === email))
      return peoplePage(c, desk, { problem: words.people.exists });
    const token = desk.randomness.token(32);
    const now = desk.clock.now();
    await desk.store.people.invite({
      id: desk.randomness.id(),
      tokenHash: hashOf(token),
      name: form.name,
      email,
      role: form.role,
      unit,
      by: visitorOf(c).email,
      at: now,
      expiresAt: new Date(now.getTime() + INVITATION_MS),
      acceptedAt: null,
    });
    await desk.note(c, 'invite', `person/${email}`, `${form.role} ${unit ?? ''}`);
    return peoplePage(c, desk, { link: new URL(`/invitation/${token}`, desk.publicUrl).href });
  });

  app.post('/people/:person', async (c) => {
    const { words } = c.var;
    const person = await desk.store.people.get(c.req.param('person'));
    const form = await readForm(c, CHANGE);
    if (person === null || form === null) return tellProblem(c, 400, words.error.invalid);
    const unit = unitFor(form, desk);
    if (unit === undefined) return peoplePage(c, desk, { problem: words.people.needUnit });
    const change = { role: form.role, unit, active: form.active === 'yes' };
    // So that there is always somebody who can open the door again.
    if (person.id === visitorOf(c).id && (!change.active || change.role !== 'supervisor'))
      return peoplePage(c, desk, { problem: words.people.self });
    await desk.store.people.change(person.id, change);
    await desk.note(c, 'change-person', `person/${person.email}`, `${change.role} ${unit ?? ''} ${change.active ? 'active' : 'closed'}`);
    return c.redirect('/people');
  });
};

/** The unit of somebody with a role: only unit editors have one, and they must; undefined where it is missing. */
function unitFor({ role, unit }: { readonly role: Person['role']; readonly unit: string }, { config }: Desk): string | null | undefined {
  if (role !== 'unit-editor') return null;
  return config.estate.units.some(({ id }) => id === unit) ? unit : undefined;
}

async function peoplePage(c: ConsoleContext, desk: Desk, told: { readonly problem?: string; readonly link?: string }) {
  const { words, language } = c.var;
  const names = namesOf(desk.config, language);
  const [people, pending] = await Promise.all([desk.store.people.list(), desk.store.people.invitations()]);
  const table: Table<Person> = {
    name: 'people',
    caption: words.people.title,
    rows: people,
    columns: [
      { head: words.people.name, value: (row) => row.name },
      { head: words.head.email, value: (row) => row.email },
      { head: words.head.role, value: (row) => words.roles[row.role] },
      { head: words.head.unit, value: (row) => (row.unit === null ? null : names.unit(row.unit)) },
      { head: words.head.active, value: (row) => (row.active ? words.yes : words.no) },
      { head: words.people.save, value: () => '', show: (row) => <PersonForm c={c} desk={desk} person={row} /> },
    ],
  };
  const invitations: Table<Invitation> = {
    name: 'invitations',
    caption: words.people.pending,
    rows: pending,
    columns: [
      { head: words.people.name, value: (row) => row.name },
      { head: words.head.email, value: (row) => row.email },
      { head: words.head.role, value: (row) => words.roles[row.role] },
      { head: words.head.unit, value: (row) => (row.unit === null ? null : names.unit(row.unit)) },
      { head: words.head.by, value: (row) => row.by, minor: true },
      { head: words.head.expires, value: (row) => names.time(row.expiresAt) },
    ],
  };
  const file = await exported(c, table, invitations);
  if (file) return file;
  if (told.problem) c.status(400);
  return page(
    c,
    { title: words.people.title, section: 'people' },
    <>
      {told.problem && (
        <p class="problem" role="alert">
          {told.problem}
        </p>
      )}
      {told.link && (
        <p class="done" role="status">
          {words.people.invited}
          <br />
          <code>{told.link}</code>
        </p>
      )}
      <TableView c={c} table={table} />
      {invitations.rows.length > 0 && <TableView c={c} table={invitations} />}
      <form class="card" method="post" action="/people/invite">
        <FormToken c={c} />
        <h2>{words.people.invite}</h2>
        <label>
          <span>{words.people.name}</span>
          <input name="name" required maxlength={80} />
        </label>
        <label>
          <span>{words.head.email}</span>
          <input type="email" name="email" required />
        </label>
        <div class="field">
          <label for="invited-role">{words.head.role}</label>
          <RoleChoice c={c} chosen="viewer" id="invited-role" />
        </div>
        <div class="field">
          <label for="invited-unit">{words.people.unitOf}</label>
          <UnitChoice desk={desk} unit={null} id="invited-unit" />
        </div>
        <button type="submit">{words.people.invite}</button>
      </form>
    </>,
  );
}

function PersonForm({ c, desk, person }: { c: ConsoleContext; desk: Desk; person: Person }) {
  const { words } = c.var;
  return (
    <form class="inline" method="post" action={`/people/${person.id}`}>
      <FormToken c={c} />
      <RoleChoice c={c} chosen={person.role} label={`${words.head.role} ${person.name}`} />
      <UnitChoice desk={desk} unit={person.unit} label={`${words.head.unit} ${person.name}`} />
      <select name="active" aria-label={`${words.head.active} ${person.name}`}>
        <option value="yes" selected={person.active}>
          {words.people.open}
        </option>
        <option value="no" selected={!person.active}>
          {words.people.close}
        </option>
      </select>
      <button type="submit" class="second">
        {words.people.save}
      </button>
    </form>
  );
}

function RoleChoice({ c, chosen, label, id }: { c: ConsoleContext; chosen: Person['role']; label?: string; id?: string }) {
  return (
    <select name="role" id={id} aria-label={label}>
      {PERSON_ROLES.map((value) => (
        <option value={value} selected={value === chosen}>
          {c.var.words.roles[value]}
        </option>
      ))}
    </select>
  );
}

function UnitChoice({ desk, unit, label, id }: { desk: Desk; unit: string | null; label?: string; id?: string }) {
  return (
    <select name="unit" id={id} aria-label={label}>
      <option value="">—</option>
      {desk.config.estate.units.map(({ id, name }) => (
        <option value={id} selected={id === unit}>
          {name}
        </option>
      ))}
    </select>
  );
}
