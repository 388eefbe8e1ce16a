import { z } from 'zod';
import type { Act } from '../../jobs/alerts/act.ts';
import { HUMAN_ACTIONS, type HumanAction, SAYINGS, type Saying } from '../alerts/alert.ts';
import { DISMISSAL_REASONS, TELLINGS } from '../model/alerts.ts';
import { isDay } from '../model/day.ts';
import type { Visitor } from './context.ts';

/** What somebody asks to be done with an alert, as forms and programs write it. */
export const ACT = z.object({
  act: z.enum([...HUMAN_ACTIONS, ...SAYINGS]),
  why: z.string().trim().max(1000).default(''),
  until: z.string().refine(isDay).or(z.literal('')).optional(),
  reason: z.enum(DISMISSAL_REASONS).optional(),
  /** Of `told`: who heard of it, how, and on which day. */
  whom: z.string().trim().max(200).optional(),
  how: z.enum(TELLINGS).optional(),
  on: z.string().refine(isDay).or(z.literal('')).optional(),
  /** Of `assigned`: e-mail of the colleague; empty: nobody any more. */
  to: z.string().trim().max(200).optional(),
});

/** The act, or null where something that it needs was left out. */
export function actOf({ act, why, until, reason, whom, how, on, to }: z.output<typeof ACT>): Act | null {
  if (act === 'acknowledged') return until && why ? { kind: act, what: why, until } : null;
  if (act === 'dismissed') return until && reason && why ? { kind: act, reason, why, until } : null;
  if (act === 'told') return whom && how && on ? { kind: act, whom, how, on, why } : null;
  if (act === 'assigned') return { kind: act, to: to || null, why };
  if (act === 'objected' || act === 'kept' || act === 'commented' || act === 'remarked') return why ? { kind: act, why } : null;
  return { kind: act, why };
}

/** Which acts are a visitor's to do: a unit answers, objects or writes, the office does all the rest. */
export function isTheirs(visitor: Visitor, act: HumanAction | Saying): boolean {
  const isUnits = act === 'acknowledged' || act === 'objected' || act === 'commented';
  return visitor.role === 'unit-editor' ? isUnits : visitor.role !== 'viewer';
}
