import { expect, test } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { dutyDue } from '../../src/checks/duty-due.ts';
import { dutyLate } from '../../src/checks/duty-late.ts';
import { dutyMissing } from '../../src/checks/duty-missing.ts';
import { dutyWrong } from '../../src/checks/duty-wrong.ts';

const duty = {
  unit: 'Water',
  rule: 'national-2019/budget-unit',
  duty: '部门预算',
  dutyEn: 'Department budget',
  year: 2026,
  dueOn: '2026-03-02',
};
const said = { publishedOn: '2026-03-05', fault: 'without-tables', inDays: 7, certain: true };

test.each([dutyDue, dutyLate, dutyMissing, dutyWrong] as readonly Check[])('%s is told in each language by its name there', (check) => {
  const { zh, en } = check.sentence({ ...duty, ...said });
  expect(zh).toContain('“部门预算”');
  expect(en).toContain('"Department budget"');
  expect(en).not.toMatch(/\p{Script=Han}/u);
  // Findings of older versions knew no English name.
  expect(check.sentence({ ...duty, ...said, dutyEn: undefined }).en).toContain('"部门预算"');
});

test('what a text lacks is a hint for a person; what is gone or of another year is sure', () => {
  const certain = (fault: string) => dutyWrong.certainty?.({ ...duty, ...said, fault } as never);
  expect(['empty', 'without-tables', 'dead', 'other-year'].map(certain)).toEqual(['unsure', 'unsure', 'sure', 'sure']);
});
