import type { Outline } from './outline.ts';

/** Whether a picture that is no link stands between an element and another one, in a box that the first is not in: a heading that is drawn. */
export function hasPicture({ elements, parent }: Outline, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++)
    if (elements[at]!.name === 'img' && parent[at]! > from && elements[parent[at]!]!.name !== 'a') return true;
  return false;
}
