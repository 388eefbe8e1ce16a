import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/model/outcome.ts';
import type { ReadingRecord, SiteRecord } from '../../src/model/records.ts';
import { audit, column, item, pack, reading, ruleFor, siteRecord } from '../timeliness/estate.ts';

const ON = '2018-12-31';
const columns = ['dead', 'tzgg', 'dt', 'zc'].map((id) => column(id));
const address = (id: string) => columns.find((one) => one.id === id)!.url;

/** Readings of the column by day, oldest first; those of its neighbours are of today and good. */
function told(
  days: readonly (readonly [on: string, Outcome, more?: Partial<ReadingRecord>])[],
  more: Partial<SiteRecord> = {},
  lost: readonly string[] = [],
) {
  const unknown = { reason: 'unreachable', certainty: 'unsure', rows: 0 } as const;
  const readings = [
    ...days.map(([on, outcome, of]) =>
      reading({ on, column: 'dead', address: address('dead'), outcome, ...(outcome === 'ok' ? {} : unknown), ...of }),
    ),
    ...['tzgg', 'dt', 'zc'].map((id) =>
      reading({ on: ON, column: id, address: address(id), ...(lost.includes(id) ? { outcome: 'gone', ...unknown } : {}) }),
    ),
  ];
  const sightings = columns.map(({ id }) => item('2018-12-01', { column: id }));
  const sites = [siteRecord({ on: ON, status: 'partial', ...more })];
  const { findings } = audit({ on: ON, columns, sightings, readings, sites, pack: pack([ruleFor('column-dead')]) });
  return findings.filter(({ rule }) => rule === 'column-dead');
}

describe('a column whose page is not there any more', () => {
  test('is told on the second day, with both days and when it was last read', () => {
    const [found, ...more] = told([
      ['2018-12-01', 'ok'],
      ['2018-12-30', 'gone'],
      [ON, 'soft-404'],
    ]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ column: 'dead', unit: 'water', since: '2018-12-30' });
    expect(found?.message).toContain('2018-12-01 还能读到，2018-12-30、2018-12-31 读取时网站都答复“页面不存在”');
  });

  test('is not told on the first day, however often it was looked for', () => {
    expect(
      told([
        ['2018-12-01', 'ok'],
        [ON, 'gone'],
        [ON, 'gone', { run: 'again' }],
      ]),
    ).toEqual([]);
  });

  test.each([
    [
      'was there again in between',
      [
        ['2018-12-01', 'ok'],
        ['2018-12-29', 'gone'],
        ['2018-12-30', 'ok'],
        [ON, 'gone'],
      ],
    ],
    [
      'turned us away in between',
      [
        ['2018-12-01', 'ok'],
        ['2018-12-29', 'gone'],
        ['2018-12-30', 'blocked'],
        [ON, 'gone'],
      ],
    ],
    [
      'was never read at all',
      [
        ['2018-12-30', 'gone'],
        [ON, 'gone'],
      ],
    ],
    [
      'was read at another address',
      [
        ['2018-12-01', 'ok', { address: 'http://portal.test/old/' }],
        ['2018-12-30', 'gone'],
        [ON, 'gone'],
      ],
    ],
    [
      'was read at an address that nobody wrote down',
      [
        ['2018-12-01', 'ok', { address: null }],
        ['2018-12-30', 'gone'],
        [ON, 'gone'],
      ],
    ],
    [
      'was not looked for today',
      [
        ['2018-12-01', 'ok'],
        ['2018-12-29', 'gone'],
        ['2018-12-30', 'gone'],
      ],
    ],
    [
      'could not be asked for today',
      [
        ['2018-12-01', 'ok'],
        ['2018-12-29', 'gone'],
        ['2018-12-30', 'gone'],
        [ON, 'own-trouble'],
      ],
    ],
  ] as const)('is not told where it %s', (_why, days) => {
    expect(told(days)).toEqual([]);
  });

  test('nights of our own trouble neither prove nor disprove it', () => {
    const [found] = told([
      ['2018-12-01', 'ok'],
      ['2018-12-28', 'gone'],
      ['2018-12-29', 'own-trouble'],
      ['2018-12-30', 'timeout'],
      [ON, 'gone'],
    ]);
    expect(found?.message).toContain('2018-12-28、2018-12-31 读取');
  });

  const DEAD = [
    ['2018-12-01', 'ok'],
    ['2018-12-30', 'gone'],
    [ON, 'gone'],
  ] as const;

  test('is not told of a site on which as much is lost as is read, nor of one whose home page leads to another host', () => {
    expect(told(DEAD, {}, ['tzgg'])).toEqual([]);
    expect(told(DEAD, { status: 'unreachable' }, ['tzgg', 'dt', 'zc'])).toEqual([]);
    expect(told(DEAD, { finalUrl: 'http://new.portal.test/' })).toEqual([]);
    expect(told(DEAD, { finalUrl: 'http://www.portal.test/index.html' })).toHaveLength(1);
  });

  test('is told by no pack that does not ask for it', () => {
    const readings = DEAD.map(([on, outcome]) => reading({ on, column: 'dead', address: address('dead'), outcome }));
    const { findings } = audit({ on: ON, columns, sightings: [], readings, pack: pack([]) });
    expect(findings.filter(({ rule }) => rule === 'column-dead')).toEqual([]);
  });
});
