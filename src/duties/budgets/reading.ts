import type { DutyRule } from '../../model/rules.ts';
import type { FileText, ItemText } from '../../store/store.ts';
import { type BudgetSums, readSums } from './sums.ts';

/** What one page or one file says. */
export interface PartReading extends BudgetSums {
  /** Names of the tables and statements that rules ask for and that it holds, by rule. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  readonly length: number;
}

/** A page of a document that does some duty, and the files beside it. */
export interface PagesReading {
  readonly page: PartReading;
  readonly files: readonly FileReading[];
}

export interface FileReading extends Pick<FileText, 'url' | 'name' | 'whole'> {
  /** Null: nobody read it. */
  readonly says: PartReading | null;
}

/** What a document says, in its page and those files beside it that are its own. */
export interface DocumentReading extends PartReading {
  /** More stands in files beside its text, which were not read, or not all of them, or may be another's. */
  readonly attached: boolean;
}

/** How the documents of one duty together stand to what they must hold. */
export interface BudgetReading extends Pick<BudgetSums, 'total' | 'threePublic'> {
  /** Names of what the rule asks for and their texts do not hold; it may stand in files or pictures unless `whole`. */
  readonly lacking: readonly string[];
  /** The tables stand in the texts, so that what is not among them is not there. */
  readonly whole: boolean;
}

/** Less than this is no text of a budget but a word before its files. In characters. */
const SHORTEST = 200;

/** Reads a page's text and the files beside it that were read, each by itself: budgets are sheets and papers more often than pages. */
export function readPages({ text, files }: Pick<ItemText, 'text' | 'files'>, rules: readonly DutyRule[]): PagesReading {
  const read = (part: string): PartReading => {
    const plain = part.normalize('NFKC').replace(/[ \t\u3000]+/gu, '');
    const held = rules.map(
      ({ id, holds = [] }) => [id, holds.filter(({ words }) => hasOne(plain, words)).map(({ name }) => name)] as const,
    );
    return { ...readSums(part), held: new Map(held), length: plain.length };
  };
  return { page: read(text), files: files.map((file) => ({ ...file, says: file.text === null ? null : read(file.text) })) };
}

/** Puts a page together with the files beside it; of a file that is not its own nothing is said. */
export function documentOf({ page, files }: PagesReading, isOwn: (file: FileReading) => boolean): DocumentReading {
  const own = files.filter(isOwn);
  const parts = [page, ...own.flatMap(({ says }) => says ?? [])];
  return {
    total: told(parts.map(({ total }) => total)),
    threePublic: told(parts.map(({ threePublic }) => threePublic)),
    tables: parts.some(({ tables }) => tables),
    held: new Map([...page.held.keys()].map((rule) => [rule, [...new Set(parts.flatMap(({ held }) => held.get(rule) ?? []))]])),
    attached: own.length < files.length || own.some(({ says, whole }) => says === null || !whole),
    length: parts.reduce((length, part) => length + part.length, 0),
  };
}

/** What the page says goes before its files; of these one sum, or they are of several things and none is. */
function told([page = null, ...inFiles]: readonly (number | null)[]): number | null {
  if (page !== null) return page;
  const [first = null, ...others] = new Set(inFiles.filter((sum) => sum !== null));
  return others.length === 0 ? first : null;
}

/** Puts together what several documents of one owner and year say; null where none was read. */
export function readTogether({ id, holds = [] }: DutyRule, readings: readonly (DocumentReading | undefined)[]): BudgetReading | null {
  const read = readings.filter((reading) => reading !== undefined);
  if (read.length === 0) return null;
  const held = new Set(read.flatMap((reading) => reading.held.get(id) ?? []));
  const lacking = holds.map(({ name }) => name).filter((name) => !held.has(name));
  const total = read.map((reading) => reading.total).find((sum) => sum !== null) ?? null;
  const threePublic = read.map((reading) => reading.threePublic).find((sum) => sum !== null) ?? null;
  const inText = read.length === readings.length && read.every(({ attached, length }) => !attached && length >= SHORTEST);
  // Where the table of income and spending and most others stand in the text, no picture stands for the one that is not there.
  const whole = inText && read.some(({ tables }) => tables) && held.size * 2 > holds.length;
  return { total, threePublic, lacking, whole };
}

function hasOne(text: string, words: readonly string[]): boolean {
  return words.some((word) => new RegExp(word, 'u').test(text));
}
