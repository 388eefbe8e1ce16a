import type { Outline } from './outline.ts';

const FRAME_NAME =
  /(?:^|[\s_-])(?:nav|menu|navbar|navigation|foot|footer|bottom|topbar|header|sitemap|crumbs?|breadcrumb|link(?:s|box)?|friend(?:link)?s?|yqlj)(?:$|[\s_-]|\d)/i;

/** Whether an element stands in the page's frame: navigation, header, footer, friendly links. */
export function inFrame(outline: Outline, container: number): boolean {
  for (let at = container, steps = 0; at >= 0 && steps < 12; at = outline.parent[at]!, steps++) {
    const element = outline.elements[at]!;
    if (element.name === 'nav' || element.name === 'footer') return true;
    if (FRAME_NAME.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`)) return true;
  }
  return false;
}

/** Letters of running text outside links, in pieces long enough to be sentences. */
export function proseLetters(outline: Outline): number {
  let letters = 0;
  for (const run of outline.runs) if (run.link < 0 && run.text.length >= 40) letters += run.text.length;
  return letters;
}
