import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../site/town.ts';
import { complaint, configAt, gongkaiHere, goodEstate, useFolder } from './estate.ts';

const at = useFolder();
let town: Awaited<ReturnType<typeof openServer>>;
let where: string[];

const accountsOf = (feed: string) => `
accounts:
  - { id: wx, name: 示例发布, platform: wechat, unit: water }
  - { id: wb, name: 示例微博, platform: weibo, unit: water, feed: '${feed}' }
  - { id: old, name: 旧客户端, platform: app, unit: water, registered: 2016-05-01, closed: 2019-01-01, announcement: 'http://a.example/gg' }
`;
const feedOf = (days: readonly string[]) =>
  `<rss version="2.0"><channel><title>x</title>${days.map((day, n) => `<item><title>第${n}条</title><link>http://wb.example/${n}</link><pubDate>${day} 08:00:00</pubDate></item>`).join('')}</channel></rss>`;

beforeAll(async () => {
  town = await openServer();
  town.pages.set('/feed.xml', feedOf(['2024-03-01', '2024-02-01']));
  town.pages.set('/', '<title>某市</title>');
  where = ['--config', configAt(at('config'), goodEstate(town.url) + accountsOf(`${town.url}feed.xml`)), '--data', at('data')];
});
afterAll(() => town.close());

const file = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};
const list = async (asOf: string) => {
  const { accounts } = JSON.parse((await gongkaiHere(['accounts', 'list', '--as-of', asOf, '--json', ...where])).stdout);
  return Object.fromEntries(accounts.map((account: { id: string }) => [account.id, account]));
};
const bring = async (path: string, ...more: string[]) =>
  JSON.parse((await gongkaiHere(['accounts', 'import', path, '--account', 'wx', ...more, '--json', ...where])).stdout);

describe('accounts of new media', () => {
  it('are unknown before anything was delivered, and closed ones closed', async () => {
    expect(await list('2024-03-20')).toMatchObject({
      wx: { status: 'unknown', reason: 'not-delivered', posts: 0, lastPublished: null },
      old: { status: 'closed' },
    });
  });

  it('are not taken for another whose name stands in a file, until somebody says so', async () => {
    const path = file('other.csv', '公众号名称：东河发布\n标题,发布时间\n东河,2023-11-02\n');
    const refused = await gongkaiHere(['accounts', 'import', path, '--account', 'wx', ...where]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/东河发布.*示例发布[\s\S]*--any-name/);
    expect(await bring(path, '--any-name')).toMatchObject({ posts: 1, added: 1 });
  });

  it('count a post once, by whichever file and how often it comes', async () => {
    const csv = '标题,发布时间,链接\n春耕,2024-03-02 08:00,http://mp.example/1\n夏收,2024-02-20,\n去年,2023-12-30,\n';
    expect(await bring(file('a.csv', csv))).toMatchObject({ posts: 3, added: 3 });
    expect(await bring(file('b.csv', csv))).toMatchObject({ posts: 3, added: 0, known: 3 });
    // The same post without its address, and one whose address came later.
    expect(await bring(file('c.csv', '标题,发布日期,链接\n春耕,2024-03-02,\n夏收,2024-02-20,http://mp.example/2\n'))).toMatchObject({
      added: 0,
    });
    expect(await list('2024-03-10')).toMatchObject({ wx: { status: 'due', posts: 2, lastPublished: '2024-03-02' } });
    expect(await list('2024-03-17')).toMatchObject({ wx: { status: 'unknown', reason: 'not-delivered-since' } });
    // Somebody says until when it speaks, or the file itself says when it was exported.
    await bring(file('d.csv', csv), '--until', '2024-03-17');
    expect(await list('2024-03-17')).toMatchObject({ wx: { status: 'silent', overdueDays: 1 } });
    expect(await list('2024-03-18')).toMatchObject({ wx: { status: 'unknown' } });
    await bring(file('e.csv', `导出时间：2024-03-18 09:00\n${csv}`));
    expect(await list('2024-03-18')).toMatchObject({ wx: { status: 'silent', overdueDays: 2 } });
  });

  it('stand in the audit as in their own list, with their feeds read', async () => {
    const audit = JSON.parse((await gongkaiHere(['audit', '--as-of', '2024-03-10', '--json', ...where])).stdout);
    expect(audit.accounts).toEqual(Object.values(await list('2024-03-10')));
    expect((await list('2024-03-10')).wb).toMatchObject({ status: 'due', posts: 2, lastPublished: '2024-03-01' });
  });

  it('whose feed is down are unknown, never silent', async () => {
    const other = ['--config', where[1]!, '--data', at('down')];
    town.pages.delete('/feed.xml');
    await gongkaiHere(['accounts', 'collect', ...other]);
    const { accounts } = JSON.parse((await gongkaiHere(['accounts', 'list', '--as-of', '2024-06-10', '--json', ...other])).stdout);
    expect(accounts[1]).toMatchObject({ id: 'wb', status: 'unknown', reason: 'feed-down' });
  });

  it('are named by an id that exists, and a file that is none is refused with a sentence', async () => {
    expect(await complaint(['accounts', 'import', file('x.csv', '标题,发布时间\n'), '--account', 'wxx', ...where])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('是不是想写 wx？'),
    });
    expect(await complaint(['accounts', 'import', file('y.csv', 'a,b\n'), '--account', 'wx', ...where])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('没有找到表头'),
    });
    expect((await complaint(['accounts', 'import', at('nowhere.csv'), '--account', 'wx', ...where])).status).toBe(1);
  });

  it('that cannot be used are told with file, line and key', async () => {
    const bad = configAt(
      at('bad'),
      `${goodEstate()}\naccounts:\n  - { id: wx, name: 示例, platform: weixin, unit: water }\n  - { id: wx2, name: 示例, platform: weibo, unit: watre, closed: 2019-01-01, registered: 2020-01-01 }\n`,
    );
    const { status, stderr } = await complaint(['accounts', 'list', '--config', bad, '--data', at('data')]);
    expect(status).toBe(2);
    for (const key of ['accounts[0].platform', 'accounts[1].unit', 'accounts[1].closed']) expect(stderr).toContain(key);
  });
});
