import { z } from 'zod';
import { enterPost, importPosts } from '../../../jobs/media/import-posts.ts';
import { platformNames } from '../../media/words.ts';
import { isDay } from '../../model/day.ts';
import type { MediaAccount, Post, PostDelivery } from '../../model/media.ts';
import { namesOf } from '../../rows/names.ts';
import { askedPeriodNow } from '../asked-period.ts';
import { type ConsoleContext, may, visitorOf } from '../context.ts';
import { ALL, ANSWER } from '../permissions.ts';
import type { Register } from '../register.ts';
import { External } from '../view/external.tsx';
import { FileForm, takeFile } from '../view/file-form.tsx';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { accountPath, outside } from '../view/links.ts';
import { PeriodPicker } from '../view/period-picker.tsx';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { visibleAccount } from './media-accounts.ts';
import { serviceTables, TellService } from './media-service.tsx';

/** Posts that are shown of a year. */
const SHOWN_POSTS = 500;
const DAY = z.string().refine(isDay);
const POST = z.object({
  title: z.string().trim().min(1).max(300),
  on: DAY,
  url: z.string().trim().max(2_000).optional(),
  original: z.enum(['', 'yes', 'no']).optional(),
});

/** One account: its posts of this year, how they came, and the two ways to hand some in: a platform's file, and a form. */
export const registerMediaAccount: Register = (app, services) => {
  app.read('/media/accounts/:account', ALL, async (c) => {
    const { words, language } = c.var;
    const account = visibleAccount(c, services);
    if (account === null) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(services.config, language);
    const { store } = services;
    const asked = askedPeriodNow(c, services);
    const [posts, count, deliveries] = await Promise.all([
      store.posts.list(account.id, asked.span, SHOWN_POSTS),
      store.posts.count(account.id, asked.span),
      store.posts.deliveries(account.id),
    ]);
    const postTable: Table<Post> = {
      name: 'posts',
      caption: words.media.postsOfPeriod,
      rows: posts,
      total: count,
      columns: [
        { head: words.head.published, value: (row) => row.publishedAt.slice(0, 16).replace('T', ' ') },
        { head: words.head.title, value: (row) => row.title, show: (row) => <External url={row.url}>{row.title}</External> },
        { head: words.media.original, value: (row) => (row.original === null ? null : row.original ? words.media.yes : words.media.no) },
      ],
    };
    const deliveryTable: Table<PostDelivery> = {
      name: 'deliveries',
      caption: words.media.deliveries,
      rows: deliveries.toReversed(),
      columns: [
        { head: words.media.cameAt, value: (row) => names.time(row.at) },
        { head: words.media.via, value: (row) => words.media.ways[row.via] },
        { head: words.head.source, value: (row) => row.source },
        { head: words.head.by, value: (row) => row.by },
        { head: words.media.speaksOf, value: (row) => (row.from === null ? null : `${row.from} – ${row.until}`) },
        { head: words.media.posts, value: (row) => row.posts, number: true },
        { head: words.head.detail, value: (row) => row.fault?.[language] ?? null },
      ],
    };
    const [messages, functions] = await serviceTables(c, services, account);
    const file = await exported(c, postTable, deliveryTable, messages, functions);
    if (file) return file;
    return page(
      c,
      { title: account.name, section: 'media' },
      <>
        <Facts c={c} account={account} unit={names.unit(account.unit)} />
        {may(c, 'POST', '/media/accounts/:account/import') && <HandIn c={c} account={account} />}
        <PeriodPicker c={c} asked={asked} />
        <TableView c={c} table={postTable} />
        <TableView c={c} table={deliveryTable} />
        {may(c, 'POST', '/media/accounts/:account/message') && <TellService c={c} account={account} />}
        <TableView c={c} table={messages} />
        {account.functions.length > 0 && <TableView c={c} table={functions} />}
      </>,
    );
  });

  app.write('/media/accounts/:account/import', ANSWER, async (c) => {
    const account = visibleAccount(c, services);
    if (account === null) return tellProblem(c, 404, c.var.words.error.notFound);
    return takeFile(c, accountPath(account.id), async (file) => {
      const { delivery, added } = await importPosts(services, account, file);
      await services.note(c, 'import-posts', `account/${account.id}`, `${delivery.source}: ${added}/${delivery.posts}`);
    });
  });

  app.write('/media/accounts/:account/post', ANSWER, async (c) => {
    const { words } = c.var;
    const account = visibleAccount(c, services);
    if (account === null) return tellProblem(c, 404, words.error.notFound);
    const form = await readForm(c, POST);
    if (form === null) return tellProblem(c, 400, words.error.invalid);
    const { title, on, url = '', original = '' } = form;
    const post = { title, publishedOn: on, publishedAt: on, url: outside(url), original: original === '' ? null : original === 'yes' };
    const { delivery } = await enterPost(services, account, post, visitorOf(c).email);
    await services.note(c, 'enter-post', `account/${account.id}`, `${on} ${delivery.source}`);
    return c.redirect(accountPath(account.id));
  });
};

function Facts({ c, account, unit }: { c: ConsoleContext; account: MediaAccount; unit: string }) {
  const { words, language } = c.var;
  const told = (value: boolean | null) => (value === null ? words.media.notKnown : value ? words.media.yes : words.media.no);
  const facts: readonly (readonly [string, string | null])[] = [
    [words.media.platform, platformNames(account.platform)[language]],
    [words.head.unit, unit],
    [words.media.registered, account.registered],
    [words.media.verified, told(account.verified)],
    [words.media.filed, told(account.filed)],
    [words.media.formerNames, account.formerNames.map(({ name, until }) => `${name}（${until}）`).join('、') || null],
    [words.media.closed, account.closed],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      {account.announcement !== null && (
        <>
          <dt>{words.media.announcement}</dt>
          <dd>
            <External url={account.announcement} />
          </dd>
        </>
      )}
    </dl>
  );
}

function HandIn({ c, account }: { c: ConsoleContext; account: MediaAccount }) {
  const { words } = c.var;
  const path = accountPath(account.id);
  return (
    <div class="two">
      <FileForm c={c} action={`${path}/import`} title={words.media.importFile} lead={words.media.importLead} until={words.media.until} />
      <form class="card" method="post" action={`${path}/post`}>
        <FormToken c={c} />
        <h2>{words.media.enterPost}</h2>
        <label>
          <span>{words.head.title}</span>
          <input type="text" name="title" required maxlength={300} />
        </label>
        <label>
          <span>{words.head.published}</span>
          <input type="date" name="on" required />
        </label>
        <label>
          <span>{words.head.url}</span>
          <input type="url" name="url" maxlength={2000} />
        </label>
        <label>
          <span>{words.media.original}</span>
          <select name="original">
            <option value="">{words.media.notKnown}</option>
            <option value="yes">{words.media.yes}</option>
            <option value="no">{words.media.no}</option>
          </select>
        </label>
        <button type="submit">{words.media.enterPost}</button>
      </form>
    </div>
  );
}
