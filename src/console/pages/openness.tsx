import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { AuditResult, ColumnRow, UnitRow } from '../../audit/audit-result.ts';
import { clickPath } from '../../model/click-path.ts';
import type { Language } from '../../model/sentence.ts';
import { namesOf } from '../../rows/names.ts';
import type { ConsoleContext } from '../context.ts';
import { estatePath } from '../estates/estate-choice.ts';
import { contestedColumns, openStandings } from '../public-standing.ts';
import type { Register } from '../register.ts';
import { External } from '../view/external.tsx';
import { Momentary } from '../view/momentary.tsx';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { wordsOf } from '../words/words.ts';

/** How long others may keep it: the night changes it, and a correction now and then. */
const KEPT_S = 600;
/** It may stand in any page as a frame; scripts, forms and what people signed in see have no place in it. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * What the city shows of its own openness, off unless `publicPage` is set: units with their columns in time and their counts, without
 * any person, alert or address that is not public. The same for everybody, so that it may be cached and stand as a frame in other pages.
 * Columns that could not be judged are told apart and stand in no share.
 */
export const registerOpenness: Register = (app, services) => {
  const under = services.among === undefined ? '' : estatePath(services.among);
  app.read('/openness', 'public', async (c) => {
    c.set('under', under);
    if (!services.config.estate.publicPage) return tellProblem(c, 404, c.var.words.error.notFound);
    const { words, language } = inAskedLanguage(c);
    const judgement = await services.wholeJudgement();
    const names = namesOf(services.config, language);
    const { result } = judgement;
    const standings = openStandings(services.config.pack, await contestedColumns(services.store.alerts));
    const standing = standings.count(result.columns);
    const byUnit = new Map(result.units.map(({ id }) => [id, standings.count(result.columns.filter(({ unit }) => unit === id))]));
    const units: Table<UnitRow> = {
      name: 'units',
      caption: words.openness.units,
      rows: result.units.filter(({ columns }) => columns > 0),
      columns: [
        {
          head: words.head.unit,
          value: ({ id }) => names.unit(id),
          show: ({ id }) => <a href={under + unitAddress(id, language)}>{names.unit(id)}</a>,
        },
        ...(['judged', 'inTime', 'share', 'unknown'] as const).map((figure) => ({
          head: words.openness[figure],
          value: ({ id }: UnitRow) => byUnit.get(id)![figure],
          number: true,
        })),
        { head: words.head.items, value: ({ items }) => items, number: true },
        { head: words.head.lastPublished, value: ({ lastPublished }) => lastPublished, minor: true },
      ],
    };
    const categories: Table<AuditResult['categories'][number]> = {
      name: 'categories',
      caption: words.openness.categories,
      rows: result.categories,
      columns: [
        { head: words.head.category, value: ({ id }) => names.category(id) },
        { head: words.head.items, value: ({ items }) => items, number: true },
      ],
    };
    const file = await exported(c, units, categories);
    if (file) return forEverybody(file);
    return shown(
      c,
      words.openness.title(services.config.estate.name),
      <>
        <p class="lead">
          <Momentary judgement={judgement} names={names} words={words} />
        </p>
        <p>{words.openness.lead(result.totals.items, standing.judged, standing.inTime, standing.unknown)}</p>
        <TableView c={c} table={units} />
        <TableView c={c} table={categories} />
        <p class="hint">{words.openness.how}</p>
      </>,
    );
  });

  app.read('/openness/:unit', 'public', async (c) => {
    c.set('under', under);
    const { words, language } = inAskedLanguage(c);
    const unit = services.config.estate.units.find(({ id }) => id === c.req.param('unit'));
    if (!services.config.estate.publicPage || unit === undefined) return tellProblem(c, 404, c.var.words.error.notFound);
    const judgement = await services.wholeJudgement();
    const names = namesOf(services.config, language);
    const standings = openStandings(services.config.pack, await contestedColumns(services.store.alerts));
    const columns: Table<ColumnRow> = {
      name: 'columns',
      caption: words.openness.columns,
      rows: judgement.result.columns.filter((column) => column.unit === unit.id),
      columns: [
        { head: words.head.column, value: (row) => clickPath(row), show: (row) => <External url={row.url}>{clickPath(row)}</External> },
        { head: words.head.status, value: (row) => words.openness[standings.of(row)] },
        { head: words.head.lastPublished, value: ({ lastPublished }) => lastPublished },
        { head: words.head.items, value: ({ items }) => items, number: true },
      ],
    };
    const file = await exported(c, columns);
    if (file) return forEverybody(file);
    return shown(
      c,
      unit.name,
      <>
        <p class="lead">
          <Momentary judgement={judgement} names={names} words={words} />
        </p>
        <TableView c={c} table={columns} />
        <p class="hint">
          {words.openness.how} <a href={under + cityAddress(language)}>{words.openness.title(services.config.estate.name)}</a>
        </p>
      </>,
    );
  });
};

/** The address says the language, and no cookie: what is cached is the same for everybody. */
function inAskedLanguage(c: ConsoleContext) {
  const language = c.req.query('lang') === 'en' ? 'en' : 'zh';
  c.set('language', language);
  c.set('words', wordsOf(language));
  return { words: wordsOf(language), language } as const;
}

const cityAddress = (language: Language) => `/openness${language === 'en' ? '?lang=en' : ''}`;
const unitAddress = (unit: string, language: Language) => `/openness/${encodeURIComponent(unit)}${language === 'en' ? '?lang=en' : ''}`;

function shown(c: ConsoleContext, title: string, content: Child): Response | Promise<Response> {
  const { words, language } = c.var;
  const document = (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {['frame', 'tables'].map((name) => (
          <link rel="stylesheet" href={`/assets/${name}.css`} />
        ))}
      </head>
      <body>
        <main id="content" tabindex={-1}>
          <h1>{title}</h1>
          {content}
          <p>
            <a href={`?lang=${words.language.to}`} lang={words.language.to} hreflang={words.language.to}>
              {words.language.other}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
  const made = c.html(html`<!doctype html>${document}`);
  return made instanceof Promise ? made.then(forEverybody) : forEverybody(made);
}

function forEverybody(response: Response): Response {
  response.headers.set('cache-control', `public, max-age=${KEPT_S}`);
  response.headers.set('content-security-policy', POLICY);
  response.headers.delete('set-cookie');
  return response;
}
