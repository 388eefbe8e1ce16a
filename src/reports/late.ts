import type { Alert } from '../model/alerts.ts';
import { dayIn, daysBetween } from '../model/day.ts';
import type { PaperFacts } from './facts.ts';

/**
 * What units were told of, and did not mend in time: the first due first. What is held, objected to or without a last day is not among it,
 * nor what no audit has seen since that day: it may have been mended.
 */
export function lateOf({
  estate,
  opened,
  asOf,
  unit,
}: Pick<PaperFacts, 'estate' | 'opened' | 'asOf' | 'unit'>): (Alert & { readonly dueOn: string })[] {
  return opened
    .filter((alert): alert is Alert & { dueOn: string } => alert.dueOn !== null && alert.dueOn < asOf)
    .filter(({ state, held }) => (state === 'sent' || state === 'acknowledged') && !held)
    .filter(({ lastSeen, dueOn }) => dayIn(estate.timezone, lastSeen) > dueOn)
    .filter((alert) => unit === null || alert.unit === unit)
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

/** Days past the last day for mending. */
export function daysLate(alert: { readonly dueOn: string }, { asOf }: Pick<PaperFacts, 'asOf'>): number {
  return daysBetween(alert.dueOn, asOf);
}

/** What an alert says, to stand in a longer sentence. */
export function alertInWords({ message }: Pick<Alert, 'message'>): string {
  return message.zh.replace(/。$/, '');
}

/** 督办到哪一级: how far up the ladder it was told. */
export function rungInWords({ level }: Pick<Alert, 'level'>): string {
  return ['已通知联系人', '已通知负责人', '已督办', '已列入通报'][level] ?? '已列入通报';
}
