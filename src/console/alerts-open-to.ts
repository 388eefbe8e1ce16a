import { type Alert, type AlertEntry, OFFICE_ONLY } from '../model/alerts.ts';
import type { AlertQuery } from '../store/store.ts';
import { ownUnit, type Visitor } from './context.ts';

/** What a visitor may see of alerts: a unit editor the own unit's, and none that are only for those who run this tool. */
export function alertsOpenTo(visitor: Visitor): AlertQuery {
  const unit = ownUnit(visitor);
  return unit === null ? {} : { units: [unit], audience: 'unit' };
}

export function maySee(visitor: Visitor, alert: Alert): boolean {
  const unit = ownUnit(visitor);
  return unit === null || (alert.unit === unit && alert.audience === 'unit');
}

/** What a visitor may read of an alert's history: what colleagues tell each other is none of a unit's. */
export function entriesOpenTo(visitor: Visitor, entries: readonly AlertEntry[]): AlertEntry[] {
  const isHidden = ({ event, because }: AlertEntry) =>
    OFFICE_ONLY.includes(event) || (because?.reason === 'undone' && OFFICE_ONLY.includes(because.event));
  return entries.filter((entry) => ownUnit(visitor) === null || !isHidden(entry));
}
