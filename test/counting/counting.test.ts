import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldItems, openCounter } from '../../src/counting/count.ts';
import { reconcile } from '../../src/counting/reconcile.ts';
import { openNumbers, type Series } from '../../src/counting/series.ts';
import { addDays } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import type { SightedItem } from '../../src/store/store.ts';
import { column, item, taxonomy } from '../timeliness/estate.ts';

const span = { from: '2018-01-01', to: '2018-12-31' };
const columns = [column('tzgg'), column('dt', { unit: 'office' }), column('aq', { name: '安全生产', unit: 'town' })];

describe('counting', () => {
  test('takes both ends of the span and nothing beyond', () => {
    const days = ['2017-12-31', '2018-01-01', '2018-12-31', '2019-01-01'];
    expect(count(days.map((day) => item(day))).items).toBe(2);
  });

  test('an item’s day is the earliest that any of its rows gives', () => {
    const late = item('2019-01-02', { item: 'a' });
    const early = item('2018-12-30', { item: 'a', column: 'dt' });
    const undated = item(null, { item: 'a', column: 'aq' });
    const [folded, ...more] = foldItems([late, undated, early], columns);
    expect(more).toEqual([]);
    expect(folded).toMatchObject({ day: '2018-12-30', columns: [{ id: 'tzgg' }, { id: 'aq' }, { id: 'dt' }] });
  });

  test('a part of a category serves its key area by title or by column name', () => {
    const sightings = [
      item('2018-05-01', { item: 'a', title: '防汛值班安排', category: 'emergency' }),
      item('2018-05-02', { item: 'b', title: '某矿事故调查报告', category: 'emergency' }),
      item('2018-05-03', { item: 'c', title: '检查情况', category: 'emergency', column: 'aq' }),
    ];
    const counts = count(sightings);
    expect([counts.categories.get('emergency'), counts.keyAreas.get(8)]).toEqual([3, 2]);
  });

  const sightings = fc.array(
    fc
      .record({
        name: fc.nat(30),
        day: fc.option(fc.integer({ min: -60, max: 420 }).map((days) => addDays('2018-01-01', days))),
        column: fc.constantFrom('tzgg', 'dt', 'aq', 'not-watched'),
        linked: fc.boolean(),
      })
      .map(({ name, day, column: of, linked }) =>
        item(day, {
          item: `${linked}/${name}`,
          column: of,
          url: linked ? `http://portal.test/${name}` : null,
          category: linked ? taxonomy.categories[name % taxonomy.categories.length]!.id : null,
        }),
      ),
    { maxLength: 60 },
  );

  test('total, classes and categories agree, and no unit, column or site has more than the total', () => {
    fc.assert(
      fc.property(sightings, (seen) => {
        const counts = count(seen);
        const { agrees, differences } = reconcile(counts, taxonomy, 'zh');
        expect({ agrees, differences }).toEqual({ agrees: true, differences: [] });
        for (const part of [counts.units, counts.columns, counts.sites]) {
          for (const number of part.values()) expect(number).toBeLessThanOrEqual(counts.items);
        }
      }),
    );
  });

  test('two halves of a span have together what the whole has', () => {
    fc.assert(
      fc.property(sightings, fc.nat(363), (seen, days) => {
        const middle = addDays(span.from, days);
        const within = (from: string, to: string) => count(seen, { from, to }).items;
        expect(within(span.from, middle) + within(addDays(middle, 1), span.to)).toBe(within(span.from, span.to));
      }),
    );
  });

  test('the year in numbers adds up to the counts of its columns, categories and units', () => {
    fc.assert(
      fc.property(sightings, (seen) => {
        const counts = count(seen);
        const { weekly, monthly, daily } = numbers(seen, span);
        expect(sums(weekly)).toEqual(inOrder(counts.columns));
        expect(sums(monthly)).toEqual(inOrder(counts.categories));
        const days = new Map([...daily].map(([unit, own]) => [unit, total(own.values())]));
        expect(days.get('') ?? 0).toBe(counts.items);
        days.delete('');
        expect(inOrder(days)).toEqual(inOrder(counts.units));
        for (const { groups, steps } of [weekly, monthly]) {
          for (const series of groups.values()) expect(series).toHaveLength(steps.length);
        }
      }),
    );
  });

  test('a year has twelve months; its weeks begin on Mondays', () => {
    expect(numbers([], span).monthly.steps).toHaveLength(12);
    const { steps } = numbers([], { from: '2018-12-26', to: '2019-01-08' }).weekly;
    expect(steps).toEqual(['2018-12-24', '2018-12-31', '2019-01-07']);
  });
});

function count(seen: readonly SightedItem[], within = span) {
  const { counts, add } = openCounter(within, taxonomy);
  foldItems(seen, columns).forEach(add);
  return counts;
}

function numbers(seen: readonly SightedItem[], year: Span) {
  const opened = openNumbers(year, year);
  for (const one of foldItems(seen, columns)) opened.add(one);
  return opened.numbers;
}

const total = (all: Iterable<number>) => [...all].reduce((sum, one) => sum + one, 0);
const inOrder = <K>(counts: ReadonlyMap<K, number>) => new Map([...counts].sort());
const sums = ({ groups }: Series) => inOrder(new Map([...groups].map(([key, series]) => [key, total(series)])));
