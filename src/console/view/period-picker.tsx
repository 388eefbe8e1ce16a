import { PERIODS, type PeriodName, spanOf } from '../../counting/periods.ts';
import type { Day } from '../../model/day.ts';
import type { AskedPeriod } from '../asked-period.ts';
import type { ConsoleContext } from '../context.ts';

/** Which period a page counts: by a name, or by two days. It works without a script. */
export function PeriodPicker({ c, asked }: { c: ConsoleContext; asked: AskedPeriod }) {
  const { words } = c.var;
  const { span, name, misread } = asked;
  // What else narrows the page stays as it is, but for the place in a list.
  const { period: _period, from: _from, to: _to, page: _page, ...others } = c.req.query();
  return (
    <search>
      <Periods c={c} query={(period) => ({ ...others, period })} isCurrent={(period) => period === name} />
      <form class="filters" method="get">
        <div class="field">
          <label for="period-from">{words.filter.from}</label>
          <input type="date" id="period-from" name="from" value={span.from} />
        </div>
        <div class="field">
          <label for="period-to">{words.filter.to}</label>
          <input type="date" id="period-to" name="to" value={span.to} />
        </div>
        {Object.entries(others).map(([other, value]) => (
          <input type="hidden" name={other} value={value} />
        ))}
        <div class="send">
          <button type="submit">{words.filter.apply}</button> <a href={c.req.path}>{words.filter.clear}</a>
        </div>
      </form>
      <p class="hint" role="status">
        {misread === null ? words.span.counted(span.from, span.to) : words.span.misread(misread.slice(0, 40))}
      </p>
    </search>
  );
}

/** The same for a list that is narrowed by its days: each name stands for its two. */
export function PeriodLinks({ c, today }: { c: ConsoleContext; today: Day }) {
  const { period: _period, from, to, page: _page, after: _after, day: _day, ...others } = c.req.query();
  const isCurrent = (name: PeriodName) => spanOf(name, today).from === from && spanOf(name, today).to === to;
  return <Periods c={c} query={(name) => ({ ...others, ...spanOf(name, today) })} isCurrent={isCurrent} />;
}

interface PeriodsShown {
  readonly c: ConsoleContext;
  query(name: PeriodName): Record<string, string>;
  isCurrent(name: PeriodName): boolean;
}

function Periods({ c, query, isCurrent }: PeriodsShown) {
  const { words } = c.var;
  return (
    <ul class="periods" aria-label={words.span.label}>
      {PERIODS.map((name) => (
        <li>
          <a href={`${c.req.path}?${new URLSearchParams(query(name))}`} aria-current={isCurrent(name) ? 'true' : undefined}>
            {words.span.names[name]}
          </a>
        </li>
      ))}
    </ul>
  );
}
