import { expect, test } from 'vitest';
import type { ColumnRow } from '../../src/audit/audit-result.ts';
import { weekChanges } from '../../src/console/week-changes.ts';
import { COLUMN_STATUSES } from '../../src/model/records.ts';
import { changeOf, stoodAs } from '../../src/timeliness/changes.ts';
import type { Course } from '../../src/timeliness/course.ts';

test('only what was judged on both days fell silent or came back; what cannot be judged any more proves neither', () => {
  const changes = COLUMN_STATUSES.map((then) => [then, COLUMN_STATUSES.map((now) => [now, changeOf(now, stoodAs(then))])] as const);
  const changed = changes.flatMap(([then, row]) =>
    row.flatMap(([now, change]) => (change === null ? [] : [`${then} > ${now}: ${change}`])),
  );
  expect(changed.sort()).toEqual([
    'blank > due: back',
    'blank > fresh: back',
    'blank > unknown: lost',
    'due > blank: silent',
    'due > overdue: silent',
    'due > unknown: lost',
    'fresh > blank: silent',
    'fresh > overdue: silent',
    'fresh > unknown: lost',
    'overdue > due: back',
    'overdue > fresh: back',
    'overdue > unknown: lost',
  ]);
});

test('how a column stood a week before is what its lists prove of that day', () => {
  const course = (from: string, ...late: string[]): Course => ({
    from,
    to: '2024-03-20',
    lapses: late.map((day) => ({ from: day, to: '2024-03-20' })),
  });
  const courses = new Map([
    ['s/silent', course('2023-01-01', '2024-03-15')],
    ['s/long', course('2023-01-01', '2024-03-01')],
    ['s/young', course('2024-03-18')],
  ]);
  const change = weekChanges({ today: '2024-03-20', courses });
  const of = (id: string, status: string) => change({ site: 's', id, status } as ColumnRow);
  expect([of('silent', 'overdue'), of('long', 'overdue'), of('long', 'fresh')]).toEqual(['silent', null, 'back']);
  expect([of('young', 'overdue'), of('nobody', 'overdue'), of('silent', 'unknown')]).toEqual([null, null, 'lost']);
});
