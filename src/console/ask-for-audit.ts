import type { RunRecord } from '../model/records.ts';
import type { ConsoleContext } from './context.ts';
import type { Desk } from './desk.ts';

/** Asks for an audit in the visitor's name and notes it; null where this process has nobody to ask. */
export async function askForAudit(c: ConsoleContext, desk: Desk): Promise<RunRecord | null> {
  const run = (await desk.askForAudit?.()) ?? null;
  if (run) await desk.note(c, 'start-audit', `run/${run.id}`, '');
  return run;
}
