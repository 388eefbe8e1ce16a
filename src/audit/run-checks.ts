import type { Check, Found, ItemHearing, JudgedEstate } from '../checks/check.ts';
import { CHECKS } from '../checks/checks.ts';
import { findingOf } from '../checks/finding.ts';
import { wasNotRead } from '../checks/parts/on-site.ts';
import { isSwitchedOff } from '../checks/parts/rules.ts';
import type { Finding } from '../model/findings.ts';
import type { RulePack } from '../model/rules.ts';
import type { AuditedItem } from '../store/store.ts';
import type { JudgedSite, ViewedColumn } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';

/** All findings on one column of a site that could be read. Nothing is expected of an exempt column, so nothing is found. */
export function findInColumn(viewed: ViewedColumn, context: JudgingContext): Finding[] {
  if (viewed.verdict.status === 'exempt') return [];
  return allOf(context.pack, (check) => check.inColumn?.(viewed, context));
}

/** A site that could not be read has findings on that alone, and nothing is said of its columns. */
export function findInSite(judged: JudgedSite, context: JudgingContext): Finding[] {
  const access = allOf(context.pack, (check) => check.atSite?.(judged, context));
  if (wasNotRead(judged)) return access;
  const verdicts = allOf(context.pack, (check) => check.inSite?.(judged, context));
  return [...access, ...verdicts, ...judged.columns.flatMap((column) => column.findings)];
}

/** Hears the pages of items for all checks that look at them. */
export function openItemChecks(context: JudgingContext): { hear(item: AuditedItem): void; found(): Finding[] } {
  const hearings = new Map<Check, ItemHearing<unknown>>();
  for (const check of inForce(context.pack)) {
    const hearing = check.overItems?.(context);
    if (hearing) hearings.set(check, hearing);
  }
  return {
    hear(item) {
      for (const hearing of hearings.values()) hearing.hear(item);
    },
    found: () => allOf(context.pack, (check) => hearings.get(check)?.found()),
  };
}

export function findInEstate(judged: JudgedEstate, context: JudgingContext): Finding[] {
  return allOf(context.pack, (check) => check.inEstate?.(judged, context));
}

function allOf(pack: RulePack, look: (check: Check) => Found<unknown>[] | undefined): Finding[] {
  return inForce(pack).flatMap((check) => (look(check) ?? []).map((found) => findingOf(check, found, pack)));
}

function inForce(pack: RulePack): readonly Check[] {
  return CHECKS.filter(({ kind }) => !isSwitchedOff(pack, kind));
}
