import type { FailedReading, ListReading } from '../../src/model/reading.ts';
import { dialectOf } from '../dialects/dialects.ts';
import { kindOf } from '../reading/kind.ts';
import { findList } from '../reading/lists/list.ts';
import { parsePage } from '../reading/page.ts';
import { type PageSource, readerFailed, textOf } from '../reading/read.ts';
import { type ColumnLink, columnLinks } from './links.ts';

/** What discovery needs to know of a page: plain data, so that it can be found out in a thread of its own. */
export interface Survey {
  readonly kind: 'survey';
  readonly url: string;
  readonly siteName: string | null;
  /** 网站标识码. */
  readonly idCode: string | null;
  /** What the page's title names first. */
  readonly ownName: string | null;
  /** The menu path that the page prints, without the home page; empty where it prints none. */
  readonly trail: readonly string[];
  readonly reading: ListReading;
  /** Whether the page is a column's list by itself, blank ones included. */
  readonly isColumn: boolean;
  /** Whether it shows no rows and names the requests by which its script asks for them (`reading.next`). */
  readonly isShell: boolean;
  readonly links: readonly ColumnLink[];
}

/** A page to survey. */
export type SurveySource = Omit<PageSource, 'kind'>;

/** A column's page is titled `通知公告_某某局`. */
const TITLE_PARTS = /\s{0,20}[-_|–—]\s{0,20}/;

/** Surveys one page. Whatever is wrong with it becomes an answer, never an exception. */
export function surveyPage(source: SurveySource): Survey | FailedReading {
  try {
    return survey(source);
  } catch (error) {
    return readerFailed(source.url, error);
  }
}

function survey(source: SurveySource): Survey {
  const page = parsePage(textOf(source), source.url);
  const dialect = dialectOf(page);
  const findings = findList(page, dialect, source.knowledge);
  const { reading, trail } = findings;
  const items = new Set([...reading.items, ...reading.blocks.flatMap((block) => block.items)].flatMap((entry) => entry.url ?? []));
  const isList = kindOf(page, findings) === 'list';
  const titles = page.title?.split(TITLE_PARTS) ?? [];
  return {
    kind: 'survey',
    url: page.url,
    siteName: page.meta.get('sitename') ?? titles.at(-1) ?? null,
    idCode: page.meta.get('siteidcode') ?? null,
    ownName: titles[0] ?? null,
    trail,
    reading,
    isColumn: isList && (reading.state === 'list' || reading.state === 'blank'),
    isShell: isList && reading.state === 'none' && reading.next.length > 0,
    links: [...(dialect?.columns?.(page) ?? []), ...columnLinks(page, items)],
  };
}
