import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { CHECKS, checkOf } from '../../src/checks/checks.ts';
import { keyOfFinding, raised } from '../../src/checks/finding.ts';
import { keyOf } from '../../src/checks/parts/identity.ts';
import type { Subject } from '../../src/model/findings.ts';
import { FACTS } from './facts.ts';

const here: Subject = { unit: 'water', site: 'portal', column: 'tzgg', url: 'http://portal.test/tzgg/1' };
const key = (kind: string, facts: object = {}, subject: Partial<Subject> = {}) =>
  keyOf(checkOf(kind)!, { ...here, ...subject }, { ...(FACTS[kind]![0] as object), ...facts });

describe('two findings are the same', () => {
  it('when a column was renamed, given to another unit or moved to another address', () => {
    const renamed = key('column-overdue', { column: '公告公示', last: '2018-04-01', overdueDays: 42 }, { unit: 'town', url: null });
    expect(renamed).toBe(key('column-overdue'));
  });

  it('when one more column joins those that are silent', () => {
    for (const kind of ['silent-columns', 'overdue-columns', 'blank-columns']) {
      expect(key(kind, { count: 99, site: '新名称' }, { unit: 'office' })).toBe(key(kind));
    }
  });

  it('whichever way a site cannot be got at, and whatever it answers', () => {
    const access = ['site-unreachable', 'site-unread', 'site-blocked'].map((kind) => key(kind, { reason: null, columns: 3 }));
    expect(new Set(access).size).toBe(1);
  });

  it('when a duty of the year is told again, with another day of publication or fault', () => {
    expect(key('duty-late', { publishedOn: '2018-07-07', unit: '水务局' })).toBe(key('duty-late'));
    expect(key('duty-wrong', { fault: 'dead', publishedOn: null })).toBe(key('duty-wrong'));
  });

  it('when a duty falls due one day nearer, within the same announcement', () => {
    expect(key('duty-due', { inDays: 8 })).toBe(key('duty-due', { inDays: 30 }));
    expect(key('duty-due', { inDays: 0 })).toBe(key('duty-due', { inDays: 7 }));
  });

  it('when more private numbers turn up on the same page', () => {
    expect(key('personal-data', FACTS['personal-data']![1] as object)).toBe(key('personal-data'));
  });
});

describe('two findings are not the same', () => {
  it('when they are bursts of two days', () => {
    expect(key('burst', { day: '2018-06-05' })).not.toBe(key('burst'));
  });

  it('when they are of two duties, two last days, or of the unit and of one of its sites', () => {
    for (const kind of ['duty-missing', 'duty-late', 'duty-wrong', 'duty-due']) {
      const others = [{ rule: 'national-2019/budget' }, { dueOn: '2019-03-31' }].map((facts) => key(kind, facts));
      const keys = [key(kind), ...others, key(kind, {}, { site: null }), key(kind, {}, { unit: 'town' })];
      expect(new Set(keys).size).toBe(5);
    }
  });

  it('when a duty is announced a month and then a week ahead', () => {
    expect(key('duty-due', { inDays: 7 })).not.toBe(key('duty-due', { inDays: 8 }));
  });

  it('when a duty is missing, wrong, late or only due', () => {
    expect(new Set(['duty-missing', 'duty-wrong', 'duty-late', 'duty-due'].map((kind) => key(kind))).size).toBe(4);
  });

  it('when items came too late in two years', () => {
    const of = (year: number) => key('disclosure-late', { rule: 'national-2019/disclose-20wd', year });
    expect(of(2018)).not.toBe(of(2019));
  });

  it('when the same title stands on two pages', () => {
    expect(key('personal-data', {}, { url: 'http://portal.test/tzgg/2' })).not.toBe(key('personal-data'));
    expect(key('reissued', {}, { url: 'http://portal.test/tzgg/2' })).not.toBe(key('reissued'));
  });

  it('when two kinds speak of the same place, unless they share one alert', () => {
    const keys = CHECKS.map((check) => [check.sharedKey ?? check.kind, keyOf(check, here, FACTS[check.kind]![0])] as const);
    expect(new Set(keys.map(([, text]) => text)).size).toBe(new Set(keys.map(([shared]) => shared)).size);
  });

  it('however ids are written: quotes, commas and brackets in them bring no two keys together', () => {
    const part = fc.option(fc.string({ unit: fc.constantFrom('a', '"', ',', '[', ']', '\\', ' ', '栏'), maxLength: 4 }));
    const subject = fc.record({ unit: part, site: part, column: part, url: part });
    const check = checkOf('personal-data') as Check;
    fc.assert(
      fc.property(subject, subject, (one, other) => {
        const areOne = one.unit === other.unit && one.site === other.site && one.column === other.column && one.url === other.url;
        return (keyOf(check, one, {}) === keyOf(check, other, {})) === areOne;
      }),
    );
  });
});

describe('a finding of a kind that only another version knows', () => {
  it('has no key, so that no alert of it is touched', () => {
    const finding = raised(checkOf('queue-away')!, { seconds: 4 });
    expect(keyOfFinding(finding)).toBe('["queue-away",null,null,null,null]');
    expect(keyOfFinding({ ...finding, kind: 'of-a-later-version' })).toBeNull();
  });
});
