import { type Day, daysBetween } from '../../model/day.ts';
import type { Site } from '../../model/estate.ts';
import type { DateConflict } from '../../model/reading.ts';
import type { Finding } from '../../model/records.ts';
import type { AuditedItem } from '../../store/store.ts';
import { type FindingKind, finding, honestyRule } from '../finding-kinds.ts';
import type { JudgingContext } from '../judged.ts';

/** What the CMS leaves in 审核 when nobody reviewed (审核:dev stood on the published report of 2018). */
const PLACEHOLDERS = new Set(['dev', 'test', 'admin', '']);
/** A CMS record may be made the day before or after its page says so. */
const CONFLICT_DAYS = 2;
/** Further examples would prove nothing more. */
const EXAMPLES = 20;

/** What the pages of items of the span say about how they were made: who reviewed them, and whether their dates agree. */
export interface ItemChecks {
  add(item: AuditedItem): void;
  /** One finding for all items of a unit on a site with the same problem: it is one setting of the CMS, or one person's habit. */
  findings(): Finding[];
}

export function openItemChecks(sites: readonly Site[], context: JudgingContext): ItemChecks {
  const { span, wording } = context;
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const reviewed = new Map<string, Alike>();
  const conflicting = new Map<string, Alike>();
  return {
    add(item) {
      if (item.publishedOn === null || item.publishedOn < span.from || item.publishedOn > span.to) return;
      if (isPlaceholder(item)) group(reviewed, JSON.stringify([item.site, item.unit, nameIn(item.reviewer)]), item);
      if (conflictOf(item)) group(conflicting, JSON.stringify([item.site, item.unit]), item);
    },
    findings: () => [
      ...[...reviewed.values()].map((same) => {
        const [{ site, reviewer, author }] = same.examples;
        const who = {
          reviewer: reviewer?.trim() ?? '',
          sameAsEditor: !PLACEHOLDERS.has(nameIn(reviewer)) && nameIn(reviewer) === nameIn(author),
        };
        const message = wording.placeholderReviewer({ site: names.get(site) ?? site, count: same.count, ...who });
        return itemsFinding('placeholder-reviewer', same, message, (item) => `${item.title} ${item.url}`, context);
      }),
      ...[...conflicting.values()].map((same) => {
        const [item] = same.examples;
        const { site, title, publishedOn } = item;
        const { day: other, source } = conflictOf(item)!;
        const message = wording.dateConflict({
          site: names.get(site) ?? site,
          count: same.count,
          title,
          day: publishedOn as Day,
          other,
          source,
        });
        return itemsFinding(
          'date-conflict',
          same,
          message,
          (one) => `${one.publishedOn} ≠ ${conflictOf(one)?.day} ${one.title} ${one.url}`,
          context,
        );
      }),
    ],
  };
}

/** Items with the same problem: how many, and the first of them. */
interface Alike {
  count: number;
  readonly examples: [AuditedItem, ...AuditedItem[]];
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
  { count, examples }: Alike,
  message: string,
  evidence: (item: AuditedItem) => string,
  { pack, wording }: JudgingContext,
): Finding {
  const [{ site, unit, url }] = examples;
  const facts = { unit, site, column: null, url: count === 1 ? url : null, message, since: null };
  return finding(kind, honestyRule(pack, kind), { ...facts, evidence: examples.map(evidence) }, wording);
}

function group(groups: Map<string, Alike>, key: string, item: AuditedItem): void {
  const known = groups.get(key);
  if (known === undefined) {
    groups.set(key, { count: 1, examples: [item] });
    return;
  }
  known.count += 1;
  if (known.count <= EXAMPLES) known.examples.push(item);
}
