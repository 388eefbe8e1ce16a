import { type Cell, type Paper, type PaperEdits, type PaperTable, saidIn } from '../model/paper.ts';
import { headingOf, numbered } from './paper.ts';

/** A place of a paper that a person may write in: its title, whom it is for, its opening, a section, an empty box of a table. */
export interface Place {
  readonly id: string;
  /** What the system wrote there; of a box, the row that it stands in. */
  readonly drawn: string;
}

/** `title`, `to`, `opening`, `section/总体情况`, `box/2/0/3` (table, row, column). */
export function placesOf(paper: Paper): Place[] {
  return [
    { id: 'title', drawn: paper.title },
    { id: 'to', drawn: paper.to ?? '' },
    { id: 'opening', drawn: paper.opening.join('\n') },
    ...paper.sections.map((section) => ({ id: `section/${headingOf(section)}`, drawn: section.paragraphs.join('\n') })),
    ...paper.tables.flatMap((table, number) => boxesOf(table, number)),
  ];
}

function boxesOf({ rows }: PaperTable, number: number): Place[] {
  return rows.flatMap((row, line) => {
    const drawn = row.map(saidIn).join('|');
    return row.flatMap((cell, column) => (cell === null ? [{ id: `box/${number}/${line}/${column}`, drawn }] : []));
  });
}

/** Where what a person wrote meets numbers that changed since: the place, what stood there then, and what the system says now. */
export interface Met {
  readonly id: string;
  readonly was: string;
  readonly now: string;
  readonly text: string;
}

/** A place that is gone says nothing now. */
export function metIn(paper: Paper, edits: PaperEdits): Met[] {
  const drawn = new Map(placesOf(paper).map((place) => [place.id, place.drawn]));
  return Object.entries(edits)
    .map(([id, edit]) => ({ id, ...edit, now: drawn.get(id) ?? '' }))
    .filter(({ was, now }) => was !== now);
}

/** A paper with what people wrote in it; a section whose numbers are gone stands at its end, a box whose row is another stays empty. */
export function edited(paper: Paper, edits: PaperEdits): Paper {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  const written = (id: string) => edits[id]?.text;
  const opening = written('opening');
  const sections = paper.sections.map((section) => {
    const text = written(`section/${headingOf(section)}`);
    return [headingOf(section), text === undefined ? section.paragraphs : lines(text)] as const;
  });
  const gone = Object.entries(edits).flatMap(([id, { text }]) => {
    const heading = id.startsWith('section/') ? id.slice('section/'.length) : null;
    return heading === null || sections.some(([known]) => known === heading) ? [] : [[heading, lines(text)] as const];
  });
  return {
    ...paper,
    title: written('title') ?? paper.title,
    to: written('to') ?? paper.to,
    opening: opening === undefined ? paper.opening : lines(opening),
    sections: numbered([...sections, ...gone]),
    tables: paper.tables.map((table, number) => filledIn(table, number, edits)),
  };
}

function filledIn(table: PaperTable, number: number, edits: PaperEdits): PaperTable {
  const rows = table.rows.map((row, line) => {
    const drawn = row.map(saidIn).join('|');
    return row.map((cell, column) => {
      const edit = edits[`box/${number}/${line}/${column}`];
      return cell === null && edit?.was === drawn && edit.text !== '' ? boxOf(edit.text) : cell;
    });
  });
  return { ...table, rows };
}

/** A number that a person typed is a number. */
function boxOf(text: string): Cell {
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : text;
}

/** What a person says of some places, put to what was said before; a place that says what the system says is nobody's any more. */
export function withEdits(paper: Paper, before: PaperEdits, texts: ReadonlyMap<string, string>): PaperEdits {
  const edits = { ...before };
  const places = placesOf(paper);
  for (const [id, given] of texts) {
    const text = given.replace(/\r\n?/g, '\n').trim();
    const drawn = places.find((place) => place.id === id)?.drawn;
    if (drawn === undefined) {
      if (before[id] === undefined) continue;
      if (text === '') delete edits[id];
      else edits[id] = { was: '', text };
    } else if (text === (id.startsWith('box/') ? '' : drawn)) delete edits[id];
    else edits[id] = { was: drawn, text };
  }
  return edits;
}
