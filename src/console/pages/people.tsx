import { z } from 'zod';
import { type ApiToken, type Invitation, PERSON_ROLES, type Person } from '../../model/people.ts';
import { namesOf } from '../../rows/names.ts';
import type { ConsoleContext } from '../context.ts';
import { CHANGE, changePerson } from '../people/change-person.ts';
import { INVITE, invite, renewPassword, withdrawInvitation } from '../people/invite.ts';
import { holds, revokeToken, revokeTokensOf } from '../people/revoke-tokens.ts';
import { LEAD } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, type TableColumn, TableView } from '../view/table.tsx';

const NAMED = z.object({ id: z.string().max(100) });

/** People with their roles; invitations. */
export const registerPeople: Register = (app, services) => {
  app.section('people', '/people', LEAD, (c) => peoplePage(c, services, {}));

  app.write('/people/invite', LEAD, async (c) => {
    const form = await readForm(c, INVITE);
    return peoplePage(c, services, form === null ? { problem: c.var.words.error.invalid } : await invite(c, services, form));
  });

  app.write('/people/invitations/withdraw', LEAD, async (c) => {
    const form = await readForm(c, NAMED);
    if (form === null || !(await withdrawInvitation(c, services, form.id))) return tellProblem(c, 404, c.var.words.people.gone);
    return c.redirect('/people');
  });

  app.write('/people/tokens/revoke', LEAD, async (c) => {
    const form = await readForm(c, NAMED);
    if (form === null || !(await revokeToken(c, services, form.id))) return tellProblem(c, 404, c.var.words.error.notFound);
    return c.redirect('/people');
  });

  app.write('/people/:person/tokens/revoke', LEAD, async (c) => {
    const person = await services.store.people.get(c.req.param('person'));
    if (person === null) return tellProblem(c, 404, c.var.words.error.notFound);
    await revokeTokensOf(c, services, person);
    return c.redirect('/people');
  });

  app.write('/people/:person', LEAD, async (c) => {
    const { words } = c.var;
    const person = await services.store.people.get(c.req.param('person'));
    const form = await readForm(c, CHANGE);
    if (person === null || form === null) return tellProblem(c, 400, words.error.invalid);
    const problem = await changePerson(c, services, person, form);
    return problem === null ? c.redirect('/people') : peoplePage(c, services, { problem });
  });

  app.write('/people/:person/password', LEAD, async (c) => {
    const person = await services.store.people.get(c.req.param('person'));
    if (person === null) return tellProblem(c, 404, c.var.words.error.notFound);
    return peoplePage(c, services, await renewPassword(c, services, person));
  });
};

async function peoplePage(c: ConsoleContext, services: ConsoleServices, told: Partial<Record<'problem' | 'link', string>>) {
  const { words, language } = c.var;
  const names = namesOf(services.config, language);
  const [people, pending, made] = await Promise.all([
    services.store.people.list(),
    services.store.people.invitations(),
    services.store.people.tokens(),
  ]);
  const whom: TableColumn<Person | Invitation>[] = [
    { head: words.people.name, value: (row) => row.name },
    { head: words.head.email, value: (row) => row.email },
    { head: words.head.role, value: (row) => words.roles[row.role] },
    { head: words.head.unit, value: (row) => (row.unit === null ? null : names.unit(row.unit)) },
  ];
  const table: Table<Person> = {
    name: 'people',
    caption: words.people.title,
    rows: people,
    columns: [
      ...whom,
      { head: words.head.active, value: (row) => (row.active ? words.yes : words.no) },
      { head: words.people.change, value: () => '', show: (row) => <PersonForms c={c} services={services} person={row} /> },
    ],
  };
  const invitations: Table<Invitation> = {
    name: 'invitations',
    caption: words.people.pending,
    rows: pending,
    columns: [
      ...whom,
      { head: words.head.by, value: (row) => row.by, minor: true },
      { head: words.head.expires, value: (row) => names.time(row.expiresAt) },
      { head: words.people.withdraw, value: () => '', show: (row) => <Withdrawal c={c} invitation={row} /> },
    ],
  };
  const owner = (token: ApiToken) => people.find(({ id }) => id === token.person);
  const tokens: Table<ApiToken> = {
    name: 'tokens',
    caption: words.people.tokens,
    rows: made.filter((token) => holds(token, services.clock.now())),
    columns: [
      { head: words.people.name, value: (row) => owner(row)?.name ?? null },
      { head: words.account.tokenName, value: (row) => row.name },
      { head: words.head.scopes, value: (row) => row.scopes.map((scope) => words.account.scopes[scope]).join('、') },
      { head: words.head.expires, value: (row) => names.time(row.expiresAt), minor: true },
      { head: words.head.lastUsed, value: (row) => (row.lastUsed ? names.time(row.lastUsed) : null), minor: true },
      {
        head: words.account.revoke,
        value: () => '',
        show: (row) => (
          <>
            <Revoking c={c} action="/people/tokens/revoke" id={row.id} label={words.account.revoke} />
            <Revoking c={c} action={`/people/${row.person}/tokens/revoke`} id={row.person} label={words.people.revokeAll} />
          </>
        ),
      },
    ],
  };
  const file = await exported(c, table, invitations, tokens);
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
      {tokens.rows.length > 0 && <TableView c={c} table={tokens} />}
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
          <UnitChoice services={services} unit={null} id="invited-unit" />
        </div>
        <button type="submit">{words.people.invite}</button>
      </form>
    </>,
  );
}

function PersonForms({ c, services, person }: { c: ConsoleContext; services: ConsoleServices; person: Person }) {
  const { words } = c.var;
  return (
    <div class="forms">
      <form class="inline" method="post" action={`/people/${person.id}`}>
        <FormToken c={c} />
        <RoleChoice c={c} chosen={person.role} label={`${words.head.role} ${person.name}`} />
        <UnitChoice services={services} unit={person.unit} label={`${words.head.unit} ${person.name}`} />
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
      <form class="inline" method="post" action={`/people/${person.id}/password`}>
        <FormToken c={c} />
        <button type="submit" class="second">
          {words.people.renew}
        </button>
      </form>
    </div>
  );
}

function Withdrawal({ c, invitation }: { c: ConsoleContext; invitation: Invitation }) {
  return (
    <form class="inline" method="post" action="/people/invitations/withdraw">
      <FormToken c={c} />
      <input type="hidden" name="id" value={invitation.id} />
      <button type="submit" class="second">
        {c.var.words.people.withdraw}
      </button>
    </form>
  );
}

function Revoking({ c, action, id, label }: { c: ConsoleContext; action: string; id: string; label: string }) {
  return (
    <form class="inline" method="post" action={action}>
      <FormToken c={c} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" class="second">
        {label}
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

function UnitChoice({ services, unit, label, id }: { services: ConsoleServices; unit: string | null; label?: string; id?: string }) {
  return (
    <select name="unit" id={id} aria-label={label}>
      <option value="">—</option>
      {services.config.estate.units.map(({ id, name }) => (
        <option value={id} selected={id === unit}>
          {name}
        </option>
      ))}
    </select>
  );
}
