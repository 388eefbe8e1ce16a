import type { Element } from 'domhandler';
import { visibleText } from '../page.ts';
import { wholeDay, writtenDays } from './written.ts';

/** Longer texts are no dates. */
const LONGEST = 60;

/**
 * The day that `<time datetime="2018-12-03T14:31+08:00">昨天</time>` holds where its text shows no full one; null where the text does or the attribute
 * holds none (HTML Living Standard, 4.5.14).
 */
export function dayOfTimeElement(element: Element): string | null {
  if (element.name !== 'time') return null;
  const written = wholeDay((element.attribs.datetime ?? '').slice(0, LONGEST));
  return written && writtenDays(visibleText(element, LONGEST)).length === 0 ? written.at.slice(0, 16).replace('T', ' ') : null;
}
