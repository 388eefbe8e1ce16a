import { z } from 'zod';
import type { Act } from '../../jobs/alerts/act.ts';
import { HUMAN_ACTIONS, type HumanAction } from '../alerts/alert.ts';
import { DISMISSAL_REASONS } from '../model/alerts.ts';
import { isDay } from '../model/day.ts';
import type { Visitor } from './context.ts';

/** What somebody asks to be done with an alert, as forms and programs write it. */
export const ACT = z.object({
  act: z.enum(HUMAN_ACTIONS),
  why: z.string().trim().max(1000).default(''),
  until: z.string().refine(isDay).or(z.literal('')).optional(),
  reason: z.enum(DISMISSAL_REASONS).optional(),
});

/** The act, or null where something that it needs was left out. */
export function actOf({ act, why, until, reason }: z.output<typeof ACT>): Act | null {
  if (act === 'acknowledged') return until && why ? { kind: act, what: why, until } : null;
  if (act === 'dismissed') return until && reason && why ? { kind: act, reason, why, until } : null;
  return { kind: act, why };
}

/** Which acts are a visitor's to do: a unit answers, the office does all the rest. */
export function isTheirs(visitor: Visitor, act: HumanAction): boolean {
  return visitor.role === 'unit-editor' ? act === 'acknowledged' : visitor.role !== 'viewer';
}
