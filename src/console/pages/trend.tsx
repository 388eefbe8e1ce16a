import { type MarkedWeek, trendFor, twoYearsUpTo, weeksOf } from '../../../jobs/judging/trend.ts';
import type { Field } from '../../rows/field.ts';
import { readerOf } from '../../rows/field.ts';
import { stretchFields, weekFields } from '../../rows/trend.ts';
import type { Stretch } from '../../timeliness/trend.ts';
import { askedPeriod } from '../asked-period.ts';
import { askedScope, visibleTrend } from '../asked-scope.ts';
import { ownUnit, visitorOf } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Chart } from '../view/chart.tsx';
import { Count } from '../view/count.tsx';
import { described } from '../view/described.ts';
import { choiceOf, Filters } from '../view/filters.tsx';
import { page } from '../view/layout.tsx';
import { itemsPath, paperPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { PeriodPicker } from '../view/period-picker.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

/** Two years week by week, of the city, a unit, a category or a column; this quarter beside the last; circulars marked. */
export const registerTrend: Register = (app, services) => {
  app.section('trend', '/trend', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const reader = readerOf(services.config, language);
    const of = askedScope(c);
    const { today } = judgement;
    const asked = askedPeriod(c, { span: twoYearsUpTo(today), today });
    const { weeks, quarters } = visibleTrend(c, await trendFor(services, judgement, weeksOf(asked.span, today), of));
    const counted = <Row extends Stretch>(field: Field<Row>) =>
      described(reader, field, { show: (row) => <Count of={row.items} list={itemsPath({ ...of, from: row.from, to: row.to })} /> });
    const week: Table<MarkedWeek> = {
      name: 'weeks',
      caption: words.trend.weeks,
      rows: weeks.toReversed(),
      columns: [
        ...Object.values(weekFields).map((field) => {
          if (field === weekFields.items) return counted(field);
          if (field !== weekFields.circular) return described(reader, field);
          const show = ({ circular }: MarkedWeek) => circular && <a href={paperPath(circular.id)}>{circular.name}</a>;
          return described(reader, weekFields.circular, { show });
        }),
      ],
    };
    const quarter: Table<Stretch> = {
      name: 'quarters',
      caption: words.trend.quarters,
      rows: quarters,
      columns: Object.values(stretchFields).map((field) => (field === stretchFields.items ? counted(field) : described(reader, field))),
    };
    const file = await exported(c, week, quarter);
    if (file) return file;
    const labels = weeks.map(({ from }) => from);
    const line = (field: Field<MarkedWeek>) => ({
      name: field.head[language],
      values: weeks.map((row) => field.value(row, reader) as number | null),
    });
    const marks = weeks.flatMap(({ from, circular }) => (circular === null ? [] : [{ at: from, name: circular.name }]));
    return page(
      c,
      {
        title: words.trend.title,
        section: 'trend',
        lead: <Momentary judgement={judgement} names={reader.names} words={words} />,
        charts: true,
      },
      <>
        <p class="hint">{words.trend.lead}</p>
        <PeriodPicker c={c} asked={asked} />
        {ownUnit(visitorOf(c)) === null && (
          <Filters
            c={c}
            keeps={['site', 'column', 'period', 'from', 'to']}
            filters={[
              choiceOf('unit', words.head.unit, judgement.result.units, reader.names.unit),
              choiceOf('category', words.head.category, services.config.taxonomy.categories, reader.names.category),
            ]}
          />
        )}
        <TableView c={c} table={quarter} />
        <Chart
          c={c}
          title={words.trend.shares}
          data={{
            kind: 'lines',
            labels,
            unit: '%',
            marks,
            series: [line(weekFields.score), line(weekFields.inTime), line(weekFields.passRate)],
          }}
          table={week}
        />
        <Chart
          c={c}
          title={words.trend.problems}
          data={{ kind: 'lines', labels, marks, series: [line(weekFields.overdue), line(weekFields.blank), line(weekFields.unknown)] }}
          table={{ ...week, name: 'problems' }}
        />
      </>,
    );
  });
};
