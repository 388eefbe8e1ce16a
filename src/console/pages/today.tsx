import { clickPath } from '../../model/click-path.ts';
import type { Finding } from '../../model/findings.ts';
import { namesOf } from '../../rows/names.ts';
import { FORTNIGHT, forecastWithin } from '../../timeliness/forecast.ts';
import { may } from '../context.ts';
import { findColumn } from '../judgement.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { statusCounts } from '../status-counts.ts';
import { Chart } from '../view/chart.tsx';
import { Count } from '../view/count.tsx';
import { findingTable } from '../view/finding-table.tsx';
import { page } from '../view/layout.tsx';
import { columnPath, itemsPath, runPath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { StatusTiles } from '../view/status-tiles.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { ComingDuties, comingDuties } from './duties/coming-duties.tsx';
import { RunFacts } from './run/facts.tsx';
import { AlertSummary } from './today/alert-summary.tsx';
import { WeekChanges } from './today/week-changes.tsx';

const FINDINGS = 20;

/** What needs somebody now: verdicts at a glance, the gravest findings, last night's run, what falls due next. */
export const registerToday: Register = (app, services) => {
  app.section('today', '/', ALL, async (c) => {
    const { words, language } = c.var;
    // Where nothing is watched yet there is nothing to see.
    if (services.config.estate.sites.length === 0 && services.lookThrough && may(c, 'POST', '/estate/sites/new'))
      return c.redirect('/estate/sites/new');
    const judgement = await services.judgementFor(c);
    const { result, run, span, year } = judgement;
    const names = namesOf(services.config, language);
    const counts = statusCounts(result.columns);
    const found = findingTable(result.findings, words.today.findings, { names, words, language, pack: services.config.pack });
    const findings: Table<Finding> = { ...found, shown: found.rows.slice(0, FINDINGS) };
    const inOffice = judgement.unit === null;
    const due = forecastWithin(result.forecast, FORTNIGHT).flatMap(({ unit, columns }) => columns.map((column) => ({ ...column, unit })));
    const nameOf = (row: (typeof due)[number]) => {
      const column = findColumn(judgement, row.site, row.id);
      return column === null ? row.name : clickPath(column);
    };
    const forecast: Table<(typeof due)[number]> = {
      name: 'forecast',
      caption: words.today.forecast,
      rows: due.toSorted((a, b) => a.inDays - b.inDays),
      columns: [
        { head: words.head.dueOn, value: (row) => row.dueOn },
        { head: words.head.inDays, value: (row) => row.inDays, number: true },
        { head: words.head.column, value: nameOf, show: (row) => <a href={columnPath(row.site, row.id)}>{nameOf(row)}</a> },
        {
          head: words.head.unit,
          value: (row) => names.unit(row.unit),
          show: (row) => <a href={unitPath(row.unit)}>{names.unit(row.unit)}</a>,
        },
      ],
    };
    const coming = comingDuties({ c, duties: result.duties, today: judgement.today, words, names, language });
    const days = [...(judgement.daily.get('') ?? new Map<string, number>())].sort(([a], [b]) => (a < b ? -1 : 1));
    const calendar: Table<(typeof days)[number]> = {
      name: 'daily',
      caption: words.today.calendar,
      rows: days,
      columns: [
        { head: words.head.date, value: ([day]) => day },
        {
          head: words.head.items,
          value: ([, count]) => count,
          show: ([day, count]) => <Count of={count} list={itemsPath({ from: day, to: day })} />,
          number: true,
        },
      ],
    };
    const file = await exported(c, findings, forecast, coming.table, calendar);
    if (file) return file;
    const unread = result.sites.filter(({ status }) => status !== 'ok').length;
    return page(
      c,
      { title: words.today.title, section: 'today', lead: <Momentary judgement={judgement} names={names} words={words} />, charts: true },
      <>
        <AlertSummary c={c} services={services} />
        <h2>{words.nav.columns}</h2>
        {unread > 0 && run !== null && (
          <p class="note">
            {inOffice ? <a href="/sites">{words.today.unread(unread)}</a> : words.today.unread(unread)} {words.today.fault}
          </p>
        )}
        <ul class="tiles">
          <StatusTiles counts={counts} of={{}} words={words} />
          <li>
            <a href={itemsPath({ ...span })}>
              <strong>{result.totals.items.toLocaleString('en-US')}</strong> {words.today.items}
            </a>
          </li>
        </ul>
        <WeekChanges judgement={judgement} words={words} />
        <TableView c={c} table={findings} />
        {run && found.rows.length > FINDINGS && (
          <p class="hint">
            <a href={inOffice ? `${runPath(run.id)}#table-findings` : `${unitPath(judgement.unit)}#table-findings`}>
              {words.today.allFindings(found.rows.length)}
            </a>
          </p>
        )}
        <div class="two">
          <TableView c={c} table={forecast} />
          {run && (
            <RunFacts
              run={run}
              title={inOffice ? <a href={runPath(run.id)}>{words.today.lastRun}</a> : words.today.lastRun}
              names={names}
              words={words}
              language={language}
              whole={inOffice}
            />
          )}
        </div>
        <ComingDuties c={c} coming={coming} words={words} />
        <Chart c={c} title={words.today.calendar} data={{ kind: 'calendar', ...year, days }} table={calendar} />
      </>,
    );
  });
};
