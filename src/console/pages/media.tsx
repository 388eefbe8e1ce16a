import { forwardedBy } from '../../../jobs/media/forwarded.ts';
import { judgeAccounts } from '../../../jobs/media/judge-accounts.ts';
import type { Forwarding } from '../../media/forwarding.ts';
import type { AccountRow } from '../../media/judge-account.ts';
import { accountReasonWords, accountStatusWords, forwardingWords, platformNames } from '../../media/words.ts';
import type { Span } from '../../model/estate.ts';
import { PLATFORMS } from '../../model/media.ts';
import { namesOf } from '../../rows/names.ts';
import { askedPeriodNow } from '../asked-period.ts';
import { type ConsoleContext, ownUnit, visitorOf } from '../context.ts';
import { ALL, OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { Count } from '../view/count.tsx';
import { choice, choiceOf, Filters } from '../view/filters.tsx';
import { page } from '../view/layout.tsx';
import { accountPath, unitPath } from '../view/links.ts';
import { PeriodPicker } from '../view/period-picker.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const MOST_HOURS = 2_160;

/** Accounts of new media: how each stands now, what platforms come to, and who carried what all must carry. */
export const registerMedia: Register = (app, services) => {
  app.section('media', '/media', ALL, async (c) => {
    const { words, language } = c.var;
    const names = namesOf(services.config, language);
    const asked = askedPeriodNow(c, services);
    const all = await accountsNow(c, services, asked.span);
    const fits = (key: string, value: string) => [value, undefined, ''].includes(c.req.query(key));
    const rows = all.filter(({ platform, unit, status }) => fits('platform', platform) && fits('unit', unit) && fits('status', status));
    const table: Table<AccountRow> = {
      name: 'accounts',
      caption: words.media.accounts,
      rows,
      columns: [
        { head: words.head.name, value: (row) => row.name, show: (row) => <a href={accountPath(row.id)}>{row.name}</a> },
        { head: words.media.platform, value: (row) => platformNames(row.platform)[language] },
        {
          head: words.head.unit,
          value: (row) => names.unit(row.unit),
          show: (row) => <a href={unitPath(row.unit)}>{names.unit(row.unit)}</a>,
        },
        { head: words.head.status, value: (row) => accountStatusWords(row.status)[language] },
        { head: words.head.reason, value: (row) => row.reason && accountReasonWords(row.reason)[language] },
        {
          head: words.media.posts,
          value: (row) => row.posts,
          show: (row) => <Count of={row.posts} list={`${accountPath(row.id)}?${new URLSearchParams({ ...asked.span })}#table-posts`} />,
          number: true,
        },
        { head: words.head.lastPublished, value: (row) => row.lastPublished },
        { head: words.head.dueOn, value: (row) => row.dueOn },
        { head: words.head.overdueDays, value: (row) => (row.overdueDays > 0 ? row.overdueDays : null), number: true },
      ],
    };
    const platforms = platformTable(all, c);
    const file = await exported(c, table, platforms);
    if (file) return file;
    return page(
      c,
      { title: words.media.title, section: 'media', lead: words.media.lead },
      <>
        <p>
          <a href="/media/forwarded">{words.media.toForwarded}</a>
        </p>
        <PeriodPicker c={c} asked={asked} />
        <TableView c={c} table={platforms} />
        <Filters
          c={c}
          keeps={['period', 'from', 'to']}
          filters={[
            choice('platform', words.media.platform, PLATFORMS, (value) => platformNames(value)[language]),
            choiceOf(
              'unit',
              words.head.unit,
              services.config.estate.units.filter(({ id }) => all.some(({ unit }) => unit === id)),
              names.unit,
            ),
            choice(
              'status',
              words.head.status,
              ['fresh', 'due', 'silent', 'unknown', 'closed'] as const,
              (value) => accountStatusWords(value)[language],
            ),
          ]}
        />
        <TableView c={c} table={table} />
      </>,
    );
  });

  app.read('/media/forwarded', OFFICE, async (c) => {
    const { words, language } = c.var;
    const names = namesOf(services.config, language);
    const [title, at, hours] = [c.req.query('title') ?? '', c.req.query('at') ?? '', Number(c.req.query('hours') ?? 24)];
    const isAsked = title.trim() !== '' && MOMENT.test(at) && Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS;
    const rows = isAsked ? await forwardedBy(services, { title, at, hours }) : [];
    const table: Table<Forwarding> = {
      name: 'forwarded',
      caption: words.media.forwarded,
      rows,
      columns: [
        {
          head: words.head.name,
          value: ({ account }) => account.name,
          show: ({ account }) => <a href={accountPath(account.id)}>{account.name}</a>,
        },
        { head: words.media.platform, value: ({ account }) => platformNames(account.platform)[language] },
        { head: words.head.unit, value: ({ account }) => names.unit(account.unit) },
        { head: words.head.status, value: ({ state }) => forwardingWords(state)[language] },
        { head: words.head.published, value: ({ post }) => post?.publishedAt.slice(0, 16).replace('T', ' ') ?? null },
        { head: words.head.title, value: ({ post }) => post?.title ?? null },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      { title: words.media.forwarded, section: 'media', lead: words.media.forwardedLead },
      <>
        <search>
          <form class="filters" method="get">
            <div class="field">
              <label for="title">{words.head.title}</label>
              <input type="search" id="title" name="title" value={title} required maxlength={300} />
            </div>
            <div class="field">
              <label for="at">{words.media.publishedAt}</label>
              <input type="datetime-local" id="at" name="at" value={at} required />
            </div>
            <div class="field">
              <label for="hours">{words.media.hours}</label>
              <input type="number" id="hours" name="hours" min="1" max={MOST_HOURS} value={String(hours)} required />
            </div>
            <div class="send">
              <button type="submit">{words.media.ask}</button>
            </div>
          </form>
        </search>
        {isAsked && <TableView c={c} table={table} />}
      </>,
    );
  });
};

/** How accounts stand now; to a unit's editor those of the unit alone. */
export async function accountsNow(c: ConsoleContext, services: ConsoleServices, span: Span): Promise<AccountRow[]> {
  const asOf = services.clock.now();
  const { pack } = services.config;
  const unit = ownUnit(visitorOf(c));
  const rows = await judgeAccounts(services, { asOf, span, pack });
  return rows.filter((row) => unit === null || row.unit === unit);
}

interface PlatformCount {
  readonly name: string;
  readonly accounts: number;
  readonly posts: number;
  readonly silent: number;
  readonly unknown: number;
}

function platformTable(rows: readonly AccountRow[], c: ConsoleContext): Table<PlatformCount> {
  const { words, language } = c.var;
  const counted = PLATFORMS.flatMap((platform): PlatformCount[] => {
    const own = rows.filter((row) => row.platform === platform);
    const of = (status: AccountRow['status']) => own.filter((row) => row.status === status).length;
    const posts = own.reduce((sum, row) => sum + row.posts, 0);
    return own.length === 0
      ? []
      : [{ name: platformNames(platform)[language], accounts: own.length, posts, silent: of('silent'), unknown: of('unknown') }];
  });
  return {
    name: 'platforms',
    caption: words.media.platforms,
    rows: counted,
    columns: [
      { head: words.media.platform, value: (row) => row.name },
      { head: words.media.accounts, value: (row) => row.accounts, number: true },
      { head: words.media.posts, value: (row) => row.posts, number: true },
      { head: words.media.silent, value: (row) => row.silent, number: true },
      { head: words.media.unknown, value: (row) => row.unknown, number: true },
    ],
  };
}
