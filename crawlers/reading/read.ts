import type { ArticleReading, FailedReading, ListReading } from '../../src/model/reading.ts';
import type { ToldReading } from '../../src/model/told-reading.ts';
import { maskLine } from '../../src/privacy/personal-data.ts';
import { dialectOf } from '../dialects/dialects.ts';
import { readArticle } from './articles/article.ts';
import { readDataList } from './data/data-list.ts';
import { homeElementsOf, tagsOf } from './elements.ts';
import { kindOf } from './kind.ts';
import { linksOf } from './links.ts';
import { findList } from './lists/list.ts';
import type { SiteKnowledge } from './lists/site-knowledge.ts';
import { maskArticle, maskList } from './masked.ts';
import { parsePage } from './page.ts';
import { decodedSource } from './query-bytes.ts';
import { readAnswerAsTold, readAsTold } from './told.ts';

/** A page as it came, and what it is to be read as. */
export interface PageSource {
  /** Absolute; links are resolved against it. */
  readonly url: string;
  /** As fetched; decoded by its own charset. */
  readonly bytes?: Uint8Array;
  /** Already decoded. */
  readonly text?: string;
  readonly contentType?: string | null;
  readonly kind: 'list' | 'article' | 'auto';
  /** A browser drew it, so that its scripts have nothing left to add. */
  readonly drawn?: boolean;
  /** It is a home page, and what it shows of what the guidelines ask for is wanted. */
  readonly home?: boolean;
  /** What the page links to is wanted. */
  readonly links?: boolean;
  /** What other pages of the site tell of it. */
  readonly knowledge?: SiteKnowledge;
  /** How a person says that its list is read. */
  readonly told?: ToldReading | undefined;
}

/** What a page was read as. */
export type Reading = ListReading | ArticleReading | FailedReading;

/** Reads one page, personal data masked. Whatever is wrong with it becomes an answer, never an exception. */
export function readPage(source: PageSource): Reading {
  try {
    return read(source);
  } catch (error) {
    return readerFailed(source.url, error);
  }
}

/** The answer where reading itself breaks down. */
export function readerFailed(url: string, error: unknown): FailedReading {
  return {
    kind: 'error',
    url,
    error: { zh: `读取器出错，属于本系统的问题：${String(error)}`, en: `the reader failed, a fault of ours: ${String(error)}` },
  };
}

/** The page's text, decoded by its own charset unless it is decoded already, its addresses as browsers ask for them. */
export function textOf({ text, bytes, contentType }: Omit<PageSource, 'kind'>): string {
  return text ?? (bytes ? decodedSource(bytes, contentType ?? null) : '');
}

function read(source: PageSource): ListReading | ArticleReading {
  const text = textOf(source);
  const told = source.kind === 'article' ? undefined : source.told;
  const data = source.kind === 'article' ? null : ((told && readAnswerAsTold(text, source.url, told)) ?? readDataList(text, source.url));
  if (data) return maskList(data);
  const page = parsePage(text, source.url, source.drawn);
  const dialect = dialectOf(page);
  const shown = source.links ? { links: linksOf(page).map((link) => ({ ...link, name: maskLine(link.name) })) } : {};
  if (source.kind === 'article') return { ...maskArticle(readArticle(page, dialect ?? undefined), page), tags: tagsOf(page), ...shown };
  const findings = findList(page, dialect, source.knowledge);
  if (told) return { ...maskList(readAsTold(page, told, findings)), ...shown };
  const isList = source.kind === 'list' || kindOf(page, findings) === 'list';
  const tags = tagsOf(page);
  if (!isList) return { ...maskArticle(readArticle(page, dialect ?? undefined), page), tags, ...shown };
  return { ...maskList(findings.reading), tags, ...(source.home && { elements: homeElementsOf(page) }), ...shown };
}
