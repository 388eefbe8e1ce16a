import type { Finding } from '../../model/records.ts';
import type { BlankColumnsRule, HomePageRule, OverdueColumnsRule, Rule, SilentColumnsRule } from '../../model/rules.ts';
import type { JudgedSite, JudgingContext } from '../judged.ts';
import { judgeBlankColumns } from './blank-columns.ts';
import { judgeHomePage } from './home-page.ts';
import { judgeOverdueColumns } from './overdue-columns.ts';
import { judgeSilentColumns } from './silent-columns.ts';
import type { SiteJudge } from './site-verdict.ts';

type SiteRule = HomePageRule | SilentColumnsRule | OverdueColumnsRule | BlankColumnsRule;

/** One judge for each kind of rule about a whole site; a new kind is one file beside these and one line here. */
const judges: { readonly [K in SiteRule['kind']]: SiteJudge<Extract<SiteRule, { kind: K }>> } = {
  'home-page': judgeHomePage,
  'silent-columns': judgeSilentColumns,
  'overdue-columns': judgeOverdueColumns,
  'blank-columns': judgeBlankColumns,
};

/** All findings of the pack's rules on a site that was read. */
export function judgeSite(judged: JudgedSite, context: JudgingContext): Finding[] {
  return context.pack.rules.flatMap((rule) => (isSiteRule(rule) ? (judgeBy(rule, judged, context) ?? []) : []));
}

function judgeBy<K extends SiteRule['kind']>(
  rule: Extract<SiteRule, { kind: K }>,
  judged: JudgedSite,
  context: JudgingContext,
): Finding | null {
  const judge = judges[rule.kind as K] as SiteJudge<Extract<SiteRule, { kind: K }>>;
  return judge(rule, judged, context);
}

function isSiteRule(rule: Rule): rule is SiteRule {
  return rule.kind in judges;
}
