import type { CategoryId } from '../../src/model/estate.ts';
import type { Answer } from './cross-validation.ts';
import { gold, type Row, siteOf } from './folds.ts';

export interface CategoryFigures {
  readonly category: CategoryId;
  readonly titles: number;
  readonly real: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Figures {
  /** By the strict label. */
  readonly accuracy: number;
  /** Either label is right. */
  readonly lenient: number;
  /** The first or second answer is right, by either label. */
  readonly firstOrSecond: number;
  /** Over categories with at least {@link ENOUGH} titles. */
  readonly macroF1: number;
  /** Mean over sites of the strict accuracy on each. */
  readonly bySite: number;
  /** Expected calibration error over tenths of confidence, by either label. */
  readonly calibrationError: number;
  readonly perCategory: readonly CategoryFigures[];
  /** Gold and answer with how often, most often first. */
  readonly confusions: readonly { readonly pair: string; readonly times: number; readonly real: number }[];
  /** Share of right answers by tenth of confidence. */
  readonly calibration: readonly { readonly from: number; readonly titles: number; readonly right: number }[];
  /** Of answers with a confidence of 0.9 or more: how many, and which share is right. */
  readonly confident: { readonly titles: number; readonly right: number };
}

/** With fewer titles a category's F1 is chance. */
const ENOUGH = 10;

/** Figures by the strict label where nothing else is said. */
export function figuresOf(rows: readonly Row[], answers: readonly Answer[]): Figures {
  const pairs = rows.map((row, at) => ({ row, gold: gold(row), answer: answers[at] as Answer }));
  const right = pairs.filter((pair) => pair.gold === pair.answer.category).length;
  const perCategory = [...new Set(pairs.map((pair) => pair.gold))].map((category): CategoryFigures => {
    const titles = pairs.filter((pair) => pair.gold === category);
    const answered = pairs.filter((pair) => pair.answer.category === category).length;
    const hits = titles.filter((pair) => pair.answer.category === category).length;
    const precision = answered > 0 ? hits / answered : 0;
    const recall = hits / titles.length;
    const f1 = hits > 0 ? (2 * precision * recall) / (precision + recall) : 0;
    return { category, titles: titles.length, real: titles.filter(({ row }) => row.real).length, precision, recall, f1 };
  });
  const confused = new Map<string, { times: number; real: number }>();
  for (const { row, gold: wanted, answer } of pairs) {
    if (wanted === answer.category) continue;
    const pair = `${wanted} → ${answer.category}`;
    const known = confused.get(pair) ?? { times: 0, real: 0 };
    confused.set(pair, { times: known.times + 1, real: known.real + (row.real ? 1 : 0) });
  }
  const sure = pairs.filter((pair) => pair.answer.confidence >= 0.9);
  return {
    accuracy: right / rows.length,
    lenient: pairs.filter(({ row, answer }) => isRight(row, answer.category)).length / rows.length,
    firstOrSecond: pairs.filter(({ row, answer }) => isRight(row, answer.category) || isRight(row, answer.second)).length / rows.length,
    macroF1: mean(perCategory.filter(({ titles }) => titles >= ENOUGH).map(({ f1 }) => f1)),
    bySite: mean(shareBySite(pairs.map(({ row, gold: wanted, answer }) => ({ row, right: wanted === answer.category })))),
    calibrationError: calibrationError(
      pairs.map(({ row, answer }) => ({ confidence: answer.confidence, right: isRight(row, answer.category) })),
    ),
    perCategory,
    confusions: [...confused].map(([pair, counts]) => ({ pair, ...counts })).sort((a, b) => b.times - a.times),
    calibration: Array.from({ length: 10 }, (_, tenth) => {
      const within = pairs.filter((pair) => Math.min(9, Math.floor(pair.answer.confidence * 10)) === tenth);
      return { from: tenth / 10, titles: within.length, right: within.filter((pair) => pair.gold === pair.answer.category).length };
    }),
    confident: {
      titles: sure.length,
      right: sure.length > 0 ? sure.filter((pair) => pair.gold === pair.answer.category).length / sure.length : 1,
    },
  };
}

const isRight = (row: Row, category: CategoryId | null): boolean =>
  category !== null && (category === row.category || category === row.specific);

const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

function shareBySite(answers: readonly { readonly row: Row; readonly right: boolean }[]): number[] {
  const sites = new Map<string, boolean[]>();
  for (const { row, right } of answers) sites.set(siteOf(row), [...(sites.get(siteOf(row)) ?? []), right]);
  return [...sites.values()].map((rights) => rights.filter(Boolean).length / rights.length);
}

function calibrationError(answers: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth),
  );
  return tenths.reduce((sum, within) => {
    const off = within.reduce((total, { confidence, right }) => total + (right ? 1 : 0) - confidence, 0);
    return sum + Math.abs(off) / answers.length;
  }, 0);
}
