import { readPlainHtml } from '../../../crawlers/documents/html.ts';
import type { Block } from '../../model/document.ts';
import { findPersonalData, mask, mayHoldPersonalData } from '../../privacy/personal-data.ts';
import { plainText } from './plain-text.ts';

/** A stored page as it may be shown. */
export interface MaskedPage {
  readonly text: string;
  /** It holds personal data: of a picture of it nothing can be masked, so that it is shown to nobody. */
  readonly holdsPersonalData: boolean;
}

/** Masks what a stored page says of private persons, its tables read as tables. */
export function maskedPage(text: string): MaskedPage {
  if (!mayHoldPersonalData(text)) return { text, holdsPersonalData: false };
  const lines = plainText(text)
    .split('\n')
    .map((line): Block => ({ kind: 'line', text: line.trim() }));
  const hits = findPersonalData([...lines, ...readPlainHtml(text).blocks]);
  return { text: mask(text, hits), holdsPersonalData: hits.length > 0 };
}
