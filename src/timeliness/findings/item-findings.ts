import { daysBetween } from '../../model/day.ts';
import type { Finding } from '../../model/records.ts';
import { finding, honestyRule } from '../finding-kinds.ts';
import type { Grounds } from '../judged.ts';
import type { AuditedItem } from '../lag.ts';

/** What the CMS leaves in 审核 when nobody reviewed (审核:dev stood on the published report of 2018). */
const PLACEHOLDERS = new Set(['dev', 'test', 'admin', '']);
/** A CMS record may be made the day before or after its page says so. */
const CONFLICT_DAYS = 2;
/** Further examples would prove nothing more. */
const EXAMPLES = 20;

/** What items' own pages say about how they were made: who reviewed them, and whether their dates agree. */
export function findInItems(items: Iterable<AuditedItem>, grounds: Grounds): Finding[] {
  const reviewers = new Map<string, AuditedItem[]>();
  const conflicts: Finding[] = [];
  for (const item of items) {
    if (isPlaceholder(item)) {
      const key = JSON.stringify([item.site, item.unit, item.reviewer]);
      reviewers.set(key, [...(reviewers.get(key) ?? []), item]);
    }
    const conflict = findConflict(item, grounds);
    if (conflict) conflicts.push(conflict);
  }
  return [...[...reviewers.values()].map((same) => findReviewer(same, grounds)), ...conflicts];
}

function isPlaceholder({ reviewer, author }: AuditedItem): boolean {
  if (reviewer === null) return false;
  const name = reviewer.trim().toLowerCase();
  return PLACEHOLDERS.has(name) || name === author?.trim().toLowerCase();
}

/** One finding for all items of a unit on a site with the same reviewer: it is one setting of the CMS, or one person. */
function findReviewer(items: readonly AuditedItem[], { pack, wording }: Grounds): Finding {
  const [{ site, unit, reviewer }] = items as [AuditedItem];
  const name = reviewer?.trim() ?? '';
  const facts = {
    unit,
    site,
    column: null,
    url: items.length === 1 ? items[0]!.url : null,
    message: wording.placeholderReviewer({
      site,
      reviewer: name,
      sameAsEditor: !PLACEHOLDERS.has(name.toLowerCase()),
      count: items.length,
    }),
    since: null,
    evidence: items.slice(0, EXAMPLES).map((item) => `${item.title} ${item.url}`),
  };
  return finding('placeholder-reviewer', honestyRule(pack, 'placeholder-reviewer'), facts, wording);
}

/** A date that the address or the CMS's record gives and that is later than the one shown: a sign of back-dating, and no proof. */
function findConflict(item: AuditedItem, { wording }: Grounds): Finding | null {
  const { publishedOn } = item;
  if (publishedOn === null) return null;
  const later = item.conflicts.find((conflict) => daysBetween(publishedOn, conflict.day) > CONFLICT_DAYS);
  if (later === undefined) return null;
  const { title, url, unit, site } = item;
  const message = wording.dateConflict({ title, day: publishedOn, other: later.day, source: later.source });
  const evidence = [`${publishedOn} ${title} ${url}`, `${later.source} ${later.day}`];
  return finding('date-conflict', null, { unit, site, column: null, url, message, since: null, evidence }, wording);
}
