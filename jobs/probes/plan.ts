import { createHash } from 'node:crypto';
import { addDays, dayIn, startOfDay } from '../../src/model/day.ts';
import type { ReachabilityRule } from '../../src/model/rules.ts';

/** A fifth more visits than the rule wants, so that a restart of ours does not spoil a day. */
const SPARE = 1.2;

/** When the home page of a site is visited, in which zone's days. */
export interface ProbePlan {
  readonly zone: string;
  readonly visitsPerDay: number;
}

/** The plan that a rule asks for. Day and night alike: a site's window keeps audits away, and one visit an hour is no load. */
export function probePlan(rule: ReachabilityRule, zone: string): ProbePlan {
  return { zone, visitsPerDay: Math.ceil(rule.visitsPerDay * SPARE) };
}

/**
 * The planned visits to a site after `from` and not after `to`, oldest first: evenly spaced over each day, and for each site shifted
 * by a part of the space that follows from its id, so that neither we nor a shared server ever face all sites at once. Every
 * vantage comes to the same instants.
 */
export function slotsBetween(site: string, from: Date, to: Date, plan: ProbePlan): Date[] {
  const slots: Date[] = [];
  for (let day = dayIn(plan.zone, from); day <= dayIn(plan.zone, to); day = addDays(day, 1)) {
    slots.push(...slotsOn(site, day, plan).filter((slot) => slot > from && slot <= to));
  }
  return slots;
}

function slotsOn(site: string, day: string, { zone, visitsPerDay }: ProbePlan): Date[] {
  const start = startOfDay(zone, day).getTime();
  const space = (startOfDay(zone, addDays(day, 1)).getTime() - start) / visitsPerDay;
  const shift = fractionOf(site) * space;
  return Array.from({ length: visitsPerDay }, (_, index) => new Date(Math.floor(start + shift + index * space)));
}

/** A number from 0 to 1 that looks like chance and is always the same for a text. */
function fractionOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
