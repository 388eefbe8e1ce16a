import { describe, expect, it } from 'vitest';
import { pagesToLookAt } from '../../crawlers/site/looking.ts';
import type { KnownColumn } from '../../src/model/records.ts';
import { useAudits } from './audits.ts';
import { article, framed, list, rowsDown } from './pages.ts';
import { openTown } from './town.ts';

const auditsOf = useAudits();
const nights = Array.from({ length: 400 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n, 4)));
const known = (rows: number, onFirst: number, total?: number) =>
  ({
    lastGood: { rows, newestFirst: true, fingerprint: { place: 'ul', rows: onFirst, dated: 1, ...(total === undefined ? {} : { total }) } },
  }) as KnownColumn;
const due = (id: string, column: KnownColumn) => nights.map((asOf) => pagesToLookAt({ id }, column, { full: false, asOf }));

describe('further pages of a list that tells no total', () => {
  it('are looked at now and then, in nights of their own, for less than a request in twenty nights', () => {
    const columns = Array.from({ length: 100 }, (_, n) => due(`column${n}`, known(20 + 30 * (n % 8), 20)));
    const perNight = nights.map((_, night) => columns.reduce((sum, of) => sum + of[night]!, 0));
    expect(perNight.reduce((sum, one) => sum + one, 0) / (nights.length * columns.length)).toBeLessThanOrEqual(0.05);
    expect(Math.max(...perNight)).toBeLessThan(25);
    for (const [n, of] of columns.entries()) expect([n, of.some((pages) => pages > 0)]).toEqual([n, n % 8 > 0]);
  });

  it('are left alone where a total tells of them, or there are none', () => {
    expect(new Set(due('tzgg', known(50, 20, 50)))).toEqual(new Set([0]));
    expect(new Set(due('tzgg', known(20, 20)))).toEqual(new Set([0]));
  });

  it('show in such a night what was dated back there', async () => {
    const town = await openTown();
    const putUp = (rows: ReturnType<typeof rowsDown>) => {
      town.pages.set('/tzgg/', framed(list(rows.slice(0, 10), '<a href="/tzgg/2.html">下一页</a>')));
      town.pages.set('/tzgg/2.html', framed(list(rows.slice(10), '<a href="/tzgg/">上一页</a>')));
      for (const { n } of rows) town.pages.set(`/tzgg/t${n}.html`, article(n));
    };
    const night = nights.find((asOf) => pagesToLookAt({ id: 'tzgg' }, known(18, 10), { full: false, asOf }) > 0)!;
    const before = new Date(night.getTime() - 24 * 3600_000);
    const audits = auditsOf(town.url, ['{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices, period: none }']);
    const rows = rowsDown(60, 43);
    putUp(rows);
    const on = async (day: Date) => (await audits.audit({ asOf: day.toISOString().slice(0, 10) })).column('tzgg').items;
    expect(await on(before)).toBe(18);
    putUp([...rows.slice(0, 14), { n: 99, day: rows[13]!.day ?? '2024-02-16' }, ...rows.slice(14)]);
    expect(await on(before)).toBe(18);
    expect(await on(night)).toBe(19);
  });
});
