import { z } from 'zod';
import { type ApiToken, type OpenSession, TOKEN_SCOPES } from '../../model/people.ts';
import { namesOf } from '../../rows/names.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import { hashOf } from '../guard/hash.ts';
import { hasKeys, setKeys } from '../guard/keys.ts';
import { askAuth, passCookies } from '../people/ask-auth.ts';
import { passwordProblem } from '../people/password.ts';
import { revokeTokensOf, TOKENS_OF_OLD } from '../people/revoke-tokens.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { NewPassword } from '../view/new-password.tsx';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { TokensChoice } from '../view/tokens-choice.tsx';
import { browserName } from './account/browser-name.ts';

const PASSWORD = z.object({
  current: z.string().max(1000),
  password: z.string().max(1000),
  again: z.string().max(1000),
  tokens: TOKENS_OF_OLD,
});
const TOKEN = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.union([z.enum(TOKEN_SCOPES), z.array(z.enum(TOKEN_SCOPES)).min(1)]),
});
const KEYS = z.object({ keys: z.enum(['on', 'off']) });
const NAMED = z.object({ id: z.string().max(100) });

const TOKEN_DAYS = 365;
const DAY_MS = 86_400_000;

/** The visitor's own account: password, devices that are signed in, tokens for programs. */
export const registerAccount: Register = (app, services) => {
  app.read('/account', ALL, (c) => accountPage(c, services, {}));

  app.write('/account/password', ALL, async (c) => {
    const { words } = c.var;
    const visitor = visitorOf(c);
    const form = await readForm(c, PASSWORD);
    if (form === null) return accountPage(c, services, { problem: words.error.invalid });
    const problem = form.password === form.again ? passwordProblem(form.password, visitor, words) : words.account.differ;
    if (problem) return accountPage(c, services, { problem });
    const change = { currentPassword: form.current, newPassword: form.password, revokeOtherSessions: true };
    const answer = await askAuth(c, services, '/change-password', change);
    if (!answer.ok) return accountPage(c, services, { problem: words.account.wrong });
    passCookies(c, answer);
    if (form.tokens === 'revoke') await revokeTokensOf(c, services, visitor);
    await services.note(c, 'change-password', `person/${visitor.email}`, '');
    return c.redirect('/account?changed');
  });

  app.write('/account/sessions/end', ALL, async (c) => {
    const visitor = visitorOf(c);
    const form = await readForm(c, NAMED);
    if (form === null || visitor.session === null) return tellProblem(c, 400, c.var.words.error.invalid);
    if (form.id === 'others') await services.store.people.endOtherSessions(visitor.id, visitor.session);
    else await services.store.people.endSession(visitor.id, form.id);
    await services.note(c, 'end-session', `person/${visitor.email}`, form.id);
    return c.redirect('/account');
  });

  app.write('/account/keys', ALL, async (c) => {
    setKeys(c, (await readForm(c, KEYS))?.keys === 'on');
    return c.redirect('/account');
  });

  app.write('/account/tokens', ALL, async (c) => {
    const visitor = visitorOf(c);
    const form = await readForm(c, TOKEN);
    if (form === null) return accountPage(c, services, { problem: c.var.words.error.invalid });
    const token = `gongkai_${services.randomness.token(32)}`;
    const now = services.clock.now();
    await services.store.people.addToken({
      id: services.randomness.id(),
      tokenHash: hashOf(token),
      person: visitor.id,
      name: form.name,
      scopes: [form.scopes].flat(),
      createdAt: now,
      expiresAt: new Date(now.getTime() + TOKEN_DAYS * DAY_MS),
      lastUsed: null,
      revokedAt: null,
    });
    await services.note(c, 'make-token', `person/${visitor.email}`, `${form.name}: ${[form.scopes].flat().join(' ')}`);
    return accountPage(c, services, { token });
  });

  app.write('/account/tokens/revoke', ALL, async (c) => {
    const visitor = visitorOf(c);
    const form = await readForm(c, NAMED);
    if (form === null) return tellProblem(c, 400, c.var.words.error.invalid);
    await services.store.people.revokeTokens({ person: visitor.id, id: form.id }, services.clock.now());
    await services.note(c, 'revoke-token', `person/${visitor.email}`, form.id);
    return c.redirect('/account');
  });
};

async function accountPage(c: ConsoleContext, services: ConsoleServices, told: { readonly problem?: string; readonly token?: string }) {
  const { words, language } = c.var;
  const visitor = visitorOf(c);
  const names = namesOf(services.config, language);
  const [open, made] = await Promise.all([services.store.people.sessions(visitor.id), services.store.people.tokens(visitor.id)]);
  const sessions: Table<OpenSession> = {
    name: 'sessions',
    caption: words.account.sessions,
    rows: open,
    columns: [
      { head: words.head.started, value: (row) => names.time(row.createdAt) },
      { head: words.head.lastUsed, value: (row) => names.time(row.lastUsed), minor: true },
      { head: words.head.address, value: (row) => row.address },
      { head: words.head.agent, value: (row) => row.agent && browserName(row.agent), minor: true },
      {
        head: words.account.end,
        value: (row) => (row.id === visitor.session ? words.account.this : ''),
        show: (row) =>
          row.id === visitor.session ? (
            words.account.this
          ) : (
            <Ending c={c} action="/account/sessions/end" id={row.id} label={words.account.end} />
          ),
      },
    ],
  };
  const tokens: Table<ApiToken> = {
    name: 'tokens',
    caption: words.account.tokens,
    rows: made,
    columns: [
      { head: words.account.tokenName, value: (row) => row.name },
      { head: words.head.scopes, value: (row) => row.scopes.map((scope) => words.account.scopes[scope]).join('、') },
      { head: words.head.expires, value: (row) => names.time(row.expiresAt), minor: true },
      { head: words.head.lastUsed, value: (row) => (row.lastUsed ? names.time(row.lastUsed) : null), minor: true },
      {
        head: words.account.revoke,
        value: (row) => (row.revokedAt ? words.account.revoked : ''),
        show: (row) =>
          row.revokedAt ? words.account.revoked : <Ending c={c} action="/account/tokens/revoke" id={row.id} label={words.account.revoke} />,
      },
    ],
  };
  const file = await exported(c, sessions, tokens);
  if (file) return file;
  if (told.problem) c.status(400);
  return page(
    c,
    { title: words.account.title, lead: `${visitor.name} · ${visitor.email} · ${words.roles[visitor.role]}` },
    <>
      {told.problem && (
        <p class="problem" role="alert">
          {told.problem}
        </p>
      )}
      {c.req.query('changed') !== undefined && <p class="done">{words.account.changed}</p>}
      {told.token && (
        <p class="done" role="status">
          {words.account.made}
          <br />
          <code>{told.token}</code>
        </p>
      )}
      <TableView c={c} table={sessions} />
      <p>
        <Ending c={c} action="/account/sessions/end" id="others" label={words.account.endOthers} />
      </p>
      <TableView c={c} table={tokens} />
      <div class="two">
        <form class="card" method="post" action="/account/tokens">
          <FormToken c={c} />
          <h2>{words.account.make}</h2>
          <p class="hint">{words.account.tokensLead}</p>
          <label>
            <span>{words.account.tokenName}</span>
            <input name="name" required maxlength={80} />
          </label>
          <fieldset>
            <legend>{words.head.scopes}</legend>
            {TOKEN_SCOPES.map((scope) => (
              <label>
                <input type="checkbox" name="scopes" value={scope} checked={scope === 'read'} /> {words.account.scopes[scope]}
              </label>
            ))}
          </fieldset>
          <button type="submit">{words.account.make}</button>
        </form>
        <form class="card" method="post" action="/account/keys">
          <FormToken c={c} />
          <h2>{words.keys.title}</h2>
          <p class="hint">{words.keys.help}</p>
          <button type="submit" class="second" name="keys" value={hasKeys(c) ? 'off' : 'on'}>
            {hasKeys(c) ? words.keys.off : words.keys.on}
          </button>
        </form>
        <form class="card" method="post" action="/account/password">
          <FormToken c={c} />
          <h2>{words.account.password}</h2>
          <label>
            <span>{words.account.current}</span>
            <input type="password" name="current" required autocomplete="current-password" />
          </label>
          <NewPassword words={words} />
          <TokensChoice words={words} />
          <button type="submit">{words.account.password}</button>
        </form>
      </div>
    </>,
  );
}

function Ending({ c, action, id, label }: { c: ConsoleContext; action: string; id: string; label: string }) {
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
