import type { ColumnRow } from '../../audit/audit-result.ts';
import { maskAddress } from '../../privacy/leaving.ts';
import { csvLine } from '../../reports/csv.ts';
import { buildSheet } from '../../reports/sheet.ts';
import { readerOf } from '../../rows/field.ts';
import { itemFields } from '../../rows/items.ts';
import { namesOf } from '../../rows/names.ts';
import type { FoundItem, ItemSearchQuery } from '../../store/store.ts';
import { askedDays, periodIgnored } from '../asked-period.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import { itemBefore, itemQuery } from '../items-query.ts';
import { judgedCount } from '../judged-count.ts';
import { findColumn, type Judgement } from '../judgement.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { described } from '../view/described.ts';
import { External } from '../view/external.tsx';
import { choiceOf, Filters } from '../view/filters.tsx';
import { KeptFilters } from '../view/kept-filters.tsx';
import { page } from '../view/layout.tsx';
import { columnPath, itemPath } from '../view/links.ts';
import { PeriodLinks } from '../view/period-picker.tsx';
import { tellProblem } from '../view/problem.tsx';
import { csvFile, ExportLinks, fileHeaders, type TableColumn, TableView, Total } from '../view/table.tsx';

const PAGE = 50;
/** Counting goes no further: beyond, nobody needs the last digit, and it would take longer the more there is. */
const COUNTED = 10_000;
/** What a search finds stands in no index in its order, so counting it takes longer. */
const COUNTED_FOUND = 1000;
/** Excel files are made in one piece; whoever wants more takes CSV. */
const SHEET_ROWS = 50_000;
const BATCH = 1000;

/** Items: full-text search, filters, and the list behind every count of the other pages. */
export const registerItems: Register = (app, services) => {
  app.section('items', '/items', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const asked = askedDays(c, judgement.today);
    if (asked.format && periodIgnored(c) !== null) return tellProblem(c, 400, words.span.ignored(periodIgnored(c)!));
    const { taxonomy } = services.config;
    const query = itemQuery(asked, visitorOf(c), taxonomy);
    const columns = itemColumns(c, services, judgement);
    if (asked.format === 'csv') return csvFile(c, 'items', csvOf(services, query, columns));
    if (asked.format === 'xlsx') return sheetOf(c, services, query, columns);
    const after = itemBefore(asked);
    const judged = judgedCount(asked, judgement);
    const upTo = query.search === undefined ? COUNTED : COUNTED_FOUND;
    const [found, count] = await Promise.all([
      services.store.search.items(query, after, PAGE + 1),
      judged ?? services.countItems(query, upTo + 1),
    ]);
    const beyond = judged === null && count > upTo;
    const rows = found.slice(0, PAGE);
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    const names = namesOf(services.config, language);
    const { result } = judgement;
    return page(
      c,
      { title: words.items.title, section: 'items', lead: words.items.lead },
      <>
        <PeriodLinks c={c} today={judgement.today} />
        <Filters
          c={c}
          filters={[
            { kind: 'text', name: 'search', label: words.filter.search, placeholder: words.filter.searchTitle },
            choiceOf('category', words.head.category, taxonomy.categories, names.category),
            choiceOf('unit', words.head.unit, result.units, names.unit),
            choiceOf('site', words.head.site, result.sites, names.site),
            {
              kind: 'choice',
              name: 'class',
              label: words.head.class,
              choices: taxonomy.classes.map((one) => ({ value: one.id, label: names.class(one.id) })),
            },
            {
              kind: 'choice',
              name: 'area',
              label: words.head.keyArea,
              choices: taxonomy.keyAreas.map((one) => ({ value: String(one.number), label: names.area(one.number) })),
            },
            { kind: 'day', name: 'from', label: words.filter.from },
            { kind: 'day', name: 'to', label: words.filter.to },
            {
              kind: 'choice',
              name: 'dated',
              label: words.head.published,
              choices: [{ value: 'none', label: words.items.undated }],
            },
            {
              kind: 'choice',
              name: 'scope',
              label: words.items.scope,
              all: words.items.listed,
              choices: [{ value: 'all', label: words.items.everything }],
            },
          ]}
        />
        <KeptFilters c={c} services={services} />
        <p class="hint" role="status">
          <Total c={c} count={beyond ? upTo : count} beyond={beyond} /> <ExportLinks c={c} name="items" />
        </p>
        <TableView c={c} bare table={{ name: 'items', caption: words.items.title, rows, columns }} />
        <nav class="pager" aria-label={words.items.title}>
          {after && <a href={pageFrom(c, null)}>{words.page.first}</a>} {last && <a href={pageFrom(c, last)}>{words.page.next}</a>}
        </nav>
      </>,
    );
  });
};

function itemColumns(c: ConsoleContext, services: ConsoleServices, judgement: Judgement): TableColumn<FoundItem>[] {
  const { words, language } = c.var;
  const reader = readerOf(services.config, language);
  const { names } = reader;
  return [
    described(reader, itemFields.published),
    described(reader, itemFields.title, {
      show: (row) => (
        <>
          <a href={itemPath(row.key)}>{row.title}</a> {row.removedAt && <small>{words.items.removed}</small>}
        </>
      ),
    }),
    described(reader, itemFields.category, {
      show: (row) => (
        <>
          {names.category(row.category)} {row.correctedCategory && <small>{words.items.corrected}</small>}
        </>
      ),
    }),
    described(reader, itemFields.unit, { minor: true }),
    {
      head: words.head.column,
      value: (row) =>
        columnsOf(row, judgement)
          .map(({ site, name }) => `${names.site(site)} / ${name}`)
          .join('；'),
      show: (row) => columnsOf(row, judgement).map(({ site, id, name }) => <a href={columnPath(site, id)}>{name} </a>),
      minor: true,
    },
    described(reader, itemFields.documentNumber, { minor: true }),
    described(reader, itemFields.source, { minor: true }),
    described(reader, itemFields.url, { show: (row) => <External url={row.url}>{words.column.open}</External>, whole: true }),
  ];
}

/** The columns that list an item, as far as the visitor may see them. */
function columnsOf({ columns }: FoundItem, judgement: Judgement): ColumnRow[] {
  return columns.flatMap(({ site, column }) => findColumn(judgement, site, column) ?? []);
}

function pageFrom(c: ConsoleContext, last: FoundItem | null): string {
  const url = new URL(c.req.url);
  url.searchParams.delete('after');
  url.searchParams.delete('day');
  if (last) {
    url.searchParams.set('after', maskAddress(last.key));
    url.searchParams.set('day', last.publishedOn ?? '');
  }
  return url.pathname + url.search;
}

/** All items of a query, batch by batch, so that a million fits. */
async function* allItems({ store }: ConsoleServices, query: ItemSearchQuery): AsyncGenerator<FoundItem[]> {
  let after: { day: string | null; key: string } | null = null;
  do {
    const found: FoundItem[] = await store.search.items(query, after, BATCH);
    yield found;
    const last = found.length === BATCH ? found.at(-1) : undefined;
    after = last ? { day: last.publishedOn, key: last.key } : null;
  } while (after);
}

function csvOf(services: ConsoleServices, query: ItemSearchQuery, columns: readonly TableColumn<FoundItem>[]): ReadableStream {
  const encoder = new TextEncoder();
  const batches = allItems(services, query);
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(`\ufeff${csvLine(columns.map(({ head }) => head))}`)),
    async pull(stream) {
      const { value, done } = await batches.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value.map((item) => csvLine(columns.map((column) => column.value(item)))).join('')));
    },
    cancel: () => void batches.return(undefined),
  });
}

async function sheetOf(
  c: ConsoleContext,
  services: ConsoleServices,
  query: ItemSearchQuery,
  columns: readonly TableColumn<FoundItem>[],
): Promise<Response> {
  const rows: (string | number | null)[][] = [];
  for await (const batch of allItems(services, query)) {
    rows.push(...batch.map((item) => columns.map((column) => column.value(item))));
    if (rows.length >= SHEET_ROWS) {
      rows.push([c.var.words.items.sheetEnds(SHEET_ROWS)]);
      break;
    }
  }
  const head = columns.map((column) => column.head);
  const sheet = await buildSheet(c.var.words.items.title, head, rows);
  return c.body(new Uint8Array(sheet), 200, fileHeaders('items', 'xlsx'));
}
