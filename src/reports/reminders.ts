import { accessibility } from '../checks/accessibility.ts';
import { accountAnsweredLate } from '../checks/account-answered-late.ts';
import { accountRenamed } from '../checks/account-renamed.ts';
import { isUnsure } from '../checks/finding.ts';
import { noIpv6 } from '../checks/no-ipv6.ts';
import type { Finding } from '../model/findings.ts';
import type { PaperTable } from '../model/paper.ts';
import type { PaperFacts } from './facts.ts';
import { linesByKind, tableOf } from './quality.ts';

/** Seen for sure, and well for its unit to know, though no text makes a fault of it; where a rule does, it stands among the problems. */
const KINDS: readonly string[] = [accountRenamed, accountAnsweredLate, noIpv6, accessibility].map(({ kind }) => kind);
const TABLE = '提醒事项清单';

function reminders({ result, unit }: Pick<PaperFacts, 'result' | 'unit'>): Finding[] {
  return result.findings.filter(
    (finding) =>
      KINDS.includes(finding.kind) &&
      finding.severity === 'notice' &&
      !isUnsure(finding) &&
      (unit === null || finding.subject.unit === unit),
  );
}

/** 提醒事项, not problems: a line a kind. */
export function reminderLines(facts: PaperFacts): string[] {
  const lines = linesByKind(reminders(facts), TABLE, facts);
  return lines.length === 0 ? [] : ['下列情况不列为问题，请有关单位核对处理。', ...lines];
}

export function reminderTables(facts: PaperFacts): PaperTable[] {
  return tableOf(reminders(facts), TABLE, facts);
}
