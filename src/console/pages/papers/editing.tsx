import { type Cell, type Paper, type PaperRecord, type PaperTable, saidIn } from '../../../model/paper.ts';
import { edited, type Met, metIn, placesOf } from '../../../reports/edits.ts';
import { kindOf } from '../../../reports/kinds.ts';
import { lacksOf } from '../../../reports/lacks.ts';
import { headingOf, written } from '../../../reports/paper.ts';
import type { ConsoleContext } from '../../context.ts';
import { FormToken } from '../../view/layout.tsx';
import { paperPath } from '../../view/links.ts';
import { LacksOfPaper } from './lacks.tsx';

/** What a paper says, with its forms where it may be written in; what met changed numbers stands first. */
export function PaperText({ c, record, writable }: { c: ConsoleContext; record: PaperRecord; writable: boolean }) {
  const { papers } = c.var.words;
  const paper = record.state === 'draft' ? edited(record.drawn, record.edits) : record.drawn;
  const kind = kindOf(record.kind);
  const lacks = writable && kind !== null ? lacksOf(kind, paper) : [];
  const met = writable ? metIn(record.drawn, record.edits) : [];
  return (
    <>
      {met.length > 0 && (
        <section class="met">
          <h2>{papers.met(met.length)}</h2>
          {met.map((one) => (
            <MetPlace c={c} record={record} met={one} />
          ))}
        </section>
      )}
      {lacks.length > 0 && (
        <details>
          <summary>{papers.lacks(lacks.length)}</summary>
          <LacksOfPaper c={c} id={record.id} lacks={lacks} />
        </details>
      )}
      {writable && (
        <details>
          <summary>{papers.edit}</summary>
          <TextForm c={c} record={record} paper={paper} />
        </details>
      )}
      {writable && record.drawn.tables.some(hasBoxes) && <FileForm c={c} record={record} />}
      <article class="paper" lang="zh-CN">
        <p class="paper-title">{paper.title}</p>
        {paper.to && <p>{paper.to}</p>}
        <div id="opening">
          {paper.opening.map((line) => (
            <p>{line}</p>
          ))}
        </div>
        {paper.sections.map((section) => (
          <>
            <p id={`section/${headingOf(section)}`}>
              <strong>{section.heading}</strong>
            </p>
            {section.paragraphs.map((line) => (
              <p>{line}</p>
            ))}
          </>
        ))}
        <p class="paper-signature">
          {paper.signature.office} {written(paper.signature.day)}
        </p>
        {paper.tables.map((table, number) => (
          <AnnexTable c={c} record={record} table={table} number={number} writable={writable} />
        ))}
      </article>
    </>
  );
}

function MetPlace({ c, record, met }: { c: ConsoleContext; record: PaperRecord; met: Met }) {
  const { papers } = c.var.words;
  const isBox = met.id.startsWith('box/');
  const decide = (text: string, label: string) => (
    <form method="post" action={`${paperPath(record.id)}/text`}>
      <FormToken c={c} />
      <input type="hidden" name={`text:${met.id}`} value={text} />
      <button type="submit" class="second">
        {label}
      </button>
    </form>
  );
  return (
    <div class="card">
      <p>
        <strong>{papers.yours}</strong> <span lang="zh-CN">{met.text}</span>
      </p>
      <p>
        <strong>{papers.wasThen}</strong> <span lang="zh-CN">{met.was}</span>
      </p>
      <p>
        <strong>{papers.isNow}</strong> <span lang="zh-CN">{met.now || papers.gone}</span>
      </p>
      <div class="filters">
        {decide(met.text, papers.keep)}
        {decide(isBox ? '' : met.now, papers.take)}
      </div>
    </div>
  );
}

function TextForm({ c, record, paper }: { c: ConsoleContext; record: PaperRecord; paper: Paper }) {
  const { papers } = c.var.words;
  const labels: Readonly<Record<string, string>> = { title: papers.places.title, to: papers.places.to, opening: papers.places.opening };
  const said = new Map(placesOf(paper).map(({ id, drawn }) => [id, drawn]));
  return (
    <form class="card wide" method="post" action={`${paperPath(record.id)}/text`}>
      <FormToken c={c} />
      {placesOf(record.drawn)
        .filter(({ id }) => !id.startsWith('box/'))
        .map(({ id, drawn }) => (
          <label>
            <span lang={labels[id] === undefined ? 'zh-CN' : undefined}>{labels[id] ?? id.slice('section/'.length)}</span>
            <textarea name={`text:${id}`} rows={Math.min(14, 2 + Math.ceil(drawn.length / 50))} lang="zh-CN">
              {said.get(id) ?? record.edits[id]?.text ?? ''}
            </textarea>
          </label>
        ))}
      <button type="submit">{papers.save}</button>
    </form>
  );
}

/** Boxes come in many: the paper's own Excel file, filled in, is taken back. */
function FileForm({ c, record }: { c: ConsoleContext; record: PaperRecord }) {
  const { papers } = c.var.words;
  return (
    <details>
      <summary>{papers.fill}</summary>
      <form class="card" method="post" action={`${paperPath(record.id)}/fill`} enctype="multipart/form-data">
        <FormToken c={c} />
        <p class="hint">{papers.fillHint}</p>
        <label>
          <span>{papers.fillFile}</span>
          <input type="file" name="file" accept=".xlsx,.csv" required />
        </label>
        <button type="submit">{papers.fill}</button>
      </form>
    </details>
  );
}

/** A table as it stands; its boxes are filled in on the same spot. */
function AnnexTable(given: { c: ConsoleContext; record: PaperRecord; table: PaperTable; number: number; writable: boolean }) {
  const { c, record, table, number, writable } = given;
  const drawn = record.drawn.tables[number];
  const boxes = writable && drawn !== undefined && hasBoxes(drawn);
  const rows = table.rows.map((row, line) => (
    <tr>
      {row.map((cell, column) => (
        <td class={typeof cell === 'number' ? 'number' : ''}>
          {boxes && drawn.rows[line]?.[column] === null ? (
            <input
              type="text"
              id={`box/${number}/${line}/${column}`}
              name={`text:box/${number}/${line}/${column}`}
              value={String(saidIn(cell) ?? '')}
              aria-label={`${saidIn(row[0] ?? null) ?? ''} ${table.columns[column] ?? ''}`}
              size={6}
              maxlength={2000}
            />
          ) : (
            <CellText cell={cell} />
          )}
        </td>
      ))}
    </tr>
  ));
  const content = (
    <section class="scroll" aria-label={table.name} tabindex={0}>
      <table>
        <thead>
          <tr>
            {table.columns.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </section>
  );
  return (
    <div class="annex">
      <p>
        <strong>{table.name}</strong>
      </p>
      {table.rows.length === 0 && <p>无</p>}
      {table.rows.length > 0 && !boxes && content}
      {table.rows.length > 0 && boxes && (
        <form class="boxes" method="post" action={`${paperPath(record.id)}/text`}>
          <FormToken c={c} />
          {content}
          <button type="submit" class="second" lang={c.var.language}>
            {c.var.words.papers.saveBoxes}
          </button>
        </form>
      )}
    </div>
  );
}

function hasBoxes({ rows }: PaperTable): boolean {
  return rows.some((row) => row.includes(null));
}

function CellText({ cell }: { cell: Cell }) {
  if (cell === null || typeof cell !== 'object') return <>{cell ?? ''}</>;
  return <a href={cell.link}>{cell.text}</a>;
}
