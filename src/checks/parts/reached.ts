import type { JudgedSite } from '../../timeliness/judged.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';
import { opensTooSeldom } from '../../timeliness/reachability.ts';
import { reachabilityRule } from '../reachability.ts';

/** Whether spaced visits from where we are online prove that a site opens too seldom: one failed crawl proves nothing. */
export function isProvenUnreachable({ reachability }: JudgedSite, { pack }: JudgingContext): boolean {
  const rule = reachabilityRule(pack);
  return rule !== null && reachability !== null && opensTooSeldom(reachability, rule);
}
