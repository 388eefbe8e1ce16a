import { checkOf } from '../checks/checks.ts';
import { isUnsure, keyOfFinding, nameOf, sentenceOf } from '../checks/finding.ts';
import type { AccountFacts } from '../checks/parts/account.ts';
import { platformNames } from '../media/words.ts';
import type { Finding } from '../model/findings.ts';
import type { PaperTable } from '../model/paper.ts';
import type { PaperFacts } from './facts.ts';
import { mendingInWords, nameReader } from './problems.ts';
import { linesByKind } from './quality.ts';

const TABLE = '新媒体问题清单';

/** What is held against units for their accounts of new media: silence, messages without an answer, what does not work, no registration. */
export function mediaProblems({ result, unit }: Pick<PaperFacts, 'result' | 'unit'>): Finding[] {
  return result.findings.filter(
    (finding) =>
      accountOf(finding) !== null &&
      finding.severity !== 'notice' &&
      !isUnsure(finding) &&
      checkOf(finding.kind)?.alertKind !== 'due' &&
      (unit === null || finding.subject.unit === unit),
  );
}

/** The account that a finding is about, or null. */
function accountOf({ facts }: Pick<Finding, 'facts'>): AccountFacts['account'] | null {
  return typeof facts === 'object' && facts !== null && 'account' in facts ? (facts as AccountFacts).account : null;
}

/** A line a kind: how many, and whose. */
export function mediaProblemLines(facts: PaperFacts): string[] {
  return linesByKind(mediaProblems(facts), TABLE, facts);
}

/** 新媒体问题清单, as circulars have it; no table where there is none. */
export function mediaProblemTables(facts: PaperFacts): PaperTable[] {
  const names = nameReader(facts);
  const alerts = new Map(facts.opened.map((alert) => [alert.key, alert]));
  const rows = mediaProblems(facts).map((finding, place) => {
    const account = accountOf(finding)!;
    const alert = alerts.get(keyOfFinding(finding) ?? '');
    const row = facts.result.accounts.find(({ id }) => id === account.id);
    return [
      place + 1,
      finding.subject.unit === null ? null : names.unit(finding.subject.unit),
      platformNames(account.platform).zh,
      account.name,
      { text: account.id, link: `/media/accounts/${encodeURIComponent(account.id)}` },
      nameOf(finding.kind).zh,
      sentenceOf(finding).zh,
      row?.lastPublished ?? '—',
      alert ? mendingInWords(alert) : null,
    ];
  });
  const columns = ['序号', '责任单位', '平台', '账号名称', '账号ID', '问题类型', '具体问题', '检查时最近更新日期', '整改情况'];
  return rows.length === 0 ? [] : [{ name: TABLE, columns, rows }];
}
