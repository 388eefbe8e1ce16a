import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { article, framed, list, rowsDown } from '../site/pages.ts';
import { openServer } from '../site/town.ts';
import { configAt, gongkaiHere, goodEstate, useFolder } from './estate.ts';

const at = useFolder();
type Town = Awaited<ReturnType<typeof openServer>>;
let quick: Town;
let slow: Town;

beforeAll(async () => {
  quick = await openServer();
  slow = await openServer();
  for (const town of [quick, slow]) {
    town.pages.set('/', framed(`${list(rowsDown(3, 1))}<a href="/tzgg/">通知公告</a>`));
    town.pages.set('/tzgg/', framed(list(rowsDown(20, 1))));
    for (let n = 1; n <= 20; n++) town.pages.set(`/tzgg/t${n}.html`, article(n));
  }
  const listed = framed(list(rowsDown(20, 1)));
  slow.pages.set('/tzgg/', async (_request, response) => {
    await delay(4000);
    response.end(listed);
  });
});
afterAll(() => Promise.all([quick.close(), slow.close()]));

it('an audit by hand says how the first site stands while others are still being read, and nothing of it where it is to be quiet', async () => {
  const others = [1, 2, 3].map(
    (n) =>
      `  - { id: slow${n}, unit: water, name: 慢网站${n}, url: '${slow.url}', columns: [{ id: tzgg, name: 通知公告, url: /tzgg/ }] }\n`,
  );
  const dir = configAt(at('config'), `${goodEstate(quick.url)}${others.join('')}`);
  const audit = (...more: string[]) => gongkaiHere(['audit', '--config', dir, '--data', at('data'), '--as-of', '2024-12-31', ...more]);
  const { status, stderr } = await audit();
  expect(status).toBe(0);
  const first = stderr.indexOf('先看一个：清源市水利局，栏目 1 个：超期 1');
  expect(first).toBeGreaterThan(-1);
  expect(first).toBeLessThan(stderr.indexOf('slow1: ok'));
  expect(stderr.match(/先看一个/g)).toHaveLength(1);
  expect((await audit('--quiet')).stderr).toBe('');
});
