import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { article, framed, list, rowsDown } from '../site/pages.ts';
import { openServer } from '../site/town.ts';
import { useFolder } from './estate.ts';
import { type Finished, gongkai } from './gongkai.ts';

const folder = useFolder();
const ME = { name: '李四', email: 'li@example.cn', password: 'seven-grey-herons' };

let town: Awaited<ReturnType<typeof openServer>>;
let ended: Promise<Finished>;
let child: ChildProcess | null = null;
let origin: string;
let token: string;
/** What somebody clicks: forms that are sent and links that are followed. */
let clicks = 0;

beforeAll(async () => {
  town = await openServer();
  town.pages.set('/', framed('<ul><li><a href="/tzgg/">通知公告</a></li><li><a href="/gzdt/">工作动态</a></li></ul>', { name: '首页' }));
  for (const [place, name] of [
    ['/tzgg/', '通知公告'],
    ['/gzdt/', '工作动态'],
  ] as const) {
    const rows = rowsDown(60, 45);
    town.pages.set(place, framed(list(rows, '', place), { name }));
    for (const { n } of rows) town.pages.set(`${place}t${n}.html`, article(n));
  }
  const started = new Promise<string>((resolve) => {
    ended = gongkai(['serve', '--config', folder('config'), '--data', folder('data'), '--port', '0'], {
      during(process, stderr) {
        child = process;
        const url = /(http:\/\/127\.0\.0\.1:\d+)\/setup\?token=(\S+)/.exec(stderr);
        if (url) resolve(url[0]);
      },
    });
  });
  const setup = new URL(await started);
  origin = setup.origin;
  token = setup.searchParams.get('token')!;
}, 120_000);
afterAll(async () => {
  child?.kill('SIGINT');
  await ended;
  await town.close();
});

const cookies = new Map<string, string>();

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), cookie: [...cookies].map((pair) => pair.join('=')).join('; ') };
  const answer = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' });
  for (const cookie of answer.headers.getSetCookie()) {
    const [name = '', ...value] = cookie.split(';')[0]!.split('=');
    cookies.set(name, value.join('='));
  }
  return answer;
}

/** Fills in a page's form and sends it; gives where that led. */
async function submit(page: string, fields: Record<string, string | readonly string[]>, to = page): Promise<string> {
  clicks += 1;
  const html = await (await send(page)).text();
  const formToken = /name="_token" value="([^"]+)"/.exec(html)?.[1];
  const pairs = Object.entries({ ...(formToken ? { _token: formToken } : {}), ...fields });
  const body = new URLSearchParams(pairs.flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
  const answer = await send(to, { method: 'POST', body, headers: { origin } });
  const said = answer.headers.get('location');
  if (said === null) throw new Error(`${answer.status} ${(await answer.text()).replace(/<[^>]+>/g, ' ')}`);
  return said;
}

describe('gongkai serve in an empty folder', () => {
  test('leads in the browser alone from nothing to the first judged site, in few clicks, and writes no file', async () => {
    const login = await submit(`/setup?token=${token}`, { ...ME, token, again: ME.password, city: '清源市', speaks: 'zh' }, '/setup');
    expect(login).toBe('/login?next=/estate/sites/new');
    expect(await submit(login, { email: ME.email, password: ME.password, next: '/estate/sites/new' }, '/login')).toBe('/estate/sites/new');

    // Without leave nothing on this machine is asked, and it is said why.
    const refused = await submit('/estate/sites/new', { url: town.url });
    await told(refused);
    expect(await (await send(refused)).text()).toMatch(/没有读到这个网站.*name="private"/s);
    expect(town.asked).toEqual([]);

    const look = await submit('/estate/sites/new', { url: town.url, private: 'yes' });
    await told(look);
    const found = await (await send(look)).text();
    expect(found).toMatch(/找到 2 个栏目/);
    expect(found).toMatch(/通知公告.*2024-02-29/s);
    const run = await submit(look, { name: '市水利局网站', unit: '', unitName: '市水利局', column: ['0', '1'], 'category-0': 'notices' });
    expect(run).toMatch(/^\/runs\//);
    expect(await told(run)).toMatch(/已读 \d \/ 2 个栏目|已计划|判断中|^$/);

    const today = (await (await send('/')).text()).replace(/<[^>]+>/g, ' ');
    expect(today).toMatch(/清源市|超期/);
    expect(await (await send('/columns')).text()).toMatch(/通知公告.*2024-02-29/s);
    expect(await (await send(run)).text()).toContain('添加第一个联系人');
    expect(clicks).toBeLessThanOrEqual(12);
    expect(existsSync(folder('config', 'estate.yaml'))).toBe(false);
  }, 120_000);
});

/** Waits until a page's progress is over; gives what it said last. */
async function told(page: string): Promise<string> {
  const events = await (await send(`${page}/events`)).text();
  expect(events).toContain('event: done');
  return [...events.matchAll(/^data: (.*)$/gm)].at(-2)?.[1] ?? '';
}
