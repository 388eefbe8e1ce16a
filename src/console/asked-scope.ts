import type { Trend } from '../../jobs/judging/trend.ts';
import type { TrendScope } from '../store/store.ts';
import { type ConsoleContext, ownUnit, visitorOf } from './context.ts';

/** What the address asks for; a unit editor gets the own unit's. */
export function askedScope(c: ConsoleContext): TrendScope {
  const { unit, category, site, column } = c.req.query();
  const own = ownUnit(visitorOf(c));
  return {
    ...(own === null ? (unit ? { unit } : {}) : { unit: own }),
    ...(category ? { category } : {}),
    ...(site && column ? { site, column } : {}),
  };
}

/** A trend as the visitor may see it: circulars are the office's papers. */
export function visibleTrend(c: ConsoleContext, { weeks, quarters }: Trend): Trend {
  if (ownUnit(visitorOf(c)) === null) return { weeks, quarters };
  return { weeks: weeks.map((week) => ({ ...week, circular: null })), quarters };
}
