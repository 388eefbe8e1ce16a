import { html, raw } from 'hono/html';
import { consoleLink } from '../model/console-link.ts';
import { type Cell, type Paper, type PaperTable, saidIn } from '../model/paper.ts';
import { leavingText } from '../privacy/leaving.ts';
import type { Dress } from './docx.ts';
import { written } from './paper.ts';

/** What a page of markup is to Hono: already escaped. */
type Markup = ReturnType<typeof html>;

/** A paper as a page that is printed as it is. `styles`: a link to the style sheet, or the style sheet itself as an element. */
export function paperHtml(paper: Paper, dress: Dress, styles: string): Markup {
  const { title, to, opening, sections, tables, signature } = paper;
  const { under, number, redHead } = dress;
  const line = (text: string) => html`<p>${leavingText(text)}</p>`;
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${leavingText(title)}</title>
        ${raw(styles)}
      </head>
      <body>
        <main>
          ${redHead === null ? '' : html`<p class="red-head">${leavingText(redHead)}</p>`}
          ${number === null ? '' : html`<p class="${redHead === null ? 'number' : 'number red-line'}">${number}</p>`}
          <h1>${leavingText(title)}</h1>
          ${under === '' ? '' : html`<p class="under">${under}</p>`} ${to === null ? '' : html`<p class="to">${leavingText(to)}</p>`}
          ${opening.map(line)}
          ${sections.map(({ heading, paragraphs }) => html`<h2>${leavingText(heading)}</h2>${paragraphs.map(line)}`)}
          ${tables.map(({ name }, place) => html`<p>${place === 0 ? '附件：' : '　　　'}${tables.length === 1 ? '' : `${place + 1}．`}${leavingText(name)}</p>`)}
          <p class="signature">${leavingText(signature.office)}<br />${written(signature.day)}</p>
          ${tables.map((table, place) => annexOf(table, tables.length === 1 ? '' : String(place + 1), dress))}
        </main>
      </body>
    </html>`;
}

function annexOf({ name, columns, rows }: PaperTable, place: string, dress: Dress): Markup {
  if (rows.length === 0) return html`<section><p class="annex">附件${place}</p><h3>${leavingText(name)}</h3><p>无</p></section>`;
  return html`<section class="${columns.length > 7 ? 'wide' : ''}">
    <p class="annex">附件${place}</p>
    <h3>${leavingText(name)}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="${leavingText(name)}">
      <table>
        <thead>
          <tr>
            ${columns.map((head) => html`<th scope="col">${leavingText(head)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cellOf(cell, dress)}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function cellOf(cell: Cell, { consoleUrl }: Dress): Markup | string {
  const text = leavingText(String(saidIn(cell) ?? ''));
  const link = cell !== null && typeof cell === 'object' ? cell.link : null;
  return link === null ? text : html`<a href="${consoleUrl === null ? link : consoleLink(link, consoleUrl)}">${text}</a>`;
}
