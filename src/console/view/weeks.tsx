import { raw } from 'hono/html';

const CELL = 5;
const HEIGHT = 14;
/** Upper bounds of the shades: none, one, few, some, many. */
const SHADES = [0, 1, 3, 7] as const;

/** A strip of one cell a week; the darker, the more updates. Described in words for those who cannot see it. */
export function Weeks({ numbers, label }: { numbers: readonly number[]; label: string }) {
  const cells = numbers.map((count, week) => `<rect x="${week * CELL}" width="${CELL - 1}" height="${HEIGHT}" class="w${shade(count)}"/>`);
  const width = numbers.length * CELL;
  return (
    <svg class="weeks" viewBox={`0 0 ${width} ${HEIGHT}`} width={String(width)} height={String(HEIGHT)} role="img" aria-label={label}>
      {raw(cells.join(''))}
    </svg>
  );
}

function shade(count: number): number {
  const place = SHADES.findIndex((bound) => count <= bound);
  return place === -1 ? SHADES.length : place;
}

/** The longest run of weeks without any update. */
export function longestGap(numbers: readonly number[]): number {
  let longest = 0;
  let current = 0;
  for (const count of numbers) {
    current = count === 0 ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}
