import type { Column } from '../../src/model/estate.ts';
import { type Outcome, outcomeFacts } from '../../src/model/outcome.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { CrawledColumn } from './crawled.ts';

/** A column of which nothing could be read, with the reason. */
export function failedColumn(column: Column, at: Date, outcome: Outcome, detail: Sentence | null): CrawledColumn {
  return {
    column,
    at,
    outcome,
    reason: outcomeFacts(outcome).reason,
    detail,
    unchanged: false,
    rows: [],
    items: [],
    vanished: [],
    removed: [],
    listed: 0,
    complete: false,
    newestFirst: true,
    unreadPages: [],
    fingerprint: null,
    columnType: null,
    via: 'html',
    doubts: [],
    firstPage: null,
    seen: null,
    pages: [],
    tlsFallback: false,
  };
}
