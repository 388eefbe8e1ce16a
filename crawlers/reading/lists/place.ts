import type { Outline } from './outline.ts';

/** Tag and class path to an element, for example `body>div.main>ul.list`. */
export function placeOf(outline: Outline, element: number): string {
  const path: string[] = [];
  for (let at = element; at >= 0 && path.length < 12; at = outline.parent[at]!) {
    const { name, attribs } = outline.elements[at]!;
    const first = attribs.class?.trim().split(/\s+/)[0];
    path.push(attribs.id ? `${name}#${attribs.id}` : first ? `${name}.${first}` : name);
  }
  return path.reverse().join('>');
}
