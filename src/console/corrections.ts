import { findLike, spread } from '../classification/corrections.ts';
import type { CorrectionRecord } from '../model/records.ts';
import { type ConsoleContext, visitorOf } from './context.ts';
import type { ConsoleServices } from './services.ts';

/** The correction of an id, or null. */
export async function findCorrection({ store }: ConsoleServices, id: string): Promise<CorrectionRecord | null> {
  return (await store.corrections.list()).find((one) => one.id === id) ?? null;
}

/** Gives to all that looks the same what a correction gave to one, in the visitor's name; to how many. */
export async function spreadCorrection(services: ConsoleServices, c: ConsoleContext, correction: CorrectionRecord): Promise<number> {
  const { store, clock } = services;
  const likes = await findLike(store, correction);
  await store.corrections.add(...spread(correction, likes, visitorOf(c).email, clock.now()));
  await services.note(c, 'correct-like', `correction/${correction.id}`, `${correction.category}: ${likes.length}`);
  return likes.length;
}

/** Takes back a correction with those that were spread from it; how many they were. */
export async function undoCorrection(services: ConsoleServices, c: ConsoleContext, correction: CorrectionRecord): Promise<number> {
  const undone = await services.store.corrections.undo(correction.id);
  await services.note(c, 'undo-correction', `correction/${correction.id}`, `${correction.category}: ${undone.length}`);
  return undone.length;
}
