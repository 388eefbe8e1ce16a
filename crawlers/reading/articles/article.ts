import type { Element } from 'domhandler';
import type { ArticleReading } from '../../../src/model/reading.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import type { Page } from '../page.ts';
import { cleanText } from '../text.ts';
import { attachmentsOf } from './attachments.ts';
import { bodyLines, heaviestElement, isInfoLine } from './body.ts';
import { readDocumentDate } from './document-date.ts';
import { readDocumentNumber } from './document-number.ts';
import { type Field, type Particular, particularsOf } from './labels.ts';
import { drawLines, type Line } from './lines.ts';
import { readPublished } from './published.ts';
import { readSource } from './source.ts';
import { readTitle } from './title.ts';
import type { Zones } from './zones.ts';

/**
 * Reads an article: the page is drawn as lines, the body is the element whose lines weigh most, the heading stands over it, and the lines between
 * and around them say the rest. What the page does not say is null.
 */
export function readArticle(page: Page, dialect?: Dialect): ArticleReading {
  const drawing = drawLines(page);
  const { lines, spans } = drawing;
  const element = heaviestElement(drawing, hinted(page, dialect));
  const [from, to] = (element && spans.get(element)) ?? [0, 0];
  const start = firstProse(lines, from, to);
  const title = readTitle(page, drawing, start);
  const heading = title?.at ?? { from: start, to: start };
  const begin = Math.max(start, heading.to);
  const kept = bodyLines(lines, Math.max(from, heading.to), to);
  const body = afterInfo(lines, kept);
  const end = (body.at(-1) ?? begin) + 1;
  const zones: Zones = {
    title: heading,
    head: { from: Math.max(0, heading.from - 4), to: Math.max(heading.to, body[0] ?? begin) },
    tail: { from: end, to: Math.min(lines.length, Math.max(end, to) + 10) },
  };
  const particulars = [
    ...particularsOf(lines, zones.head.from, zones.head.to),
    ...particularsOf(lines, 0, zones.head.from),
    ...particularsOf(lines, zones.tail.from, zones.tail.to),
  ];
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
    documentNumber: readDocumentNumber(particulars, bodyText),
    source: readSource(page, particularsOf(lines, zones.head.from, zones.head.to), particularsOf(lines, zones.tail.from, zones.tail.to)),
    author: value('author') ?? value('editor'),
    reviewer: value('reviewer'),
    indexNumber: value('indexNumber'),
    issuer: value('issuer'),
    subject: value('subject'),
    text: bodyText.map((line) => line.text).join('\n'),
    attachments: attachmentsOf(page, lines.slice(heading.to, zones.tail.to)),
    dialect: dialect?.name ?? 'generic',
  };
}

function hinted(page: Page, dialect: Dialect | undefined): Set<Element> {
  const selector = dialect?.article?.body?.join(',');
  return new Set(selector ? (page.$(selector).toArray() as Element[]) : []);
}

function firstProse(lines: readonly Line[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (lines[at]!.length > 30 && lines[at]!.heading === 0 && !isInfoLine(lines, at)) return at;
  return from;
}

/** The info lines and empty cells that open a container are not its text. */
function afterInfo(lines: readonly Line[], kept: readonly number[]): number[] {
  let first = 0;
  while (first < kept.length && isInfoLine(lines, kept[first]!)) first++;
  return kept.slice(first);
}

function firstValue(particulars: readonly Particular[], field: Field): string | null {
  return particulars.find((particular) => particular.field === field && particular.value !== '')?.value.slice(0, 200) ?? null;
}
