import type { Element } from 'domhandler';
import type { ArticleReading } from '../../../src/model/reading.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import type { Page } from '../page.ts';
import { cleanText } from '../text.ts';
import { attachmentsOf } from './attachments.ts';
import { below, bodyLines, grown, heaviestElement, isNeighbour, type Scale, weighLines } from './body.ts';
import { readDocumentDate } from './document-date.ts';
import { readDocumentNumber } from './document-number.ts';
import { infoFields, isInfoLine, particularsOf } from './labels.ts';
import type { Field, Line, Particular } from './line.ts';
import { drawLines } from './lines.ts';
import { readPublished } from './published.ts';
import { refersTo } from './refers.ts';
import { readSource } from './source.ts';
import { readTitle, type Title } from './title.ts';
import { REACH, type Zones } from './zones.ts';

/**
 * Reads an article: the page is drawn as lines, the body is the element whose lines weigh most, the heading stands over it, and the lines between
 * and around them say the rest. What the page does not say is null.
 */
export function readArticle(page: Page, dialect?: Dialect): ArticleReading {
  const scale = weighLines(drawLines(page));
  const { lines, spans } = scale.drawing;
  const heaviest = heaviestElement(scale, new Set(dialect?.article?.body));
  const start = firstProse(lines, spans.get(heaviest!)?.[0] ?? lines.length);
  const title = readTitle(page, lines, start);
  const heading = title?.at ?? { from: start, to: start };
  const element = bodyElement(scale, heaviest, title);
  const nothing = Math.min(heading.to + INFO_ROOM, lines.length);
  const [from, to] = spans.get(element!) ?? [nothing, nothing];
  const told = new Set(range(heading.from, Math.max(from, heading.to)).flatMap((at) => infoFields(lines, at)));
  const body = bodyLines(lines, Math.max(from, heading.to), to, told);
  const end = (body.at(-1) ?? to - 1) + 1;
  const zones: Zones = {
    title: heading,
    head: { from: Math.max(0, heading.from - 4), to: Math.max(heading.to, body[0] ?? to) },
    tail: { from: end, to: tailEnd(lines, end, Math.max(end, to) + 10) },
  };
  const above = particularsOf(lines, zones.head.from - REACH, zones.head.to);
  const near = above.findIndex(({ line }) => line >= zones.head.from);
  const beside = near < 0 ? [] : above.slice(near);
  const behind = particularsOf(lines, zones.tail.from, zones.tail.to);
  const particulars = [...beside, ...above, ...behind];
  const bodyText = body.map((at) => lines[at]!);
  const published = readPublished(page, lines, zones);
  const value = (field: Field) => firstValue(particulars, field);
  return {
    kind: 'article',
    url: page.url,
    title: title ? cleanText(title.text) : null,
    publishedAt: published.at,
    publishedSource: published.source,
    conflicts: published.conflicts,
    documentDate: readDocumentDate(particulars, bodyText),
    documentNumber: readDocumentNumber(particulars, lines.slice(heading.to, zones.head.to), bodyText),
    source: readSource(page, lines, zones, { beside, above, behind }),
    author: value('author') ?? value('contributor') ?? value('editor'),
    reviewer: value('reviewer'),
    indexNumber: value('indexNumber'),
    issuer: value('issuer'),
    subject: value('subject'),
    text: bodyText.map((line) => line.text).join('\n'),
    personalData: [],
    attachments: attachmentsOf(page, lines.slice(heading.to, zones.tail.to)),
    refers: refersTo(page, bodyText, lines.slice(end)),
    dialect: dialect?.name ?? 'generic',
  };
}

/** The element of the body: the heaviest, grown; or what stands below the heading where the heaviest is slight and stands elsewhere. */
function bodyElement(scale: Scale, heaviest: Element | null, title: Title | null): Element | null {
  const { lines, spans } = scale.drawing;
  if (!title?.at) return heaviest;
  const under = below(scale, lines[title.at.from]!, title.at.to);
  const [from, to] = spans.get(heaviest!) ?? [0, 0];
  const [first, last] = spans.get(under!) ?? [0, 0];
  const apart = heaviest === null || to <= title.at.to || (under !== null && (from >= last || to <= first));
  if (apart && scale.sums[to]! - scale.sums[from]! < SLIGHT) return under;
  return heaviest && grown(scale, heaviest, title.at.to);
}
/** Lines left for info lines where nothing else stands below the heading. */
const INFO_ROOM = 6;
/** In weighed characters. */
const SLIGHT = 150;

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** The tail ends where the page turns to something else. */
function tailEnd(lines: readonly Line[], from: number, to: number): number {
  const turn = lines.slice(from, to).findIndex((line) => line.heading > 0 || isNeighbour(line));
  return turn < 0 ? Math.min(lines.length, to) : from + turn;
}

/** The line where reading begins: the first from the container on that is no heading, no info line and longer than a label. */
function firstProse(lines: readonly Line[], from: number): number {
  for (let at = from; at < Math.min(from + 60, lines.length); at++) {
    if (lines[at]!.length > 30 && lines[at]!.heading === 0 && !isInfoLine(lines, at)) return at;
  }
  return from;
}

function firstValue(particulars: readonly Particular[], field: Field): string | null {
  return particulars.find((particular) => particular.field === field && particular.value !== '')?.value.slice(0, 200) ?? null;
}
