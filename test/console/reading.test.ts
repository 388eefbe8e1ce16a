import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { framed, rows } from '../reading/lists/frame.ts';
import { makeResult } from '../store/records.ts';
import { openTestConsole, signIn } from './support.ts';

const console = await openTestConsole();
const officer = await signIn(console, 'officer');
afterAll(() => console.close());

const revision = () => String(console.deps.config.revision);
const columns = () => console.deps.config.estate.sites[0]!.columns!;
const PAGE = '/columns/portal/water-news/reading';
const BOX = '<div class="box"><h3>最新动态</h3><ul class="new">';
const ID = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;

/** A list under no name of its own, beside a box of the site's news. */
const pageOf = (unit: string) =>
  framed(
    `<ul class="list">${rows(7, (title, day, n) => `<li><a href="/${unit}/${n}.html">${title}</a><span>${day}</span></li>`)}</ul>${BOX}${rows(4, (title, day, n) => `<li><a href="/xw/${n}.html">${title}</a><span>${day}</span></li>`)}</ul></div><p>身份证号 ${ID}</p>`,
  );

beforeAll(async () => {
  const now = console.deps.clock.now();
  for (const unit of ['water', 'health']) {
    const bytes = new TextEncoder().encode(pageOf(unit));
    const hash = createHash('sha256').update(bytes).digest('hex');
    await console.store.columns.record(
      makeResult(
        {
          run: 'run-1',
          site: 'portal',
          column: `${unit}-news`,
          at: now,
          asOf: now,
          evidence: hash,
          certainty: 'likely',
          doubts: ['page-likely'],
        },
        [],
        {
          pages: [{ url: `http://portal.example/${unit}/`, bytes, fetchedAt: now, contentType: 'text/html; charset=utf-8' }],
        },
      ),
    );
  }
});

const textOf = async (answer: Response) => (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('how a column is read', () => {
  test('is shown: the rows, how sure, and the blocks that could be the list instead', async () => {
    const said = await textOf(await officer.get(PAGE));
    for (const part of ['系统自己认定', '关于青禾市城区供水管网改造施工期间临时停水的通知', '最新动态', '这就是列表'])
      expect(said).toContain(part);
  });

  test('is marked on the stored page, whose only links lead to the console and whose personal data is masked', async () => {
    const answer = await officer.get(`${PAGE}/view`);
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox allow-top-navigation-by-user-activation/);
    const page = await answer.text();
    expect(page.match(/<li data-read="yes"/g)).toHaveLength(7);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&#38;', '&'));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^\/columns\/portal\/water-news\/reading\?rows=/);
    expect(page).not.toContain(ID);
  });

  test('a click on another block shows what would be read of it, on this column and the site’s others, and saves nothing', async () => {
    const before = revision();
    const page = await (await officer.get(`${PAGE}/view`)).text();
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&#38;', '&'));
    const tried = await Promise.all(links.map(async (link) => textOf(await officer.get(link))));
    const ofBox = tried.find((said) => said.includes('4 条，最新 2023-12-28'));
    expect(ofBox).toMatch(/照此读到的信息.*本网站的其他栏目照此读取.*卫健动态/);
    expect(revision()).toBe(before);
  });

  test('is saved for the column and the ticked others in one revision, undone in one, and taken back', async () => {
    const first = revision();
    const saved = await officer.post(PAGE, { revision: first, scope: 'column', rows: 'ul.new > li', also: 'health-news', why: '看过页面' });
    expect(saved.headers.get('location')).toBe(`${PAGE}?saved=${revision()}`);
    expect(columns().map(({ read }) => read)).toEqual([{ rows: 'ul.new > li' }, { rows: 'ul.new > li' }]);
    expect(await textOf(await officer.get(PAGE))).toMatch(/rows: ul.new &gt; li.*4 条，最新 2023-12-28/);
    expect(await textOf(await officer.get('/sites/portal'))).toMatch(/人工指定.*ul\.new/);
    await officer.post('/estate/undo', { revision: revision() });
    expect(columns().map(({ read }) => read)).toEqual([undefined, undefined]);
    await officer.post(PAGE, { revision: revision(), scope: 'column', rows: 'ul.new > li' });
    await officer.post(PAGE, { revision: revision(), scope: 'column' });
    expect(columns()[0]!.read).toBeUndefined();
  });

  test('a selector that is none is told beside what was typed, and nothing is saved', async () => {
    const before = revision();
    for (const answer of [
      await officer.get(`${PAGE}?${new URLSearchParams({ rows: 'li[' })}`),
      await officer.post(PAGE, { revision: before, scope: 'column', rows: 'li[' }),
    ]) {
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(/role="alert".*“rows”.*value="li\["/s);
    }
    expect(revision()).toBe(before);
  });

  test('readings that are not sure stand in one list, with the reason and the way to mend them', async () => {
    const page = await (await officer.get('/readings')).text();
    expect(page).toContain(`href="${PAGE}"`);
    expect(page).toContain('大致可以认定');
    expect(await (await officer.get('/columns')).text()).toContain('href="/readings"');
  });

  test('is none of those who only read or answer for a unit', async () => {
    for (const role of ['viewer', 'unit-editor'] as const) {
      const other = await signIn(console, role, role === 'unit-editor' ? 'water' : null);
      for (const path of [PAGE, `${PAGE}/view`, '/readings']) expect((await other.get(path)).status).toBe(403);
      expect((await other.post(PAGE, { revision: revision(), scope: 'column', rows: 'li' })).status).toBe(403);
    }
  });
});
