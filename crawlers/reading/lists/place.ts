import type { Element } from 'domhandler';
import type { Outline } from './outline.ts';

/** Steps of a place; what stands further out is left away. */
const MOST_STEPS = 12;

/** Tag and class path to an element, for example `body>div.main>ul.list`. */
export function placeOf(outline: Outline, element: number): string {
  const path: string[] = [];
  for (let at = element; at >= 0 && path.length < MOST_STEPS; at = outline.parent[at]!) path.push(stepOf(outline.elements[at]!));
  return path.reverse().join('>');
}

/** An element's own step of a place: `ul.list`. */
export function stepOf({ name, attribs }: Element): string {
  const first = attribs.class?.trim().split(/\s+/)[0];
  return attribs.id ? `${name}#${attribs.id}` : first ? `${name}.${first}` : name;
}
