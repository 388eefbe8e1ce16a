import { z } from 'zod';
import type { ColumnRow } from '../../audit/audit-result.ts';
import { columnKey } from '../../counting/count.ts';
import { DOUBTS } from '../../model/certainty.ts';
import { clickPath } from '../../model/click-path.ts';
import { namesOf } from '../../rows/names.ts';
import { askedPeriod } from '../asked-period.ts';
import { may } from '../context.ts';
import { findColumn } from '../judgement.ts';
import { periodCounts } from '../period-counts.ts';
import { ALL, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Chart } from '../view/chart.tsx';
import { CorrectionForm } from '../view/correction-form.tsx';
import { correctionTable } from '../view/correction-table.tsx';
import { Count } from '../view/count.tsx';
import { External } from '../view/external.tsx';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';
import { columnPath, entryPath, itemsPath, pagePath, readingPath, trendPath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { PeriodPicker } from '../view/period-picker.tsx';
import { tellProblem } from '../view/problem.tsx';
import { siteName } from '../view/site-name.tsx';
import { exported, TableView } from '../view/table.tsx';
import { categoryPreview } from './column/category-preview.tsx';
import { ColumnClock } from './column/clock.tsx';
import { listTable, readingTable, weekTable } from './column/tables.tsx';
import { TopicDays } from './column/topic.tsx';
import { YearStrip } from './column/year-strip.tsx';
import { ReadAgain } from './read-again.tsx';

/** Rows that a file holds at most. */
const LISTED = 50_000;
const SHOWN = 50;
const READINGS = 100;
const CORRECTION = z.object({ category: z.string(), why: z.string().trim().min(2).max(500) });

/** One column: its clock and verdict, a year of updates, gaps, the list as last read, readings and corrections. */
export const registerColumn: Register = (app, services) => {
  app.read('/columns/:site/:column', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const column = findColumn(judgement, c.req.param('site'), c.req.param('column'));
    if (column === null) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(services.config, language);
    const asked = askedPeriod(c, judgement);
    const counted = await periodCounts(services, judgement, asked.span);
    const items = counted.columns.find(({ site, id }) => site === column.site && id === column.id)?.items ?? 0;
    const asFile = c.req.query('format') !== undefined;
    const [listed, total, history, corrections] = await Promise.all([
      services.store.search.listed(column.site, column.id, asFile ? LISTED : SHOWN),
      services.store.search.countListed(column.site, column.id),
      services.store.columns.history(column.site, column.id, READINGS),
      services.store.corrections.list({ site: column.site, column: column.id }),
    ]);
    const list = listTable(listed, total, names, words);
    const readings = readingTable(history, names, words, language);
    const mayCorrect = may(c, 'POST', '/columns/:site/:column/category');
    const corrected = correctionTable(corrections, names, words, mayCorrect);
    const { steps } = judgement.weekly;
    const values = judgement.weekly.groups.get(columnKey(column.site, column.id)) ?? steps.map(() => 0);
    const weeks = weekTable(
      column,
      steps.map((step, place) => [step, values[place] ?? 0]),
      judgement,
      words,
    );
    const file = await exported(c, list, readings, corrected, weeks);
    if (file) return file;
    const watched = services.config.estate.sites.find(({ id }) => id === column.site)?.columns?.find(({ id }) => id === column.id);
    const { site, id } = column;
    const days = await services.store.judgements.daily(judgement.year, { site, column: id });
    const gaps = judgement.gaps.get(columnKey(column.site, column.id)) ?? [];
    return page(
      c,
      {
        title: clickPath(column),
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
        <PeriodPicker c={c} asked={asked} />
        <ReadAgain c={c} services={services} of={columnPath(column.site, column.id)} />
        <div class="two">
          <ColumnClock column={column} watched={watched} pack={services.config.pack} names={names} words={words} />
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
                <Count of={items} list={itemsPath({ site: column.site, column: column.id, ...asked.span })} />{' '}
                <a href={trendPath({ site: column.site, column: column.id })}>{words.trend.title}</a>
              </dd>
              <dt>{words.head.readAt}</dt>
              <dd>
                {column.readAt?.slice(0, 16).replace('T', ' ') ?? words.none}{' '}
                {column.evidence && <a href={pagePath(column.evidence)}>{words.column.stored}</a>}
              </dd>
              {watched && may(c, 'GET', '/estate/columns/entry') && (
                <>
                  <dt>{words.nav.estate}</dt>
                  <dd>
                    <a href={entryPath('columns', `${column.site}/${column.id}`)}>{words.column.change}</a>
                  </dd>
                </>
              )}
              <dt>{words.reading.certainty}</dt>
              <dd>
                {words.reading.certainties[column.certainty]}
                {column.doubts.map((doubt) => (
                  <>
                    <br />
                    <small>{DOUBTS[doubt][language]}</small>
                  </>
                ))}
                {may(c, 'GET', '/columns/:site/:column/reading') && (
                  <>
                    {' '}
                    <a href={readingPath(column.site, column.id)}>{words.reading.title}</a>
                  </>
                )}
              </dd>
            </dl>
          </section>
          <TopicDays c={c} services={services} site={column.site} column={column.id} />
        </div>
        <YearStrip column={column} year={judgement.year} days={days} gaps={gaps} calendar={services.config.calendar} words={words} />
        <Chart
          c={c}
          title={words.column.weekly}
          data={{ kind: 'bars', labels: steps, series: [{ name: words.head.items, values }] }}
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
            taxonomy={services.config.taxonomy}
            names={names}
            present={column.category}
            preview
          />
        )}
      </>,
    );
  });

  app.read('/columns/:site/:column/category', WORK, async (c) => {
    const { words } = c.var;
    const column = findColumn(await services.judgementFor(c), c.req.param('site'), c.req.param('column'));
    const asked = services.config.taxonomy.categories.find(({ id }) => id === c.req.query('category'));
    if (column === null || asked === undefined) return tellProblem(c, 404, words.error.notFound);
    return categoryPreview(c, services, column, asked.id);
  });

  app.write('/columns/:site/:column/category', WORK, async (c) => {
    const { words } = c.var;
    const column: ColumnRow | null = findColumn(await services.judgementFor(c), c.req.param('site'), c.req.param('column'));
    if (column === null) return tellProblem(c, 404, words.error.notFound);
    const form = await readForm(c, CORRECTION);
    if (form === null || !services.config.taxonomy.categories.some(({ id }) => id === form.category)) {
      return tellProblem(c, 400, words.error.invalid);
    }
    const { site, id } = column;
    await services.correct(c, { site, column: id }, form.category, form.why);
    return c.redirect(columnPath(site, id));
  });
};
