import { describe, expect, it } from 'vitest';
import { alertFields } from '../../src/rows/alerts.ts';
import { columnFields } from '../../src/rows/columns.ts';
import { dutyFields } from '../../src/rows/duties.ts';
import { cellsOf, type Field, headsOf, type Reader } from '../../src/rows/field.ts';
import { findingFields } from '../../src/rows/findings.ts';
import { heads } from '../../src/rows/heads.ts';
import { itemFields } from '../../src/rows/items.ts';
import { unitFields } from '../../src/rows/units.ts';

const named = (id: string | null) => `「${id}」`;
const reader = (language: 'zh' | 'en') => ({ language, names: { unit: named, site: named, category: named } }) as unknown as Reader;

const things: Readonly<Record<string, Readonly<Record<string, Field<never>>>>> = {
  alerts: alertFields,
  columns: columnFields,
  duties: dutyFields,
  findings: findingFields,
  items: itemFields,
  units: unitFields,
};

describe('what is said of a row', () => {
  it('has a heading of its own in each language, Chinese in Chinese', () => {
    for (const [name, fields] of Object.entries(things)) {
      const all = Object.values(fields);
      for (const language of ['zh', 'en'] as const) expect(new Set(headsOf(all, reader(language))).size, name).toBe(all.length);
    }
    for (const { zh, en } of Object.values(heads)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}|^$/u);
    }
  });

  it('names people’s words and not ids, and of an unknown state the reason in the reader’s language', () => {
    const column = { site: 'portal', id: 'news', unit: 'water', name: '动态', category: null, status: 'unknown', reason: 'blocked' };
    const { unit, status, place } = columnFields;
    expect(cellsOf([unit, status, place], column as never, reader('zh'))).toEqual(['「water」', '无法判定：被防护拦截', 'portal/news']);
    expect(cellsOf([status], column as never, reader('en'))).toEqual(['unknown: blocked']);
  });

  it('of what is not overdue says no number of days, and numbers stay numbers', () => {
    const days = (overdueDays: number) =>
      cellsOf([columnFields.overdueDays, columnFields.items], { overdueDays, items: 0 } as never, reader('zh'));
    expect([days(0), days(9)]).toEqual([
      [null, 0],
      [9, 0],
    ]);
  });
});
