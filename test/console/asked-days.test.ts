import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openTestConsole, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
let officer: Browser;
beforeAll(async () => {
  console = await openTestConsole();
  officer = await signIn(console, 'officer');
});
afterAll(() => console.close());

describe('a day that is none', () => {
  test.each(['nonsense', '2018-02-31', '<b>x</b>'])('is told of beside the filters, and narrows nothing: %s', async (day) => {
    const page = await (await officer.get(`/items?from=${encodeURIComponent(day)}`)).text();
    expect(page).toMatch(/role="status">[^<]*不是日历上的日期，没有按它筛选/);
    expect(page).not.toContain('<b>x</b>');
  });

  test.each(['/api/v1/items?from=nonsense', '/api/v1/items?to=2018-02-31', '/api/v1/alerts?sent=2018-13-01'])(
    'is refused by the API: %s',
    async (path) => {
      const answer = await officer.get(path);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: expect.any(String) });
    },
  );
});

test('a day of the calendar narrows, and nothing is said of it', async () => {
  expect(await (await officer.get('/items?from=2018-02-28')).text()).not.toContain('不是日历上的日期');
  expect((await officer.get('/api/v1/items?from=2018-02-28')).status).toBe(200);
});
