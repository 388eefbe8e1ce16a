import { isPair } from '../../duties/duty.ts';
import type { Day } from '../../model/day.ts';
import type { Span } from '../../model/estate.ts';
import { namesOf } from '../../rows/names.ts';
import { scoreOfUnit } from '../../timeliness/score.ts';
import { askedPeriod } from '../asked-period.ts';
import { periodCounts } from '../period-counts.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Chart } from '../view/chart.tsx';
import { Count } from '../view/count.tsx';
import { findingTable } from '../view/finding-table.tsx';
import { page } from '../view/layout.tsx';
import { itemsPath, trendPath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { PeriodPicker } from '../view/period-picker.tsx';
import { tellProblem } from '../view/problem.tsx';
import { StatusTiles } from '../view/status-tiles.tsx';
import { monthOf, monthsIn } from '../view/steps.ts';
import { exported, type Table, TableView } from '../view/table.tsx';
import { ComingDuties, comingDuties } from './duties/coming-duties.tsx';
import { dutyTable } from './duties/duty-table.tsx';
import { ReadAgain } from './read-again.tsx';
import { columnTable } from './units/column-table.tsx';
import { ScoreShown } from './units/score-shown.tsx';
import { UnitAlerts } from './units/unit-alerts.tsx';

/** One unit: its score, alerts and response times, columns, findings, duties, and a year by month. */
export const registerUnit: Register = (app, services) => {
  app.read('/units/:unit', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const unit = judgement.result.units.find(({ id }) => id === c.req.param('unit'));
    if (unit === undefined) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(services.config, language);
    const asked = askedPeriod(c, judgement);
    const counted = await periodCounts(services, judgement, asked.span);
    const items = counted.result.units.find(({ id }) => id === unit.id)?.items ?? 0;
    const columns = columnTable(
      counted.columns.filter((column) => column.unit === unit.id),
      { names, words, language, span: asked.span },
    );
    const findings = findingTable(
      judgement.result.findings.filter(({ subject }) => subject.unit === unit.id),
      words.units.findings,
      { names, words, language, pack: services.config.pack, ofOneUnit: true },
    );
    const own = judgement.result.duties.filter((duty) => duty.unit === unit.id && !isPair(duty));
    const coming = comingDuties({ c, duties: own, today: judgement.today, words, names, language, ofOneUnit: true });
    const duties = dutyTable(own, { name: 'duties', caption: words.duties.title, ofOneUnit: true }, { names, words, language });
    const daily = judgement.daily.get(judgement.daily.has(unit.id) ? unit.id : '') ?? new Map<string, number>();
    const months = byMonth(daily, judgement.year);
    const monthly: Table<readonly [string, number]> = {
      name: 'months',
      caption: words.units.monthly,
      rows: months,
      columns: [
        { head: words.head.month, value: ([month]) => month },
        {
          head: words.head.items,
          value: ([, count]) => count,
          show: ([month, count]) => <Count of={count} list={itemsPath({ unit: unit.id, ...monthOf(month, judgement.year) })} />,
          number: true,
        },
      ],
    };
    const file = await exported(c, columns, findings, duties, coming.table, monthly);
    if (file) return file;
    const score = scoreOfUnit(unit.id, judgement.result.columns, judgement.courses, asked.span);
    return page(
      c,
      { title: names.unit(unit.id), section: 'units', lead: <Momentary judgement={judgement} names={names} words={words} />, charts: true },
      <>
        <PeriodPicker c={c} asked={asked} />
        <ReadAgain c={c} services={services} of={unitPath(unit.id)} />
        <ul class="tiles">
          <li>
            <div class="tile" title={words.units.scoreHelp}>
              <strong>
                <ScoreShown score={score} words={words} />
              </strong>{' '}
              {words.head.score}
            </div>
          </li>
          <StatusTiles counts={unit} of={{ unit: unit.id }} words={words} />
          <li>
            <a href={itemsPath({ unit: unit.id, ...asked.span })}>
              <strong>{items.toLocaleString('en-US')}</strong> {words.today.items}
            </a>
          </li>
        </ul>
        <p class="hint">
          {words.units.scoreHelp} <a href={trendPath({ unit: unit.id })}>{words.trend.title}</a>
        </p>
        <div class="two">
          <UnitAlerts c={c} services={services} unit={unit.id} />
          {duties.rows.length > 0 && <TableView c={c} table={duties} />}
        </div>
        <ComingDuties c={c} coming={coming} words={words} />
        <TableView c={c} table={columns} />
        <TableView c={c} table={findings} />
        <Chart
          c={c}
          title={words.units.monthly}
          data={{
            kind: 'bars',
            labels: months.map(([month]) => month),
            series: [{ name: words.head.items, values: months.map(([, count]) => count) }],
          }}
          table={monthly}
        />
      </>,
    );
  });
};

/** Months in which nothing was published stand there too. */
function byMonth(days: ReadonlyMap<Day, number>, year: Span): (readonly [string, number])[] {
  const months = new Map(monthsIn(year).map((month) => [month, 0]));
  for (const [day, count] of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + count);
  return [...months];
}
