import { load } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { isElement } from '../page.ts';

/** Deeper records hold no rows. */
const DEEPEST = 8;
const MOST = 20_000;

/** An XML document as a JSON answer would say it: elements with elements inside are objects, repeated ones arrays, the rest texts. */
export function xmlValue(text: string): unknown {
  let count = 0;
  const read = (element: Element, depth: number): unknown => {
    const inner = element.children.filter((child) => isElement(child));
    if (inner.length === 0 || depth > DEEPEST) return $(element).text().trim();
    const named = new Map<string, unknown[]>();
    for (const child of inner) {
      if (count++ > MOST) break;
      named.set(child.name, [...(named.get(child.name) ?? []), read(child, depth + 1)]);
    }
    return Object.fromEntries([...named].map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
  };
  const $ = load(text, { xml: true });
  const [root] = $.root().children().toArray();
  return root ? read(root, 0) : null;
}
