import { z } from 'zod';
import { importMessages, tellFunction, tellMessages } from '../../../jobs/media/messages.ts';
import { MESSAGES_FROM } from '../../media/replies.ts';
import { addPeriod, dayIn, isDay } from '../../model/day.ts';
import type { FunctionLook, MediaAccount, ToldMessage } from '../../model/media.ts';
import { namesOf } from '../../rows/names.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import { ANSWER } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { FileForm, takeFile } from '../view/file-form.tsx';
import { readForm } from '../view/form.ts';
import { FormToken } from '../view/layout.tsx';
import { accountPath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';
import type { Table } from '../view/table.tsx';
import { visibleAccount } from './media-accounts.ts';

const DAY = z.string().refine(isDay);
const MAYBE_DAY = z.union([DAY, z.literal('')]).optional();
const MESSAGE = z.object({ subject: z.string().trim().min(1).max(120), received: DAY, answered: MAYBE_DAY });
const WORD = z.object({ function: z.string().min(1), works: z.enum(['yes', 'no']), detail: z.string().trim().max(300).optional() });

/** What an account does beside posting: messages that it answers, handed in by file or form, and what a clerk says of its functions. */
export const registerMediaService: Register = (app, services) => {
  app.write('/media/accounts/:account/messages', ANSWER, async (c) => {
    const account = visibleAccount(c, services);
    if (account === null) return tellProblem(c, 404, c.var.words.error.notFound);
    return takeFile(c, accountPath(account.id), async (file) => {
      const { messages } = await importMessages(services, account, file);
      await services.note(c, 'import-messages', `account/${account.id}`, String(messages));
    });
  });

  app.write('/media/accounts/:account/message', ANSWER, async (c) => {
    const account = visibleAccount(c, services);
    if (account === null) return tellProblem(c, 404, c.var.words.error.notFound);
    const form = await readForm(c, MESSAGE);
    const isInOrder = form !== null && (!form.answered || form.answered >= form.received);
    if (!isInOrder) return tellProblem(c, 400, c.var.words.error.invalid);
    const by = visitorOf(c).email;
    const message = { subject: form.subject, receivedOn: form.received, answeredOn: form.answered || null };
    // Who writes down that there is no answer says so of today.
    const until = dayIn(services.config.estate.timezone, services.clock.now());
    await tellMessages(services, account, [message], { via: 'form', by, source: '', until });
    await services.note(c, 'enter-message', `account/${account.id}`, form.received);
    return c.redirect(accountPath(account.id));
  });

  app.write('/media/accounts/:account/function', ANSWER, async (c) => {
    const account = visibleAccount(c, services);
    if (account === null) return tellProblem(c, 404, c.var.words.error.notFound);
    const form = await readForm(c, WORD);
    if (form === null || !account.functions.some(({ name }) => name === form.function)) {
      return tellProblem(c, 400, c.var.words.error.invalid);
    }
    const { function: name, works, detail } = form;
    const word = { function: name, works: works === 'yes', detail: detail || null };
    await tellFunction(services, account, { ...word, via: 'form', by: visitorOf(c).email });
    await services.note(c, 'tell-function', `account/${account.id}`, `${works} ${name}`);
    return c.redirect(accountPath(account.id));
  });
};

/** Messages of the last year and words of functions, as tables. */
export async function serviceTables(
  c: ConsoleContext,
  { store, clock, config }: ConsoleServices,
  account: MediaAccount,
): Promise<[Table<ToldMessage>, Table<FunctionLook>]> {
  const { words, language } = c.var;
  const names = namesOf(config, language);
  const from = addPeriod(dayIn(config.estate.timezone, clock.now()), MESSAGES_FROM);
  const [messages, looks] = await Promise.all([store.posts.messages(account.id, from), store.posts.functionLooks(account.id)]);
  return [
    {
      name: 'messages',
      caption: words.media.messages,
      rows: messages.toReversed(),
      columns: [
        { head: words.media.subject, value: (row) => row.subject },
        { head: words.media.received, value: (row) => row.receivedOn },
        { head: words.media.answered, value: (row) => row.answeredOn },
        { head: words.media.toldUntil, value: (row) => row.until },
        { head: words.media.via, value: (row) => words.media.ways[row.via] },
        { head: words.head.source, value: (row) => row.source },
        { head: words.head.by, value: (row) => row.by },
      ],
    },
    {
      name: 'functions',
      caption: words.media.functions,
      rows: looks.toReversed(),
      columns: [
        { head: words.media.cameAt, value: (row) => names.time(row.at) },
        { head: words.head.name, value: (row) => row.function },
        { head: words.media.works, value: (row) => (row.works ? words.media.yes : words.media.no) },
        { head: words.media.via, value: (row) => words.media.ways[row.via] },
        { head: words.head.by, value: (row) => row.by },
        { head: words.head.detail, value: (row) => row.detail },
      ],
    },
  ];
}

/** The ways to hand in messages, and to say whether functions work. */
export function TellService({ c, account }: { c: ConsoleContext; account: MediaAccount }) {
  const { words } = c.var;
  const path = accountPath(account.id);
  return (
    <div class="two">
      <FileForm
        c={c}
        action={`${path}/messages`}
        title={words.media.importMessages}
        lead={words.media.messagesLead}
        until={words.media.messagesUntil}
      />
      <form class="card" method="post" action={`${path}/message`}>
        <FormToken c={c} />
        <h2>{words.media.enterMessage}</h2>
        <label>
          <span>{words.media.subject}</span>
          <input type="text" name="subject" required maxlength={120} />
        </label>
        <label>
          <span>{words.media.received}</span>
          <input type="date" name="received" required />
        </label>
        <label>
          <span>{words.media.answered}</span>
          <input type="date" name="answered" />
        </label>
        <button type="submit">{words.media.enterMessage}</button>
      </form>
      {account.functions.length > 0 && (
        <form class="card" method="post" action={`${path}/function`}>
          <FormToken c={c} />
          <h2>{words.media.tellFunction}</h2>
          <label>
            <span>{words.media.functions}</span>
            <select name="function">
              {account.functions.map(({ name }) => (
                <option value={name}>{name}</option>
              ))}
            </select>
          </label>
          <label>
            <span>{words.media.works}</span>
            <select name="works">
              <option value="yes">{words.media.yes}</option>
              <option value="no">{words.media.no}</option>
            </select>
          </label>
          <label>
            <span>{words.head.detail}</span>
            <input type="text" name="detail" maxlength={300} />
          </label>
          <button type="submit">{words.media.tellFunction}</button>
        </form>
      )}
    </div>
  );
}
