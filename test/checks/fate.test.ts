import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { CHECKS, checkOf } from '../../src/checks/checks.ts';
import type { Look, Was } from '../../src/checks/look.ts';
import { fateOf, wasLookedAt } from '../../src/checks/over.ts';
import { keyOf } from '../../src/checks/parts/identity.ts';
import type { DutyResult } from '../../src/duties/duty.ts';
import type { Measured } from '../../src/model/alerts.ts';
import { dayIn } from '../../src/model/day.ts';
import type { PageElements } from '../../src/model/page-elements.ts';
import type { ColumnStatus } from '../../src/model/records.ts';
import { noon, source } from '../timeliness/estate.ts';
import { FACTS } from './facts.ts';

const WHOLE = { pages: 9, carrying: {}, example: null };
const ELEMENTS: PageElements = {
  home: [],
  access: { certificateUntil: null, ipv6: true },
  barriers: [],
  columns: WHOLE,
  articles: WHOLE,
};

/** A run that read all there is and found nothing, where a test does not say how. */
function look(of: Partial<Look> = {}): Look {
  return {
    from: '2018-01-01',
    dayOf: (instant) => dayIn('Asia/Shanghai', instant),
    duties: [],
    sideOf: () => null,
    nothingReadable: false,
    isWatched: () => true,
    wasSiteRead: () => true,
    wasColumnRead: () => true,
    statusOf: () => 'fresh',
    unitOf: () => 'water',
    isHeld: () => true,
    isJudgedOtherwise: () => false,
    unmeasuredIn: () => [],
    elementsOf: () => ELEMENTS,
    accountStatus: () => 'fresh',
    ...of,
  };
}

function was(of: Partial<Was> = {}): Was {
  return {
    key: '',
    unit: 'water',
    site: 'portal',
    column: null,
    url: null,
    lastSeen: noon('2018-06-01'),
    unmeasured: [],
    basis: null,
    measured: null,
    ...of,
  };
}

const inColumn = was({ column: 'tzgg' });
const notWatched = { lapsed: 'not-watched' };
const isOfAccess = ({ sharedKey }: Check) => sharedKey === 'site-access';
const kindsOf = (is: (check: Check) => boolean) => CHECKS.filter(is).map(({ kind }) => kind);

describe.each(kindsOf(({ subject }) => subject === 'column'))('%s, once told of a column,', (kind) => {
  it('is mended when the column was read and it is not there any more', () => {
    expect(fateOf(kind, inColumn, look())).toBe('gone');
  });

  it('stands while the column could not be read, or nothing can be told of it', () => {
    expect(fateOf(kind, inColumn, look({ wasColumnRead: () => false }))).toBe('hold');
    expect(fateOf(kind, inColumn, look({ statusOf: () => 'unknown' }))).toBe('hold');
  });

  it('is over, but not mended, when nobody watches the column any more', () => {
    expect(fateOf(kind, inColumn, look({ isWatched: () => false }))).toEqual(notWatched);
    expect(fateOf(kind, inColumn, look({ statusOf: () => null }))).toEqual(notWatched);
    expect(fateOf(kind, inColumn, look({ statusOf: () => 'exempt' }))).toEqual(notWatched);
  });
});

describe.each(kindsOf((check) => check.subject === 'site' && !isOfAccess(check)))('%s, once told of a site,', (kind) => {
  it('is mended when the site was read with all its columns', () => {
    expect(fateOf(kind, was(), look())).toBe('gone');
  });

  it('stands while a column is missing from the count that was in it before', () => {
    expect(fateOf(kind, was({ unmeasured: ['dt'] }), look({ unmeasuredIn: () => ['dt', 'tzgg'] }))).toBe('hold');
    expect(fateOf(kind, was({ unmeasured: ['dt', 'tzgg'] }), look({ unmeasuredIn: () => ['dt'] }))).toBe('gone');
  });

  it('stands while the site cannot be read, and is over when it is watched no more', () => {
    expect(fateOf(kind, was(), look({ wasSiteRead: () => false }))).toBe('hold');
    expect(fateOf(kind, was(), look({ isWatched: () => false }))).toEqual(notWatched);
  });
});

describe('what the home page or a template tells', () => {
  const key = (kind: string) => keyOf(checkOf(kind)!, was(), FACTS[kind]![0]);

  it.each(['page-elements', 'certificate-ending', 'no-ipv6', 'accessibility'])('%s stands on days on which nobody looked there', (kind) => {
    const seen = { ...ELEMENTS, home: null, access: null, barriers: null };
    expect(fateOf(kind, was({ key: key(kind) }), look({ elementsOf: () => seen }))).toBe('hold');
    expect(fateOf(kind, was({ key: key(kind) }), look({ elementsOf: () => null }))).toBe('hold');
    expect(fateOf(kind, was({ key: key(kind) }), look())).toBe('gone');
  });

  it('of one template is mended for itself, as soon as one of its pages carries a tag', () => {
    const columns = key('page-elements').replace('"home"', '"columns"');
    const fate = (carrying: Record<string, number>, pages: number) =>
      fateOf(
        'page-elements',
        was({ key: columns }),
        look({ elementsOf: () => ({ ...ELEMENTS, home: null, columns: { ...WHOLE, carrying, pages } }) }),
      );
    expect(fate({}, 2)).toBe('hold');
    expect(fate({ columnname: 1 }, 1)).toBe('gone');
    expect(fate({}, 3)).toBe('gone');
  });
});

describe.each(kindsOf(isOfAccess))('%s, once told,', (kind) => {
  it('is mended by the first reading of the site, however many of its columns are still missing', () => {
    expect(fateOf(kind, was(), look({ unmeasuredIn: () => ['a', 'b', 'c'] }))).toBe('gone');
    expect(fateOf(kind, was(), look({ wasSiteRead: () => false }))).toBe('hold');
    expect(fateOf(kind, was(), look({ isWatched: () => false }))).toEqual(notWatched);
  });

  it('counts only where the run asked the site and others answered', () => {
    const check = checkOf(kind)!;
    const down: Partial<Look> = { sideOf: () => 'site', wasSiteRead: () => false };
    expect(wasLookedAt(check, was(), look(down))).toBe(true);
    expect(wasLookedAt(check, was(), look({ ...down, nothingReadable: true }))).toBe(false);
    expect(wasLookedAt(check, was(), look({ sideOf: () => null }))).toBe(false);
    expect(wasLookedAt(check, was({ site: null }), look(down))).toBe(false);
  });
});

describe('a site that does not open', () => {
  const { audience } = checkOf('site-unreachable')!;
  const told = audience as Extract<typeof audience, (side: null) => unknown>;

  it('is told to its unit only where neither we nor our configuration are at fault', () => {
    expect((['us', 'configuration', 'network', 'site'] as const).map(told)).toEqual(['operators', 'operators', 'unit', 'unit']);
  });
});

describe('what was found in items', () => {
  const kinds = ['personal-data', 'published-unwritten', 'date-conflict', 'placeholder-reviewer', 'reissued'];

  it.each(kinds)('%s is mended when its site was read whole, and stands while it was not', (kind) => {
    expect(fateOf(kind, was(), look())).toBe('gone');
    expect(fateOf(kind, was(), look({ unmeasuredIn: () => ['tzgg'] }))).toBe('hold');
    expect(fateOf(kind, was(), look({ wasSiteRead: () => false }))).toBe('hold');
  });

  it.each(kinds)('%s of last year is not mended by New Year', (kind) => {
    expect(fateOf(kind, was({ lastSeen: noon('2017-12-31') }), look())).toEqual({ lapsed: 'new-term' });
    expect(fateOf(kind, was({ lastSeen: noon('2018-01-01') }), look())).toBe('gone');
  });

  it.each(kinds)('%s that the first night of the year saw is of this year, although it was the old one in Greenwich', (kind) => {
    const seen = (time: string) => was({ lastSeen: new Date(`${time}+08:00`) });
    expect(fateOf(kind, seen('2018-01-01T02:00:00'), look())).toBe('gone');
    expect(fateOf(kind, seen('2017-12-31T23:59:59'), look())).toEqual({ lapsed: 'new-term' });
  });

  it('items that came too late stay late, whatever comes after', () => {
    expect(fateOf('disclosure-late', was(), look())).toEqual({ lapsed: 'new-term' });
    expect(fateOf('disclosure-late', was(), look({ isWatched: () => false }))).toEqual(notWatched);
  });
});

describe('what was found of a duty', () => {
  const of = { rule: 'national-2019/annual-report', year: 2017, dueOn: '2018-03-31' };
  const duty = (state: DutyResult['state'], more: Partial<DutyResult> = {}): DutyResult => ({
    ...of,
    name: '年度报告',
    unit: 'water',
    site: null,
    movedFrom: null,
    begunBy: null,
    state,
    publishedOn: null,
    url: null,
    since: null,
    certain: true,
    source: { ...source, verified: true },
    fault: null,
    budget: null,
    nameEn: null,
    lacking: null,
    toldBy: null,
    ...more,
  });
  const alertOf = (kind: string) =>
    was({ site: null, key: keyOf(checkOf(kind)!, { unit: 'water', site: null, column: null, url: null }, FACTS[kind]![0]) });
  const fate = (kind: string, now: DutyResult[]) => fateOf(kind, alertOf(kind), look({ duties: now }));

  it.each([
    ['duty-missing', ['done', 'late', 'wrong'], ['missing', 'not-watched', 'pending', 'due']],
    ['duty-wrong', ['done', 'late', 'missing'], ['wrong', 'not-watched', 'pending', 'due']],
    ['duty-late', ['done'], ['late', 'missing', 'wrong', 'not-watched']],
  ] as const)('%s is over once the duty stands otherwise, and held while nobody can tell', (kind, over, held) => {
    for (const state of over) expect([state, fate(kind, [duty(state)])]).toEqual([state, 'gone']);
    for (const state of held) expect([state, fate(kind, [duty(state)])]).toEqual([state, 'hold']);
  });

  it.each(['duty-missing', 'duty-wrong', 'duty-late', 'duty-due'])('%s is not mended by another unit, year, rule or day', (kind) => {
    const others = [
      duty('done', { unit: 'town' }),
      duty('done', { dueOn: '2019-03-31', year: 2018 }),
      duty('done', { rule: 'national-2019/budget' }),
      duty('done', { dueOn: null }),
    ];
    for (const other of others) expect(fate(kind, [other])).toEqual({ lapsed: 'new-term' });
  });
});

describe('what was found in a column that another unit answers for now', () => {
  it.each(['column-overdue', 'column-blank', 'column-due', 'undated-items'])(
    '%s was mended by nobody: nothing is asked of the one before',
    (kind) => {
      const handed = look({ unitOf: () => 'forestry' });
      expect(fateOf(kind, inColumn, handed)).toEqual({ lapsed: 'handed-over' });
      expect(fateOf(kind, inColumn, { ...handed, wasColumnRead: () => false })).toEqual({ lapsed: 'handed-over' });
    },
  );
});

describe('an overdue column', () => {
  const measured = { rule: 'national-2019/notices', dueOn: '2018-05-01' } as Measured;

  it('that another rule now calls fresh was mended by nobody', () => {
    const otherwise = look({ isJudgedOtherwise: (_site, _column, then) => then.dueOn === '2018-05-01' });
    expect(fateOf('column-overdue', { ...inColumn, measured }, otherwise)).toEqual({ lapsed: 'rule-off' });
    expect(fateOf('column-overdue', inColumn, otherwise)).toBe('gone');
    const unread = { ...otherwise, wasColumnRead: () => false };
    expect(fateOf('column-overdue', { ...inColumn, measured }, unread)).toBe('hold');
  });
});

describe('a column that falls due', () => {
  it.each(['overdue', 'blank'] as const)('and is %s now was not mended', (status) => {
    expect(fateOf('column-due', inColumn, look({ statusOf: () => status }))).toEqual({ lapsed: 'now-overdue' });
    expect(fateOf('column-due', inColumn, look({ statusOf: () => status, wasColumnRead: () => false }))).toBe('hold');
  });
});

describe('whatever its kind', () => {
  const status = fc.constantFrom<ColumnStatus | null>('fresh', 'due', 'overdue', 'blank', 'unknown', 'exempt', null);
  const ofOthers = CHECKS.filter(({ subject }) => subject !== 'ourselves');

  /** Those that stand on what the office wrote down or what is kept, which no run reads. */
  const written = [
    ...['account-unfiled', 'account-closed-quietly', 'account-renamed'],
    ...['account-unanswered', 'account-function-broken'],
  ];

  it('a finding is never mended by a run that read nothing', () => {
    const blind = fc.record({ status, held: fc.boolean(), watched: fc.boolean(), missing: fc.array(fc.constantFrom('tzgg', 'dt')) });
    fc.assert(
      fc.property(
        fc.constantFrom(...ofOthers.filter(({ kind }) => !written.includes(kind))),
        fc.option(fc.constant('tzgg')),
        blind,
        (check, column, { status, held, watched, missing }) => {
          const nothing = look({
            wasSiteRead: () => false,
            wasColumnRead: () => false,
            sideOf: () => 'network',
            isHeld: () => held,
            isWatched: () => watched,
            statusOf: () => status,
            unmeasuredIn: () => missing,
            accountStatus: () => 'unknown',
            elementsOf: () => null,
          });
          const basis = { rule: 'national-2019/notices', unverified: false };
          return fateOf(check.kind, was({ column, basis }), nothing) !== 'gone';
        },
      ),
    );
  });

  it.each(ofOthers.map(({ kind }) => kind))('%s ends unmended where its rule is held against nobody any more', (kind) => {
    const basis = { rule: 'national-2019/repealed', unverified: false };
    const repealed = look({ isHeld: (rule) => rule !== basis.rule, wasSiteRead: () => false });
    expect(fateOf(kind, was({ basis }), repealed)).toEqual({ lapsed: 'rule-off' });
  });

  it('one that only another version knows is left alone', () => {
    expect(fateOf('of-a-later-version', inColumn, look())).toBe('hold');
  });

  it('a fault of ours is over when it is not found again', () => {
    for (const kind of kindsOf(({ subject }) => subject === 'ourselves')) {
      expect(fateOf(kind, was({ site: null }), look({ wasSiteRead: () => false }))).toBe('gone');
    }
  });

  it('a finding counts only where the run read what it points at', () => {
    const check = checkOf('column-overdue')!;
    expect(wasLookedAt(check, inColumn, look({ wasColumnRead: (_site, column) => column === 'dt' }))).toBe(false);
    expect(wasLookedAt(check, inColumn, look())).toBe(true);
    expect(wasLookedAt(checkOf('blank-columns')!, was(), look({ wasSiteRead: (site) => site !== 'portal' }))).toBe(false);
    // That its list could not be read is what this one says.
    expect(wasLookedAt(checkOf('pages-unread')!, inColumn, look({ wasColumnRead: () => false }))).toBe(true);
    expect(wasLookedAt(checkOf('pages-unread')!, inColumn, look({ wasSiteRead: () => false }))).toBe(false);
  });
});
