import { addDays, type Day, daysBetween } from '../src/model/day.ts';
import { Dice } from './chance.ts';
import type { City } from './city.ts';
import { escapeHtml } from './looks/look.ts';
import { ACCOUNTS, type AccountPlan } from './plan/accounts.ts';

/** Something an account of the city posted. */
interface CityPost {
  readonly title: string;
  readonly day: Day;
  /** `HH:MM` */
  readonly time: string;
  readonly url: string;
}

const FIRST_DAY = '2018-01-01';
/** Posts of the December before: counts of 2018 hold none of them. */
const BEFORE = 3;

/** What an account posted up to the city's day: titles of what its unit published on the city's sites, else of the city's news. */
export function postsOf(account: AccountPlan, city: City): CityPost[] {
  const titles = titlesFor(account, city);
  const days = daysBetween(FIRST_DAY, account.to) + 1;
  const post = (at: number, day: Day): CityPost => {
    const dice = new Dice('post', account.id, at);
    const time = `${String(dice.between(7, 21)).padStart(2, '0')}:${String(dice.between(0, 59)).padStart(2, '0')}`;
    return { title: titles[at % titles.length]!, day, time, url: `http://${account.platform}.example/${account.id}/${at}` };
  };
  const year = Array.from({ length: account.posts }, (_, at) =>
    post(at, addDays(FIRST_DAY, Math.ceil(((at + 1) * days) / account.posts) - 1)),
  );
  const before = Array.from({ length: BEFORE }, (_, at) => post(account.posts + at, addDays(FIRST_DAY, -1 - at)));
  return [...year, ...before].filter(({ day }) => day <= city.today);
}

function titlesFor({ unit }: AccountPlan, city: City): string[] {
  const columns = city.columns.filter((column) => column.category === 'local-news' || column.unit === unit);
  const own = columns.filter((column) => column.unit === unit).flatMap((column) => city.listed(column));
  const items = own.length > 0 ? own : columns.flatMap((column) => city.listed(column));
  return items.map(({ title }) => title);
}

/** The feed of an account that has one, by its path on the portal. */
export function feedAt(path: string, city: City): { readonly type: string; readonly body: string } | null {
  const account = ACCOUNTS.find((one) => feedPath(one) === path);
  return account === undefined ? null : feedOf(account, postsOf(account, city));
}

/** Path of an account's feed on the portal; null where its posts come as a file. */
export function feedPath({ id, delivered }: AccountPlan): string | null {
  return delivered === 'file' ? null : `/feeds/${id}.${delivered === 'json' ? 'json' : 'xml'}`;
}

function feedOf({ delivered, name }: AccountPlan, posts: readonly CityPost[]): { type: string; body: string } {
  if (delivered === 'json') {
    const items = posts.map(({ title, day, time, url }) => ({ id: url, url, title, date_published: `${day}T${time}:00+08:00` }));
    return { type: 'application/feed+json', body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: name, items }) };
  }
  const items = posts.map(({ title, day, time, url }) =>
    delivered === 'rss'
      ? `<item><title>${escapeHtml(title)}</title><link>${url}</link><pubDate>${day} ${time}:00</pubDate></item>`
      : `<entry><title>${escapeHtml(title)}</title><link href="${url}"/><published>${day}T${time}:00+08:00</published></entry>`,
  );
  return delivered === 'rss'
    ? { type: 'application/rss+xml', body: `<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>` }
    : { type: 'application/atom+xml', body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>${name}</title>${items.join('')}</feed>` };
}

/** The platform's own export of an account whose posts come as a file: CSV, the day of the export above its head. */
export function exportOf(account: AccountPlan, city: City): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = postsOf(account, city).map(({ title, day, time, url }) => [quoted(title), `${day} ${time}:00`, url].join(','));
  return [`公众号：${account.name}`, `导出时间：${account.exported ?? city.today} 20:00:00`, '内容标题,发表时间,内容url', ...rows, ''].join(
    '\n',
  );
}
