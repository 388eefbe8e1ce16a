/** A number that opens the list behind it; there is none behind a zero. */
export function Count({ of, list }: { of: number; list: string }) {
  const number = of.toLocaleString('en-US');
  return of === 0 ? <span class="zero">0</span> : <a href={list}>{number}</a>;
}
