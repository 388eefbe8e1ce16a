import { z } from 'zod';
import { columnKey } from '../../counting/count.ts';
import { dayOf } from '../../counting/listed.ts';
import { inLanguage } from '../../model/bilingual.ts';
import { outcomeFacts } from '../../model/outcome.ts';
import type { CorrectionRecord, ReadingRecord } from '../../model/records.ts';
import type { SightedItem } from '../../store/store.ts';
import type { ColumnRow } from '../../timeliness/audit-result.ts';
import { visitorOf } from '../context.ts';
import { findColumn } from '../judgement.ts';
import type { Register } from '../registrations.ts';
import { Chart } from '../view/chart.tsx';
import { CorrectionForm } from '../view/correction-form.tsx';
import { Count } from '../view/count.tsx';
import { External } from '../view/external.tsx';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';
import { columnPath, itemPath, itemsPath, pagePath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { clickPath, namesOf } from '../view/names.ts';
import { tellProblem } from '../view/problem.tsx';
import { siteName } from '../view/site-name.tsx';
import { weekOf } from '../view/steps.ts';
import { exported, type Table, TableView } from '../view/table.tsx';
import { ColumnClock } from './column/clock.tsx';

/** Rows that a file holds at most. */
const LISTED = 50_000;
const SHOWN = 50;
const READINGS = 100;
const CORRECTION = z.object({ category: z.string(), why: z.string().trim().min(2).max(500) });

/** One column: its clock and verdict, a year of updates, gaps, the list as last read, readings and corrections. */
export const registerColumn: Register = (app, desk) => {
  app.get('/columns/:site/:column', async (c) => {
    const { words, language } = c.var;
    const judgement = await desk.judgementFor(c);
    const column = findColumn(judgement, c.req.param('site'), c.req.param('column'));
    if (column === null) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(desk.config, language);
    const asFile = c.req.query('format') !== undefined;
    const [listed, total, history, corrections] = await Promise.all([
      desk.store.desk.listed(column.site, column.id, asFile ? LISTED : SHOWN),
      desk.store.desk.countListed(column.site, column.id),
      desk.store.columns.history(column.site, column.id, READINGS),
      desk.store.corrections.list({ site: column.site, column: column.id }),
    ]);
    const list: Table<SightedItem> = {
      name: 'list',
      caption: words.column.list,
      rows: listed,
      total,
      columns: [
        { head: words.head.position, value: (row) => row.position, number: true },
        { head: words.head.published, value: (row) => dayOf(row) },
        {
          head: words.head.title,
          value: (row) => row.title,
          show: (row) => (row.url === null ? row.title : <a href={itemPath(row.item)}>{row.title}</a>),
        },
        { head: words.head.category, value: (row) => (row.category === null ? null : names.category(row.category)), minor: true },
        { head: words.head.firstSeen, value: (row) => names.time(row.firstSeen), minor: true },
        {
          head: words.head.url,
          value: (row) => row.url,
          show: (row) => row.url && <External url={row.url}>{words.column.open}</External>,
          minor: true,
        },
      ],
    };
    const readings: Table<ReadingRecord> = {
      name: 'readings',
      caption: words.column.readings,
      rows: history,
      shown: history.slice(0, 15),
      columns: [
        { head: words.head.readAt, value: (row) => names.time(row.at) },
        { head: words.head.outcome, value: (row) => outcomeFacts(row.outcome)[language] },
        { head: words.head.rows, value: (row) => row.rows, number: true },
        { head: words.head.complete, value: (row) => (row.complete ? words.yes : words.no), minor: true },
        { head: words.head.detail, value: (row) => row.detail && inLanguage(row.detail, language), minor: true },
        {
          head: words.head.evidence,
          value: (row) => row.evidence,
          show: (row) => row.evidence && <a href={pagePath(row.evidence)}>{words.column.stored}</a>,
        },
      ],
    };
    const corrected: Table<CorrectionRecord> = {
      name: 'corrections',
      caption: words.column.corrections,
      rows: corrections,
      columns: [
        { head: words.head.at, value: (row) => names.time(row.at) },
        { head: words.head.correctedTo, value: (row) => names.category(row.category) },
        { head: words.head.why, value: (row) => row.why },
        { head: words.head.by, value: (row) => row.by },
      ],
    };
    const values = judgement.weekly.groups.get(columnKey(column.site, column.id)) ?? judgement.weekly.steps.map(() => 0);
    const weeks: Table<readonly [string, number]> = {
      name: 'weeks',
      caption: words.column.weekly,
      rows: judgement.weekly.steps.map((step, place) => [step, values[place] ?? 0] as const),
      columns: [
        { head: words.head.date, value: ([step]) => step },
        {
          head: words.head.items,
          value: ([, count]) => count,
          show: ([step, count]) => (
            <Count of={count} list={itemsPath({ site: column.site, column: column.id, ...weekOf(step, judgement.year) })} />
          ),
          number: true,
        },
      ],
    };
    const file = await exported(c, list, readings, corrected, weeks);
    if (file) return file;
    const gaps = judgement.gaps.get(columnKey(column.site, column.id)) ?? [];
    const mayCorrect = visitorOf(c).role === 'supervisor' || visitorOf(c).role === 'officer';
    return page(
      c,
      {
        title: column.name,
        section: 'columns',
        lead: (
          <>
            <a href={unitPath(column.unit)}>{names.unit(column.unit)}</a> · {siteName(c, column.site, names.site(column.site))} ·{' '}
            <Momentary judgement={judgement} names={names} words={words} />
          </>
        ),
        charts: true,
      },
      <>
        <div class="two">
          <ColumnClock column={column} pack={desk.config.pack} names={names} words={words} />
          <section>
            <h2>{words.head.column}</h2>
            <dl class="facts">
              <dt>{words.column.path}</dt>
              <dd>{clickPath(column)}</dd>
              <dt>{words.head.unit}</dt>
              <dd>
                <a href={unitPath(column.unit)}>{names.unit(column.unit)}</a>
              </dd>
              <dt>{words.head.site}</dt>
              <dd>{siteName(c, column.site, names.site(column.site))}</dd>
              <dt>{words.head.url}</dt>
              <dd>
                <External url={column.url} />
              </dd>
              <dt>{words.head.items}</dt>
              <dd>
                <Count of={column.items} list={itemsPath({ site: column.site, column: column.id, ...judgement.span })} />
              </dd>
              <dt>{words.head.readAt}</dt>
              <dd>
                {column.readAt?.slice(0, 16).replace('T', ' ') ?? words.none}{' '}
                {column.evidence && <a href={pagePath(column.evidence)}>{words.column.stored}</a>}
              </dd>
            </dl>
          </section>
        </div>
        <Chart
          c={c}
          title={words.column.weekly}
          data={{ kind: 'bars', labels: judgement.weekly.steps, series: [{ name: words.head.items, values }] }}
          table={weeks}
        />
        {gaps.length > 0 && (
          <section>
            <h2>{words.column.gaps}</h2>
            <ul class="plain">
              {gaps.map(({ from, to, days }) => (
                <li>{words.column.gap(from, to, days)}</li>
              ))}
            </ul>
          </section>
        )}
        <TableView c={c} table={list} />
        <TableView c={c} table={readings} />
        {corrections.length > 0 && <TableView c={c} table={corrected} />}
        {mayCorrect && (
          <CorrectionForm
            c={c}
            action={`${columnPath(column.site, column.id)}/category`}
            title={words.column.correct}
            taxonomy={desk.config.taxonomy}
            names={names}
            present={column.category}
          />
        )}
      </>,
    );
  });

  app.post('/columns/:site/:column/category', async (c) => {
    const { words } = c.var;
    const column: ColumnRow | null = findColumn(await desk.judgementFor(c), c.req.param('site'), c.req.param('column'));
    if (column === null) return tellProblem(c, 404, words.error.notFound);
    const form = await readForm(c, CORRECTION);
    if (form === null || !desk.config.taxonomy.categories.some(({ id }) => id === form.category)) {
      return tellProblem(c, 400, words.error.invalid);
    }
    const { site, id } = column;
    await desk.correct(c, { site, column: id }, form.category, form.why);
    return c.redirect(columnPath(site, id));
  });
};
