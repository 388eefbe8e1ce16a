import { z } from '@hono/zod-openapi';
import { PERSON_ROLES, TOKEN_SCOPES } from '../../model/people.ts';
import type { ConsoleContext } from '../context.ts';
import { CHANGE, changePerson } from '../people/change-person.ts';
import { INVITE, type Invited, invite, renewPassword, withdrawInvitation } from '../people/invite.ts';
import { holds, revokeToken, revokeTokensOf } from '../people/revoke-tokens.ts';
import { LEAD } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading, writing } from './route.ts';
import { instant } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const PERSON = z.object({ person: z.string() });

const whom = z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(PERSON_ROLES), unit: z.string().nullable() });
const personShape = whom.extend({ active: z.boolean(), createdAt: instant }).openapi('Person');
const invitationShape = whom.extend({ by: z.string(), at: instant, expiresAt: instant }).openapi('Invitation');
const linkShape = invitationShape
  .extend({ link: z.string().openapi({ description: 'To be handed to the person; nobody is told it again' }) })
  .openapi('InvitationLink');
const tokenShape = z
  .object({
    id: z.string(),
    person: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(TOKEN_SCOPES)),
    createdAt: instant,
    expiresAt: instant,
    lastUsed: instant.nullable(),
  })
  .openapi('Token');
const logShape = z
  .object({ id: z.string(), at: instant, by: z.string(), action: z.string(), target: z.string(), detail: z.string() })
  .openapi('LogEntry');

const list = reading({
  path: '/api/v1/people',
  summary: 'Accounts, oldest first',
  answer: z.array(personShape),
  query: NOTHING,
  params: NOTHING,
});
const change = writing({
  path: '/api/v1/people/{person}',
  summary: 'Change what a person may do; the sessions of that person end',
  answer: personShape,
  body: CHANGE,
  params: PERSON,
});
const renew = writing({
  path: '/api/v1/people/{person}/password',
  summary: 'A link by which a person chooses a new password',
  answer: linkShape,
  body: NOTHING,
  params: PERSON,
});
const pending = reading({
  path: '/api/v1/invitations',
  summary: 'Invitations that nobody accepted yet, newest first',
  answer: z.array(invitationShape),
  query: NOTHING,
  params: NOTHING,
});
const asking = writing({
  path: '/api/v1/invitations',
  summary: 'Invite somebody',
  answer: linkShape,
  body: INVITE,
  params: NOTHING,
});
const withdrawal = writing({
  path: '/api/v1/invitations/{invitation}/withdraw',
  summary: 'Take an invitation back',
  answer: z.object({ withdrawn: z.literal(true) }).openapi('Withdrawal'),
  body: NOTHING,
  params: z.object({ invitation: z.string() }),
});
const tokens = reading({
  path: '/api/v1/tokens',
  summary: 'Tokens of all people that hold, newest first, without what they are',
  answer: z.array(tokenShape),
  query: NOTHING,
  params: NOTHING,
});
const revocation = writing({
  path: '/api/v1/tokens/{token}/revoke',
  summary: 'Revoke a token of whomever it is',
  answer: z.object({ revoked: z.literal(true) }).openapi('Revocation'),
  body: NOTHING,
  params: z.object({ token: z.string() }),
});
const revocations = writing({
  path: '/api/v1/people/{person}/tokens/revoke',
  summary: 'Revoke every token of a person',
  answer: z.object({ revoked: z.literal(true) }).openapi('Revocation'),
  body: NOTHING,
  params: PERSON,
});
const log = reading({
  path: '/api/v1/log',
  summary: 'Who changed what and when, newest first',
  answer: z.array(logShape),
  query: z.object({
    limit: z.coerce.number().int().min(1).max(2000).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  params: NOTHING,
});

/** Accounts, invitations, tokens and the log of changes. */
export const registerPeopleApi: Register = (app, services) => {
  const { people } = services.store;
  const told = (value: unknown, c: ConsoleContext) => writtenOut(value, services.config.estate.timezone, c.var.language);
  const linked = ({ invitation, link }: Exclude<Invited, { problem: string }>, c: ConsoleContext) =>
    linkShape.parse({ ...(told(invitation, c) as object), link });

  app.openapi(list, LEAD, 'admin', async (c) => c.json(z.array(personShape).parse(told(await people.list(), c)), 200));

  app.openapi(change, LEAD, 'admin', async (c) => {
    const person = await people.get(c.req.valid('param').person);
    if (person === null) return c.json({ error: c.var.words.error.notFound }, 404);
    const problem = await changePerson(c, services, person, c.req.valid('json'));
    if (problem !== null) return c.json({ error: problem }, 409);
    return c.json(personShape.parse(told(await people.get(person.id), c)), 200);
  });

  app.openapi(renew, LEAD, 'admin', async (c) => {
    const person = await people.get(c.req.valid('param').person);
    if (person === null) return c.json({ error: c.var.words.error.notFound }, 404);
    const renewed = await renewPassword(c, services, person);
    return 'problem' in renewed ? c.json({ error: renewed.problem }, 409) : c.json(linked(renewed, c), 200);
  });

  app.openapi(pending, LEAD, 'admin', async (c) => c.json(z.array(invitationShape).parse(told(await people.invitations(), c)), 200));

  app.openapi(asking, LEAD, 'admin', async (c) => {
    const invited = await invite(c, services, c.req.valid('json'));
    return 'problem' in invited ? c.json({ error: invited.problem }, 409) : c.json(linked(invited, c), 200);
  });

  app.openapi(withdrawal, LEAD, 'admin', async (c) => {
    const gone = await withdrawInvitation(c, services, c.req.valid('param').invitation);
    return gone ? c.json({ withdrawn: true as const }, 200) : c.json({ error: c.var.words.people.gone }, 404);
  });

  app.openapi(tokens, LEAD, 'admin', async (c) => {
    const held = (await people.tokens()).filter((token) => holds(token, services.clock.now()));
    return c.json(z.array(tokenShape).parse(told(held, c)), 200);
  });

  app.openapi(revocation, LEAD, 'admin', async (c) => {
    const gone = await revokeToken(c, services, c.req.valid('param').token);
    return gone ? c.json({ revoked: true as const }, 200) : c.json({ error: c.var.words.error.notFound }, 404);
  });

  app.openapi(revocations, LEAD, 'admin', async (c) => {
    const person = await people.get(c.req.valid('param').person);
    if (person === null) return c.json({ error: c.var.words.error.notFound }, 404);
    await revokeTokensOf(c, services, person);
    return c.json({ revoked: true as const }, 200);
  });

  app.openapi(log, LEAD, 'admin', async (c) => {
    const { limit, offset } = c.req.valid('query');
    return c.json(z.array(logShape).parse(told(await people.logged(limit, offset), c)), 200);
  });
};
