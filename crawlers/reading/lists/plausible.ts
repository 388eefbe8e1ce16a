import type { Candidate, PageFacts } from './evidence.ts';
import type { Group } from './groups.ts';
import { lettersIn, type Marks } from './marks.ts';
import type { Outline } from './outline.ts';

const FILE = /\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|pptx?|jpe?g|png)(?:\s|$)/i;
/** Files of one article, numbered: `附件1：…`. */
const ATTACHED = /^附\s?件\s?[\d一二三四五六七八九十]{0,3}\s?[:：.．、—-]/;
/** What stands before the articles next to one. */
const NEXT_TO = /^[[【(（]?\s?(?:上|下|前|后)\s?一?\s?(?:篇|条|则|页)/;

/** Whether a group can be a column's list at all: menus, share buttons, an article's attachments and neighbours repeat as well. */
export function isPlausible(
  { outline, marks }: PageFacts,
  { entries, dated, titleLength, leaves, named, paged, counted, own, known, group }: Candidate,
): boolean {
  const attached = entries.filter((entry) => ATTACHED.test(entry.title)).length;
  const files = entries.filter((entry) => FILE.test(entry.title) || FILE.test(entry.url ?? '')).length;
  if (files > entries.length / 2 && dated < 0.5 && !named) return false;
  if (attached * 2 > entries.length || group.rows.every((row) => NEXT_TO.test(outline.runs[row.runFrom]?.text ?? ''))) return false;
  // An index of columns is no list of items.
  if (counted && leaves >= 0.5) return true;
  if (named || paged) return dated > 0 || (titleLength >= 8 && (paged || leaves >= 0.5 || titleLength >= TOPIC));
  // Where the site's other columns have their lists, one row is one, and rows without days are rows.
  if (known === 'template') return dated > 0 || (titleLength >= 8 && leaves >= 0.5);
  if (dated >= 0.5) return entries.length > 1 || isOneRow(outline, marks, group, own && files === 0);
  return entries.length >= 3 && titleLength >= 8 && leaves >= 0.6;
}

/** Names of topics, which are folders, are as long as titles; those of offices and catalogues are not. */
const TOPIC = 14;

const ROW = /^(?:li|tr|dd|dl|dt|tbody)$/;
/** Cells of the widest tables, labels counted. */
const PARTS = 14;
/** A summary at most. In letters. */
const ROOM_BESIDE_TITLE = 120;

/** A single row is one by its element or by its place below the page's own folder, and holds little beside its title: a table around a whole article has a date and a file in it as well. */
function isOneRow(outline: Outline, marks: Marks, { container, rows: [row] }: Group, own: boolean): boolean {
  const title = Math.max(...outline.links.slice(row!.linkFrom, row!.linkTo).map(({ text }) => text.length));
  return (
    (own || ROW.test(outline.elements[row!.elementFrom]!.name) || ROW.test(outline.elements[container]!.name)) &&
    row!.runTo - row!.runFrom <= PARTS &&
    lettersIn(marks, row!) <= title + ROOM_BESIDE_TITLE
  );
}
