import { type Fields, field, isFields, RECORDS, TITLE } from './fields.ts';
import { titleKey } from './judged.ts';
import { literalAt } from './literal.ts';

/** The records of a list in a value, and what stands around them. */
export interface Records {
  readonly rows: readonly Fields[];
  /** The field that titles them where no known name does. */
  readonly titledBy: string | null;
  readonly total: number | null;
  /** The longest text with the markup of rows. */
  readonly markup: string | null;
  /** The value says that it is an answer to a request that failed. */
  readonly failed: boolean;
}

const DEEPEST = 8;
const MOST_NODES = 50_000;
/** Titles in fields that nobody has heard of are believed in so many rows. */
const LEAST_JUDGED = 2;
const ROW_MARKUP = /<(?:li|a|tr|dd)\b/i;

interface Candidate {
  readonly rows: readonly Fields[];
  readonly titledBy: string | null;
  readonly around: Fields | null;
}

/** Finds the records in a value: the array (or the object of numbered ones) that has most of them with titles. JSON in strings is read as well. */
export function recordsOf(value: unknown): Records {
  let best: Candidate = { rows: [], titledBy: null, around: null };
  let markup: string | null = null;
  let total: number | null = null;
  let failed = false;
  const waiting: { value: unknown; depth: number; around: Fields | null }[] = [{ value, depth: 0, around: null }];
  for (let index = 0; index < waiting.length && index < MOST_NODES; index++) {
    const at = waiting[index]!;
    const held = typeof at.value === 'string' ? inString(at.value) : at.value;
    if (typeof held === 'string' && ROW_MARKUP.test(held) && held.length > (markup?.length ?? 0)) markup = held;
    if (typeof held !== 'object' || held === null) continue;
    for (const candidate of candidatesIn(held, at.around)) if (weight(candidate) > weight(best)) best = candidate;
    if (isFields(held)) {
      total ??= countIn(held);
      failed ||= at.depth === 0 && saysFailed(held);
    }
    if (at.depth >= DEEPEST) continue;
    const around = isFields(held) ? held : at.around;
    for (const inner of Object.values(held)) waiting.push({ value: inner, depth: at.depth + 1, around });
  }
  return { ...best, total: (best.around && countIn(best.around)) ?? total, markup: best.rows.length === 0 ? markup : null, failed };
}

/** What a text holds where it is JSON itself. */
function inString(text: string): unknown {
  if (!/^\s{0,20}[[{]\s{0,20}["[{]/.test(text)) return text;
  return literalAt(text, text.search(/[[{]/))?.value ?? text;
}

/** Known names weigh more than what was judged. */
function weight({ rows, titledBy }: Candidate): number {
  return titledBy === null ? rows.length * 2 : rows.length;
}

function* candidatesIn(held: object, around: Fields | null): Generator<Candidate> {
  const members = Array.isArray(held) ? held : numbered(held);
  if (members.length > 0) {
    const records = members.filter((member) => typeof member === 'object' && member !== null).map(asRecord);
    const titled = records.filter((row) => field(row, TITLE) !== undefined);
    yield { rows: titled, titledBy: null, around };
    if (titled.length === 0 && records.length >= LEAST_JUDGED) {
      const key = titleKey(records);
      if (key !== null) yield { rows: records.filter((row) => typeof row[key] === 'string'), titledBy: key, around };
    }
  } else if (isFields(held)) {
    const rows = sideBySide(held);
    if (rows.length < LEAST_JUDGED) return;
    const titledBy = field(rows[0]!, TITLE) === undefined ? titleKey(rows) : null;
    if (titledBy !== null || field(rows[0]!, TITLE) !== undefined) yield { rows, titledBy, around: held };
  }
}

/** The members of an object whose keys are numbers, as PHP writes arrays. */
function numbered(held: object): unknown[] {
  const keys = Object.keys(held);
  return keys.length > 0 && keys.every((key) => /^\d{1,6}$/.test(key)) ? Object.values(held) : [];
}

/** A record with the fields of what is nested in it (`_source` of Elasticsearch), its own first; arrays are records with numbers for names. */
function asRecord(member: object): Fields {
  const own = { ...member } as Fields;
  if (field(own, TITLE) !== undefined) return own;
  const inner = Object.values(own)
    .filter(isFields)
    .find((nested) => field(nested, TITLE) !== undefined);
  return inner ? { ...own, ...inner } : own;
}

/** `{"title": ["…", "…"], "url": ["…", "…"]}`: arrays of one length whose members belong together. */
function sideBySide(held: Fields): Fields[] {
  const arrays = Object.entries(held).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].length > 1);
  const texts = arrays.filter(([, values]) => values.every((value) => typeof value !== 'object'));
  const length = texts[0]?.[1].length ?? 0;
  const equal = texts.filter(([, values]) => values.length === length);
  if (equal.length < 2) return [];
  return Array.from({ length }, (_, row) => Object.fromEntries(equal.map(([key, values]) => [key.replace(/s$/i, ''), values[row]])));
}

function countIn(fields: Fields): number | null {
  // Elasticsearch: `"total": {"value": 8, "relation": "eq"}`.
  const nested = Object.entries(fields).find(([key, value]) => key === 'total' && isFields(value))?.[1];
  const value = isFields(nested) ? nested.value : field(fields, RECORDS);
  const count = Number(value);
  return value !== undefined && Number.isInteger(count) && count >= 0 ? count : null;
}

const FINE = new Set(['0', '00', '0000', '1', '200', '10000', '20000', 'ok', 'success', 'true', 'y']);

/** `{"code": 500, …}`, `{"success": false, …}`. */
function saysFailed(fields: Fields): boolean {
  if (fields.success === false || fields.error === true) return true;
  const code = field(fields, ['code', 'errcode', 'errorcode', 'statuscode', 'resultcode', 'retcode']);
  return code !== undefined && !FINE.has(String(code).trim().toLowerCase());
}
