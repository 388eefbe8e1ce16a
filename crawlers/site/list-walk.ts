import type { Column } from '../../src/model/estate.ts';
import type { Entry, ListReading, PageRequest } from '../../src/model/reading.ts';
import type { ItemKey, KnownColumn } from '../../src/model/records.ts';
import type { CrawlReach } from './ports.ts';

/** New rows come on top: so many known and unchanged rows at a page's end, and those after them are known as well. */
const KNOWN_ROWS = 3;

/** Whether the rows were read from data, not from markup. */
export const isRowsOfApi = ({ fingerprint }: ListReading) => fingerprint?.place === 'data';

/** The state of one walk over list pages. */
export class ListWalk {
  readonly entries: Entry[] = [];
  readonly unread: string[] = [];
  /** The end of the list or known ground was reached. */
  ended = false;
  metKnownGround = false;
  readonly #known: KnownColumn;
  readonly #keyOf: (entry: Entry) => ItemKey;
  readonly #stopAtKnown: boolean;
  readonly #deep: number;
  /** Pages beyond known ground that could not be read last time. */
  readonly #unreadBefore: ReadonlySet<string>;
  readonly #seen = new Set<string>();
  readonly #asked: Set<string>;
  readonly #guesses = new Set<string>();
  #waiting: PageRequest[] = [];
  #read = 0;
  /** Rows that were not known. */
  #strangers = 0;
  /** Records that the first page claims. */
  #total: number | null = null;

  /** `deep` further pages are read, known ground or not. */
  constructor(column: Column, known: KnownColumn, keyOf: (entry: Entry) => ItemKey, reach: CrawlReach, deep = 0) {
    this.#deep = deep;
    this.#known = known;
    this.#keyOf = keyOf;
    this.#stopAtKnown = !reach.full && known.lastGood !== null && known.lastGood.newestFirst;
    this.#unreadBefore = new Set(known.lastGood?.unreadPages);
    this.#asked = new Set([requestKey({ url: column.url })]);
  }

  take(reading: ListReading): void {
    this.#read++;
    if (this.#read === 1) this.#total = reading.total;
    let fresh = 0;
    for (const entry of reading.items) {
      const key = this.#keyOf(entry);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.entries.push(entry);
      if (!this.#known.entries.has(key)) this.#strangers++;
      fresh++;
    }
    this.#asked.add(requestKey({ url: reading.url }));
    if (isRowsOfApi(reading) && reading.total === null) for (const request of reading.next) this.#guesses.add(requestKey(request));
    // A page that brings nothing new is a repetition: lists that answer every ?page= with their last page never end.
    if (fresh === 0) this.#waiting = [];
    else this.#wait(reading.next);
    if (
      this.#stopAtKnown &&
      this.#read > this.#deep &&
      reading.next.length > 0 &&
      this.#endsInKnownRows(reading.items) &&
      this.#isAccountedFor()
    ) {
      this.metKnownGround = true;
      this.#waiting = this.#waiting.filter((request) => this.#unreadBefore.has(request.url));
    }
    this.end();
  }

  /** Whether the new rows explain by how many the list grew: else some stand further down, dated back, or some were withdrawn there. */
  #isAccountedFor(): boolean {
    const before = this.#known.lastGood?.fingerprint?.total;
    return before === undefined || this.#total === null || this.#total - before === this.#strangers;
  }

  #endsInKnownRows(rows: readonly Entry[]): boolean {
    const known = (row: Entry) => {
      const before = this.#known.entries.get(this.#keyOf(row));
      return before?.title === row.title && (row.publishedOn === null || before.listedOn === row.publishedOn);
    };
    return rows.length > 0 && rows.slice(-KNOWN_ROWS).every(known);
  }

  /** A further page could not be read: it is reported, and the ones known to follow are still tried. */
  miss(request: PageRequest): void {
    this.unread.push(request.url);
  }

  /** Whether nothing said that there is such a page: the one before was full, and no count of records was given. */
  isGuess(request: PageRequest): boolean {
    return this.#guesses.has(requestKey(request));
  }

  /** There was nothing behind the last page. */
  end(): void {
    this.ended = this.#waiting.length === 0 && this.unread.length === 0;
  }

  next(limit: number): PageRequest | null {
    if (this.#read >= limit) return null;
    const request = this.#waiting.shift() ?? null;
    if (request) this.#asked.add(requestKey(request));
    return request;
  }

  #wait(next: readonly PageRequest[]): void {
    const waiting = new Set(this.#waiting.map(requestKey));
    for (const request of next) {
      const key = requestKey(request);
      if (!this.#asked.has(key) && !waiting.has(key)) {
        waiting.add(key);
        this.#waiting.push(request);
      }
    }
  }
}

function requestKey(request: PageRequest): string {
  return `${request.method ?? 'GET'} ${request.url} ${request.body ?? ''}`;
}
