import { daysBetween } from '../../model/day.ts';
import type { Site } from '../../model/estate.ts';
import type { DateConflict } from '../../model/reading.ts';
import type { Finding } from '../../model/records.ts';
import { type FindingKind, finding, honestyRule } from '../finding-kinds.ts';
import type { Grounds } from '../judged.ts';
import type { AuditedItem } from '../lag.ts';

/** What the CMS leaves in 审核 when nobody reviewed (审核:dev stood on the published report of 2018). */
const PLACEHOLDERS = new Set(['dev', 'test', 'admin', '']);
/** A CMS record may be made the day before or after its page says so. */
const CONFLICT_DAYS = 2;
/** Further examples would prove nothing more. */
const EXAMPLES = 20;

/**
 * What the pages of items of the span say about how they were made: who reviewed them, and whether their dates agree. One finding
 * for all items of a unit on a site with the same problem: it is one setting of the CMS, or one person's habit.
 */
export function findInItems(items: Iterable<AuditedItem>, sites: readonly Site[], grounds: Grounds): Finding[] {
  const { span, wording } = grounds;
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const reviewed = new Map<string, AuditedItem[]>();
  const conflicting = new Map<string, AuditedItem[]>();
  for (const item of items) {
    if (item.publishedOn === null || item.publishedOn < span.from || item.publishedOn > span.to) continue;
    if (isPlaceholder(item)) group(reviewed, JSON.stringify([item.site, item.unit, nameIn(item.reviewer)]), item);
    if (conflictOf(item)) group(conflicting, JSON.stringify([item.site, item.unit]), item);
  }
  return [
    ...[...reviewed.values()].map((same) => {
      const [{ site, reviewer, author }] = same as [AuditedItem];
      const who = {
        reviewer: reviewer?.trim() ?? '',
        sameAsEditor: !PLACEHOLDERS.has(nameIn(reviewer)) && nameIn(reviewer) === nameIn(author),
      };
      const message = wording.placeholderReviewer({ site: names.get(site) ?? site, count: same.length, ...who });
      return itemsFinding('placeholder-reviewer', same, message, (item) => `${item.title} ${item.url}`, grounds);
    }),
    ...[...conflicting.values()].map((same) => {
      const [{ site, title, publishedOn }] = same as [AuditedItem & { publishedOn: string }];
      const { day: other, source } = conflictOf(same[0]!)!;
      const message = wording.dateConflict({ site: names.get(site) ?? site, count: same.length, title, day: publishedOn, other, source });
      return itemsFinding(
        'date-conflict',
        same,
        message,
        (item) => `${item.publishedOn} ≠ ${conflictOf(item)?.day} ${item.title} ${item.url}`,
        grounds,
      );
    }),
  ];
}

const nameIn = (name: string | null) => name?.trim().toLowerCase() ?? '';

function isPlaceholder({ reviewer, author }: AuditedItem): boolean {
  return reviewer !== null && (PLACEHOLDERS.has(nameIn(reviewer)) || nameIn(reviewer) === nameIn(author));
}

/** A date that the address or the CMS's record gives and that is later than the one shown: a sign of back-dating, and no proof. */
function conflictOf({ publishedOn, conflicts }: AuditedItem): DateConflict | null {
  return conflicts.find((conflict) => publishedOn !== null && daysBetween(publishedOn, conflict.day) > CONFLICT_DAYS) ?? null;
}

function itemsFinding(
  kind: FindingKind,
  items: readonly AuditedItem[],
  message: string,
  evidence: (item: AuditedItem) => string,
  { pack, wording }: Grounds,
): Finding {
  const [{ site, unit, url }] = items as [AuditedItem];
  const facts = { unit, site, column: null, url: items.length === 1 ? url : null, message, since: null };
  return finding(kind, honestyRule(pack, kind), { ...facts, evidence: items.slice(0, EXAMPLES).map(evidence) }, wording);
}

function group(groups: Map<string, AuditedItem[]>, key: string, item: AuditedItem): void {
  const known = groups.get(key);
  if (known) known.push(item);
  else groups.set(key, [item]);
}
