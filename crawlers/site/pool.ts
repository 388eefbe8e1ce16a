/**
 * Runs `work` over `things` with at most `atOnce` under way; takes up nothing new once the signal is aborted. The first error stops
 * it, too, and is thrown when all that was under way has ended.
 */
export async function forEachOf<Thing>(
  things: readonly Thing[],
  atOnce: number,
  signal: AbortSignal,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const rest = things[Symbol.iterator]();
  const failures: unknown[] = [];
  const lane = async () => {
    for (const thing of rest) {
      if (signal.aborted || failures.length > 0) return;
      await work(thing).catch((error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, things.length)) }, lane));
  if (failures.length > 0) throw failures[0];
}
