import { describe, expect, it } from 'vitest';
import { isHeldByRoster, ownersOf } from '../../src/duties/roster.ts';
import type { RosterEntry, Unit } from '../../src/model/estate.ts';
import type { DutyRule } from '../../src/model/rules.ts';

const units: Unit[] = [
  { id: 'water', name: '市水利局', kind: 'department' },
  { id: 'health', name: '市卫健局', kind: 'department' },
  { id: 'town', name: '某镇', kind: 'township' },
];
const rule = { kind: 'duty', id: 'annual-report', unitKinds: ['department'], categories: ['reports'] } as unknown as DutyRule;

/** Units that owe what ends on a day. */
function owing(roster: readonly RosterEntry[], on: string): string[] {
  const estate = { units, sites: [], roster };
  return ownersOf(rule, estate)
    .filter((owner) => isHeldByRoster(rule, owner, on, estate))
    .map(({ unit }) => unit.id);
}
const entry = (given: Partial<RosterEntry>): RosterEntry => ({ duty: 'annual-report', unit: 'water', owes: false, reason: '试', ...given });

describe('the roster of duties', () => {
  it('says nothing where nobody wrote anything: units owe what the rule asks of their kind', () => {
    expect(owing([], '2024-03-31')).toEqual(['water', 'health']);
    expect(owing([entry({ duty: 'budget-unit' })], '2024-03-31')).toEqual(['water', 'health']);
  });

  it('excuses a unit from the first day to the last, and from no other term', () => {
    const roster = [entry({ from: '2024-01-01', to: '2024-12-31' })];
    for (const [on, water] of [
      ['2023-12-31', true],
      ['2024-01-01', false],
      ['2024-12-31', false],
      ['2025-01-01', true],
    ] as const)
      expect(owing(roster, on).includes('water'), on).toBe(water);
  });

  it('makes a unit owe what the rule does not ask of its kind, in its days only', () => {
    const roster = [entry({ unit: 'town', owes: true, from: '2024-01-01' })];
    expect(owing(roster, '2024-03-31')).toEqual(['water', 'health', 'town']);
    expect(owing(roster, '2023-03-31')).toEqual(['water', 'health']);
  });

  it('goes by the last entry that speaks of the day', () => {
    const roster = [entry({}), entry({ owes: true, from: '2024-06-01' })];
    expect([owing(roster, '2024-05-31'), owing(roster, '2024-06-01')]).toEqual([['health'], ['water', 'health']]);
  });
});
