import type { Element } from 'domhandler';
import { isElement, visibleText } from '../page.ts';
import { wholeDay, writtenDays } from './written.ts';

/** Longer texts are no dates. */
const LONGEST = 60;

/**
 * The day that `<time datetime="2018-12-03T14:31+08:00">昨天</time>` holds where its text shows no full one; null where the text does or the attribute
 * holds none (HTML Living Standard, 4.5.14). Empty for the time of the last change beside the time of publication.
 */
export function dayOfTimeElement(element: Element): string | null {
  if (element.name !== 'time') return null;
  if (
    isOfChange(element) &&
    (element.parent?.children ?? []).some((other) => isElement(other) && other.name === 'time' && !isOfChange(other))
  )
    return '';
  const written = wholeDay((element.attribs.datetime ?? '').slice(0, LONGEST));
  return written && writtenDays(visibleText(element, LONGEST)).length === 0 ? written.at.slice(0, 16).replace('T', ' ') : null;
}

function isOfChange({ attribs }: Element): boolean {
  return /updat|modif/i.test(`${attribs.class ?? ''} ${attribs.itemprop ?? ''}`) && !/publish/i.test(attribs.class ?? '');
}
