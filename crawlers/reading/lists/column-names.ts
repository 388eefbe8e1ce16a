import type { Page } from '../page.ts';
import { plainName } from './evidence.ts';
import { joinRuns, type Outline } from './outline.ts';

const HERE = /(?:当前位置|所在位置|您的位置|现在的位置|目前位置|目前的位置|您目前的?位置|你的位置|位置)\s?[:：]?/;

/** Longer ones are titles of articles. */
const LONGEST_NAME = 16;

/** The names that a page gives its column: meta ColumnName, the steps of the breadcrumb, the first part of the title. */
export function columnNames(page: Page, outline: Outline): Set<string> {
  const names = new Set<string>();
  const add = (name: string | undefined) => {
    const plain = plainName(name ?? '');
    if (plain.length >= 2 && plain.length <= LONGEST_NAME) names.add(plain);
  };
  add(page.meta.get('columnname'));
  add(page.title?.split(/[-_|—–>·]/)[0]);
  const trail = breadcrumb(outline);
  add(trail.at(-1));
  return names;
}

/** The steps of "current place: home > column", or nothing. */
export function breadcrumb(outline: Outline): string[] {
  const at = outline.runs.findIndex((run) => run.text.length < 200 && HERE.test(run.text));
  if (at < 0) return [];
  let element = outline.runs[at]!.element;
  // The label often has an element of its own: the trail is what stands with it.
  for (let up = 0; up < 3 && outline.runTo[element]! - outline.runFrom[element]! < 3; up++) {
    const parent = outline.parent[element]!;
    if (parent < 0 || outline.runTo[parent]! - outline.runFrom[parent]! > 24) break;
    element = parent;
  }
  const text = joinRuns(outline, at, Math.min(outline.runTo[element]!, at + 24), 300);
  const label = HERE.exec(text)!;
  return text
    .slice(label.index + label[0].length)
    .split(/[>»›/|→\\＞]|--|&gt;/)
    .map((step) => step.trim())
    .filter((step) => step !== '');
}
