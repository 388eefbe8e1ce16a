import type { AuditedItem } from '../store/store.ts';
import type { Check } from './check.ts';
import { fateInItems } from './look.ts';
import { hearAlike } from './parts/alike-items.ts';

interface Facts {
  readonly site: string;
  readonly count: number;
  /** Empty: nobody. */
  readonly reviewer: string;
  readonly sameAsEditor: boolean;
}

/** What the CMS leaves in 审核 when nobody reviewed (审核:dev stood on the published report of 2018). */
const PLACEHOLDERS = new Set(['dev', 'test', 'admin', '']);

/** Pages whose reviewer is a placeholder, nobody, or the editor. */
export const placeholderReviewer: Check<Facts> = {
  kind: 'placeholder-reviewer',
  name: { zh: '审核人是占位名', en: 'placeholder as reviewer' },
  subject: 'unit',
  ofReview: true,
  severity: 'minor',
  audience: 'unit',
  document: { zh: '信息发布审核制度：审核人不应是占位名或空', en: 'review before publication: a reviewer is a person' },
  sentence: ({ site, count, reviewer, sameAsEditor }) =>
    sameAsEditor
      ? {
          zh: `“${site}”有 ${count} 条信息的审核人与编辑是同一人（${reviewer}）。`,
          en: `${count} items of "${site}" were reviewed by their own editor (${reviewer}).`,
        }
      : {
          zh: `“${site}”有 ${count} 条信息的审核人${reviewer ? `填写为“${reviewer}”` : '为空'}，不是真实的审核人。`,
          en: `${count} items of "${site}" name ${reviewer ? `"${reviewer}"` : 'nobody'} as their reviewer.`,
        },

  overItems: (context) =>
    hearAlike(
      context,
      (item) => (isPlaceholder(item) ? nameIn(item.reviewer) : null),
      ({ count, examples }) => {
        const [{ site, reviewer, author }] = examples;
        const sameAsEditor = !PLACEHOLDERS.has(nameIn(reviewer)) && nameIn(reviewer) === nameIn(author);
        return {
          facts: { site: context.names.site(site), count, reviewer: reviewer?.trim() ?? '', sameAsEditor },
          evidence: examples.map(({ title, url }) => `${title} ${url}`),
        };
      },
    ),
  fate: fateInItems,
};

const nameIn = (name: string | null) => name?.trim().toLowerCase() ?? '';

function isPlaceholder({ reviewer, author }: AuditedItem): boolean {
  return reviewer !== null && (PLACEHOLDERS.has(nameIn(reviewer)) || nameIn(reviewer) === nameIn(author));
}
