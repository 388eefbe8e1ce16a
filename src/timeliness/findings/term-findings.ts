import { addDays } from '../../model/day.ts';
import type { Unit } from '../../model/estate.ts';
import type { Finding } from '../../model/records.ts';
import type { DisclosureRule, DutyRule, Rule } from '../../model/rules.ts';
import type { DutyResult } from '../duties.ts';
import { finding } from '../finding-kinds.ts';
import type { JudgingContext } from '../judged.ts';
import type { LawfulLag } from '../lag.ts';

/** Duties whose term is over and which were found nowhere, though all places were watched. */
export function findMissingDuties(duties: readonly DutyResult[], units: readonly Unit[], context: JudgingContext): Finding[] {
  const { wording } = context;
  return duties.flatMap(({ rule, name, unit, year, dueOn, status }) => {
    if (status !== 'missing') return [];
    const message = wording.dutyMissing({ unit: nameOf(unit, units), duty: name, year, dueOn });
    const facts = { unit, site: null, column: null, url: null, message, since: addDays(dueOn, 1), evidence: [rule] };
    return [finding('duty-missing', ruleOf<DutyRule>(rule, 'duty', context), facts, wording)];
  });
}

/** Items that came to the portal later after their formation than the law allows: one finding a unit, site and rule. */
export function findLateDisclosure(lags: readonly LawfulLag[], units: readonly Unit[], context: JudgingContext): Finding[] {
  const { wording } = context;
  return lags.flatMap((lag) => {
    const rule = ruleOf<DisclosureRule>(lag.rule, 'disclosure', context);
    if (rule === null) return [];
    return [...new Set(lag.late.map((item) => item.unit))].map((unit) => {
      const late = lag.late.filter((item) => item.unit === unit).sort((a, b) => b.workingDays - a.workingDays);
      const message = wording.disclosureLate({
        unit: nameOf(unit, units),
        count: late.length,
        measured: lag.workingDays.measured,
        worst: late[0]?.workingDays ?? 0,
        limit: rule.limit,
      });
      const evidence = late.map((item) => `${item.workingDays} ${item.title} ${item.url}`);
      return finding('disclosure-late', rule, { unit, site: lag.site, column: null, url: null, message, since: null, evidence }, wording);
    });
  });
}

function ruleOf<R extends Rule>(id: string, kind: R['kind'], { pack }: JudgingContext): R | null {
  return (pack.rules.find((rule) => rule.kind === kind && `${pack.id}/${rule.id}` === id) as R | undefined) ?? null;
}

function nameOf(unit: string, units: readonly Unit[]): string {
  return units.find(({ id }) => id === unit)?.name ?? unit;
}
