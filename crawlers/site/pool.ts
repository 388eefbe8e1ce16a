/** Runs `work` over `things` with at most `atOnce` under way; takes up nothing new once the signal is aborted. */
export async function forEachOf<Thing>(
  things: readonly Thing[],
  atOnce: number,
  signal: AbortSignal,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const rest = things[Symbol.iterator]();
  const lane = async () => {
    for (const thing of rest) {
      if (signal.aborted) return;
      await work(thing);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, things.length)) }, lane));
}
