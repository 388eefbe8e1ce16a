import { html, raw } from 'hono/html';
import type { Delivery, Letter } from '../model/alerts.ts';
import { consoleLink } from '../model/console-link.ts';
import { leavingText } from '../privacy/leaving.ts';
import { wordings } from './wording/wording.ts';

/** A letter as the text of a chat message: as many whole lines as `fits` allows, the rest counted. */
export function chatText({ id, letter }: Delivery, consoleUrl: string | null, fits: (text: string) => boolean): string {
  const words = wordings[letter.language];
  const total = linesOf(letter).length;
  const upTo = (count: number) => {
    const left = total - count;
    return [
      leavingText(letter.subject),
      leavingText(letter.opening),
      ...shown(letter, count, (line, place) => [`${place}. ${safe(line.text)}`, ...linkOf(line, consoleUrl)].join(' ')),
      ...(left > 0 ? [words.more(left)] : []),
      `${leavingText(letter.closing)} ${words.number(id.slice(0, 8))}`,
    ].join('\n');
  };
  let [low, high] = [0, total];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(upTo(middle))) low = middle;
    else high = middle - 1;
  }
  const text = upTo(low);
  return fits(text) ? text : shortened(text, fits);
}

/** A letter as plain mail. */
export function mailText(letter: Letter, consoleUrl: string | null): string {
  const lines = shown(letter, Number.POSITIVE_INFINITY, (line, place) =>
    [`${place}. ${plainLines(line.text).join('\n   ')}`, ...(line.details ?? []).flatMap(plainLines), ...linkOf(line, consoleUrl)].join(
      '\n   ',
    ),
  );
  return [leavingText(letter.opening), ...lines, leavingText(letter.closing)].join('\n\n');
}

/** A letter as HTML mail; every text is escaped, and links lead to the console alone. */
export function mailHtml(letter: Letter, consoleUrl: string | null): string {
  const sections = letter.sections.map(
    ({ heading, lines }) => html`<h3>${leavingText(heading)}</h3>
<ol>${lines.map(
      (line) =>
        html`<li>${[...plainLines(line.text), ...(line.details ?? []).flatMap(plainLines)].map((text, index) => html`${index > 0 ? raw('<br>') : ''}${text}`)}${linkOf(
          line,
          consoleUrl,
        ).map((href) => html` <a href="${href}">${letter.language === 'zh' ? '查看' : 'see'}</a>`)}</li>`,
    )}</ol>`,
  );
  return String(html`<!doctype html>
<html lang="${letter.language}"><body>
<p>${leavingText(letter.opening)}</p>
${sections}
<p>${leavingText(letter.closing)}</p>
</body></html>`);
}

type Line = Letter['sections'][number]['lines'][number];

/** Headings and numbered lines, of which the first `count` are shown; a heading without any line is left out. */
function shown(letter: Letter, count: number, write: (line: Line, place: number) => string): string[] {
  const out: string[] = [];
  let place = 0;
  for (const { heading, lines } of letter.sections) {
    for (const [index, line] of lines.entries()) {
      if (place >= count) return out;
      if (index === 0) out.push(wordings[letter.language].letterHeading(heading));
      place += 1;
      out.push(write(line, place));
    }
  }
  return out;
}

function linesOf({ sections }: Letter): Line[] {
  return sections.flatMap(({ lines }) => lines);
}

/** Services make links, mentions and markup of what looks like them: crawled titles must not. */
function safe(text: string): string {
  return leavingText(text).replace(/</g, '＜').replace(/>/g, '＞').replace(/@/g, '＠').replace(/:\/\//g, '：／／');
}

function plainLines(text: string): string[] {
  return text.split('\n').map((line) => leavingText(line).replace(/:\/\//g, '：／／'));
}

/** Nobody knows where a link leads while nobody said where the console is. */
function linkOf({ link }: Line, consoleUrl: string | null): string[] {
  return link === null || consoleUrl === null ? [] : [consoleLink(link, consoleUrl)];
}

/** Cut at a character's end, never within one. */
function shortened(text: string, fits: (text: string) => boolean): string {
  const characters = [...text];
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${characters.slice(0, middle).join('')}…`)) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('')}…`;
}
