import type { Alert } from '../model/alerts.ts';
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
