import type { Element } from 'domhandler';
import type { Attachment } from '../../../src/model/reading.ts';
import type { Page } from '../page.ts';
import { visibleText } from '../page.ts';
import { cleanText, withoutEnd } from '../text.ts';
import type { Line } from './line.ts';

const FILE =
  /\.(?:pdf|docx?|xlsx?|pptx?|wps|wpt|et|dps|ofd|ceb|txt|csv|rtf|zip|rar|7z|tar|gz|jpe?g|png|gif|tiff?|bmp|mp3|mp4|wmv|avi|flv)$/i;

/** Whether a link leads to a file, by its address or by its words (`附件1：名单.xls`). */
export function isFileLink(link: Element): boolean {
  const href = (link.attribs.href ?? '').trim();
  if (href === '' || href.length > 4_000 || /^(?:javascript|mailto|tel|data|#)/i.test(href)) return false;
  return addressEndsLikeFile(href) || wordsEndLikeFile(link) || FILE.test((link.attribs.title ?? link.attribs.download ?? '').trim());
}

function addressEndsLikeFile(href: string): boolean {
  // Most addresses have neither part; taking those apart, too, took half the time.
  if (!/[?#]/.test(href)) return FILE.test(href);
  const [path = '', query = ''] = href.split('#')[0]!.split('?', 2);
  return FILE.test(path) || query.split('&').some((part) => FILE.test(part));
}

function wordsEndLikeFile(link: Element): boolean {
  const shown = visibleText(link, 2_000);
  if (!shown.includes('.')) return false;
  return FILE.test(withoutEnd(shown, ' 】]）)》”"').replace(/[（(][^（()）]{0,20}[)）]?$/, ''));
}

function nameOf(link: Element): string {
  return visibleText(link, 2_000) || cleanText(link.attribs.title ?? '') || fileName((link.attribs.href ?? '').trim());
}

function fileName(href: string): string {
  const name = href.split(/[?#]/)[0]!.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The files that the lines link to, absolute, each address once, in page order. */
export function attachmentsOf(page: Page, lines: readonly Line[]): Attachment[] {
  const found = new Map<string, Attachment>();
  for (const link of new Set(lines.flatMap((line) => line.links))) {
    const href = (link.attribs.href ?? '').trim();
    if (!isFileLink(link) || !URL.canParse(href, page.base)) continue;
    const url = new URL(href, page.base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') continue;
    if (!found.has(url.href)) found.set(url.href, { name: nameOf(link).slice(0, 300), url: url.href });
  }
  return [...found.values()];
}
