/** Marks that open and close what somebody else said or wrote. */
const PAIRS = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['‘', '’'],
] as const;

/** Whether a place of a text stands within a quotation: what others wrote is given as they wrote it. */
export function isQuoted(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at) + 1;
  const before = text.slice(line, at);
  return PAIRS.some(([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close)) || isBetweenStraight(before);
}

/** Straight marks open and close alike: an odd number before a place leaves one open. */
function isBetweenStraight(before: string): boolean {
  return (before.match(/"/g)?.length ?? 0) % 2 === 1;
}
