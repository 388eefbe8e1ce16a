import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { AUDITED_KINDS, CHECKS, checkOf } from '../../src/checks/checks.ts';
import { findingRow, nameOf, raised } from '../../src/checks/finding.ts';
import { keyOf } from '../../src/checks/parts/identity.ts';
import { within } from '../../src/checks/parts/phrases.ts';
import type { Subject } from '../../src/model/findings.ts';
import { FACTS } from './facts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OWN = new Set(['check', 'checks', 'finding', 'look', 'over']);
const CHINESE = /[\u4e00-\u9fff]/;

const here: Subject = { unit: 'water', site: 'portal', column: 'tzgg', url: 'http://portal.test/tzgg/1' };
const elsewhere: Record<keyof Subject, Subject> = {
  unit: { ...here, unit: 'town' },
  site: { ...here, site: 'other' },
  column: { ...here, column: 'zcfg' },
  url: { ...here, url: 'http://portal.test/tzgg/2' },
};
/** Code, not prose (what the console calls things may be an ordinary word); what is asked of annual reports has names of its own. */
const SOURCES = ['src', 'jobs', 'crawlers']
  .flatMap((room) => filesIn(join(ROOT, room)))
  .map((file) => [file.slice(ROOT.length), readFileSync(file, 'utf8').replace(/\w\['\w+'\]/g, '')] as const)
  .filter(([file]) => /\.tsx?$/.test(file) && !/^src\/(?:console\/words|reports\/annual-check)/.test(file));

/** What of a subject makes two findings two alerts. */
const APART = {
  column: ['site', 'column'],
  site: ['site'],
  unit: ['unit', 'site'],
  item: ['unit', 'site', 'column', 'url'],
  estate: [],
  ourselves: [],
} as const;

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

describe.each(CHECKS.map((check) => [check.kind, check] as const))('the check %s', (kind, check) => {
  const samples = FACTS[kind] ?? [];

  it('says a whole sentence in both languages, with nothing left out', () => {
    expect(samples.length, 'facts in test/checks/facts.ts').toBeGreaterThan(0);
    for (const facts of samples) {
      const { zh, en } = check.sentence(facts);
      expect(`${zh} ${en}`).not.toMatch(/undefined|null|NaN|\[object| · /);
      expect(zh).toMatch(/[。）]$|磁盘已满$|超时$/);
      expect(en).toMatch(/[.)]$|the disk is full$|timed out$/);
      expect(zh).toMatch(CHINESE);
    }
  });

  it('has a name and a document in both languages, and somebody who is told', () => {
    for (const { zh, en } of [check.name, check.document]) {
      expect(zh).toMatch(CHINESE);
      expect(en.trim()).not.toBe('');
    }
    const told = (['us', 'network', 'site', 'configuration', null] as const).map((side) =>
      typeof check.audience === 'function' ? check.audience(side) : check.audience,
    );
    expect(['unit', 'operators']).toEqual(expect.arrayContaining(told));
  });

  it('makes one alert of what is the same and two of what is not', () => {
    const key = (subject: Subject) => keyOf(check, subject, samples[0]);
    expect(key({ ...here })).toBe(key(here));
    const apart: readonly string[] = APART[check.subject];
    for (const [part, subject] of Object.entries(elsewhere)) {
      expect(key(subject) !== key(here), `another ${part}`).toBe(apart.includes(part));
    }
  });

  it('stands in its own file and the list, and nowhere else', () => {
    expect(statSync(join(ROOT, 'src/checks', `${kind}.ts`)).isFile()).toBe(true);
    const named = SOURCES.flatMap(([file, text]) => (text.includes(`'${kind}'`) ? [file] : []));
    expect(named).toEqual([`src/checks/${kind}.ts`]);
  });
});

describe('keys of alerts', () => {
  const unit = { ...here, site: null, column: null, url: null };
  it.each([
    ['column-overdue', here, '["column-overdue","portal","tzgg",null,null]'],
    ['removed', here, '["removed","portal","tzgg",null,null]'],
    ['overdue-columns', { ...here, column: null }, '["overdue-columns","portal",null,null,null]'],
    ['site-unreachable', { ...here, column: null }, '["site-access","portal",null,null,null]'],
    ['site-unread', { ...here, column: null }, '["site-access","portal",null,null,null]'],
    ['site-blocked', { ...here, column: null }, '["site-access","portal",null,null,null]'],
    ['date-conflict', { ...here, column: null }, '["date-conflict","portal",null,"water",null]'],
    ['duty-missing', unit, '["duty-missing",null,null,"water","national-2019/annual-report 2018-04-01"]'],
    ['column-due', here, '["column-due","portal","tzgg",null,null]'],
    ['workers-gone', unit, '["workers-gone",null,null,null,null]'],
  ] as const)('of %s are what they were: an alert that exists is not made again', (kind, subject, key) => {
    expect(keyOf(checkOf(kind)!, subject, FACTS[kind]![0])).toBe(key);
  });
});

describe('the list of checks', () => {
  it('holds every check that there is, each once', () => {
    const files = readdirSync(join(ROOT, 'src/checks')).filter((name) => name.endsWith('.ts') && !OWN.has(basename(name, '.ts')));
    expect(CHECKS.map(({ kind }) => `${kind}.ts`).sort()).toEqual(files.sort());
  });

  it('tells which of them an audit makes', () => {
    expect(AUDITED_KINDS).toContain('column-overdue');
    expect(AUDITED_KINDS).not.toContain('workers-gone');
    expect(checkOf('of-a-later-version')).toBeNull();
    expect(nameOf('of-a-later-version').en).toBe('of-a-later-version');
  });
});

describe('sentences', () => {
  it('say limits as people do', () => {
    expect(within({ period: { years: 1, months: 6, days: 10 } })).toEqual({ zh: '1年6个月10天', en: '1 year 6 months 10 days' });
    expect(within({ workingDays: 20 })).toEqual({ zh: '20个工作日', en: '20 working days' });
  });

  it('of findings that an older version kept are given as they were written', () => {
    const [check] = CHECKS;
    const old = { ...raised(check!, null), facts: { told: '“门户网站”无法访问。' } };
    expect([findingRow(old, 'zh').message, findingRow(old, 'en').message]).toEqual(['“门户网站”无法访问。', '“门户网站”无法访问。']);
  });
});
