/** Middle and worst of some numbers of days; null where nothing was measured. */
export interface Spread {
  readonly measured: number;
  readonly median: number | null;
  readonly worst: number | null;
}

/** Of an even number the lower middle, so that it is one that was measured. */
export function spread(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { measured: sorted.length, median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null, worst: sorted.at(-1) ?? null };
}
