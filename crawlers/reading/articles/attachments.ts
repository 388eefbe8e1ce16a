import type { Element } from 'domhandler';
import type { Attachment } from '../../../src/model/reading.ts';
import type { Page } from '../page.ts';
import { visibleText } from '../page.ts';
import { cleanText } from '../text.ts';
import type { Line } from './lines.ts';

const FILE =
  /\.(?:pdf|docx?|xlsx?|pptx?|wps|wpt|et|dps|ofd|ceb|txt|csv|rtf|zip|rar|7z|tar|gz|jpe?g|png|gif|tiff?|bmp|mp3|mp4|wmv|avi|flv)$/i;

/** Whether a link leads to a file, by its address or by its words (`附件1：名单.xls`). */
export function isFileLink(link: Element): boolean {
  return fileOf(link) !== null;
}

function fileOf(link: Element): { href: string; name: string } | null {
  const href = (link.attribs.href ?? '').trim();
  if (href === '' || href.length > 4_000 || /^(?:javascript|mailto|tel|data|#)/i.test(href)) return null;
  const shown = visibleText(link, 2_000);
  if (
    addressEndsLikeFile(href) ||
    FILE.test(shown.replace(/[\s】\]）)》”"]+$/, '').replace(/[（(][^（()）]{0,20}[)）]?$/, '')) ||
    FILE.test((link.attribs.title ?? link.attribs.download ?? '').trim())
  )
    return { href, name: shown || cleanText(link.attribs.title ?? '') || fileName(href) };
  return null;
}

function addressEndsLikeFile(href: string): boolean {
  const [path = '', query = ''] = href.split('#')[0]!.split('?', 2);
  return FILE.test(path) || query.split('&').some((part) => FILE.test(part));
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
    const file = fileOf(link);
    if (!file || !URL.canParse(file.href, page.base)) continue;
    const url = new URL(file.href, page.base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') continue;
    if (!found.has(url.href)) found.set(url.href, { name: file.name.slice(0, 300), url: url.href });
  }
  return [...found.values()];
}
