import { afterAll, expect, test } from 'vitest';
import { openTestConsole, signIn } from './support.ts';

const console = await openTestConsole();
const officer = await signIn(console, 'officer');
afterAll(() => console.close());

test('a column’s year stands day by day: each day with updates opens its items, days off and long silences are marked', async () => {
  const page = await (await officer.get('/columns/portal/water-news')).text();
  const strip = /<section class="year">.*?<\/section>/s.exec(page)![0];
  const days = [...strip.matchAll(/<a class="([^"]*)" href="([^"]+)" aria-label="([^"]+)"/g)].map(([, kind, href, label]) => ({
    kind,
    href: href!.replace(/&amp;/g, '&'),
    label,
  }));
  expect(days.map(({ label }) => label)).toEqual(['2023-10-05：1 条', '2023-11-05：1 条', '2023-12-05：1 条']);
  for (const { href } of days) expect(await (await officer.get(href)).text()).toContain('data-total="1"');

  const month = (name: string) => new RegExp(`<h3>${name} .*?</li>`, 's').exec(strip)![0];
  const kindOf = (name: string, day: number) =>
    [...month(name).matchAll(/<(?:span|a) class="([^"]*)"[^>]*>(?:<time[^>]*>)?(\d+)</g)].find(
      ([, , number]) => Number(number) === day,
    )![1];
  // A holiday on a Monday, a Saturday that was worked for it, and silence from one update to the next.
  expect([kindOf('2023-10', 2), kindOf('2023-10', 7), kindOf('2023-10', 14)]).toEqual(['off', 'silent', 'off silent']);
  expect([kindOf('2023-10', 5), kindOf('2024-03', 20), kindOf('2024-03', 21)]).toEqual(['off', 'silent', 'out']);
  expect(month('2023-09')).not.toContain('silent');
});
