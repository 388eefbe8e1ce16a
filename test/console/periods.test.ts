import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openTestConsole, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
let officer: Browser;
beforeAll(async () => {
  console = await openTestConsole();
  officer = await signIn(console, 'officer');
});
afterAll(() => console.close());

const textOf = async (path: string) => (await officer.get(path)).text();
const countsOf = async (query: string) =>
  (await (await officer.get(`/api/v1/counts${query}`)).json()) as {
    totals: { items: number };
    categories: { id: string; items: number }[];
    from: string;
    to: string;
  };

test('a page of counts counts the days that its address says, and its lists are of the same days', async () => {
  const page = await textOf('/categories?from=2023-10-01&to=2023-10-31');
  expect(page).toContain('统计 2023-10-01 至 2023-10-31');
  expect(page).toContain('/items?category=work-updates&amp;from=2023-10-01&amp;to=2023-10-31');
  expect((await countsOf('?from=2023-10-01&to=2023-10-31')).totals.items).toBe(2);
  expect((await countsOf('?from=2023-11-01&to=2023-11-30')).totals.items).toBe(2);
  expect((await countsOf('?from=2022-01-01&to=2022-12-31')).totals.items).toBe(0);
});

test('the API, the page’s file and the whole year agree', async () => {
  const year = await countsOf('?period=last-year');
  const quarter = await countsOf('?from=2023-10-01&to=2023-12-31');
  expect(year.totals.items).toBe(6);
  expect(quarter.totals.items).toBe(year.totals.items);
  expect((await countsOf('')).from).toBe('2024-01-01');
  const file = await textOf('/categories?from=2023-10-01&to=2023-12-31&table=categories&format=csv');
  const told = file
    .split('\r\n')
    .slice(1)
    .map((line) => Number(line.split(',')[3] ?? 0))
    .reduce((sum, items) => sum + items, 0);
  expect(told).toBe(quarter.totals.items);
});

test('periods are chosen by name, also of units; what is none is told of and refused by the API', async () => {
  expect(await textOf('/units?period=last-year')).toContain('统计 2023-01-01 至 2023-12-31');
  expect(await textOf('/categories?period=nonsense')).toContain('“nonsense”不是可用的时段');
  expect((await officer.get('/api/v1/counts?period=nonsense')).status).toBe(400);
  expect((await officer.get('/api/v1/counts?from=2023-02-31')).status).toBe(400);
  expect((await officer.get('/api/v1/counts?from=2023-03-31&to=2023-01-01')).status).toBe(400);
});
