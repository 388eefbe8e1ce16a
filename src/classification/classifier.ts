import type { CategoryId, Taxonomy } from '../model/estate.ts';
import type { Classification } from '../model/records.ts';
import { type CircumstanceSign, isDepartment, readCircumstances } from './circumstances.ts';
import { createColumnRules } from './column-rules.ts';
import { type LeavingRule, leavingRule } from './general-columns.ts';
import { loudestNgrams, type Model, score, type TitleScores } from './model.ts';
import type { Phrase } from './phrases.ts';
import { normaliseTitle } from './text.ts';
import { createTitleRules } from './title-rules.ts';
import { softmax } from './training.ts';

/** What is known of an item; all but its title may be missing. */
export interface ItemInput {
  readonly title: string;
  readonly column?: string | null | undefined;
  readonly columnPath?: readonly string[] | undefined;
  /** The column's category where somebody set it. */
  readonly columnCategory?: CategoryId | null | undefined;
  readonly url?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly columnType?: string | null | undefined;
  readonly documentNumber?: string | null | undefined;
  readonly issuer?: string | null | undefined;
}

export interface Choice {
  readonly category: CategoryId;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Its reasons are sentences for a clerk. */
export interface Classified extends Classification {
  readonly second: Choice;
  /** Whether somebody should look at it. */
  readonly review: boolean;
}

export interface Classifier {
  classify(item: ItemInput): Classified;
  /** null where nothing is known of such a column. */
  classifyColumn(column: { name: string; path?: readonly string[]; url?: string; columnType?: string }): Classification | null;
}

/** Below it an item stays with its column's category and is marked for review. */
const REVIEW_BELOW = 0.5;

/** Log-odds of a category that somebody set for the column. */
const SET_BY_PEOPLE = 8;

/** At this strength a column's evidence holds with all its might. */
const FULL_STRENGTH = 5;

/** With a column, log-odds are divided by it before they become a confidence; chosen on left-out sites. */
const COLUMN_TEMPERATURE = 1.6;

/** Fainter phrases are not worth a clerk's time. */
const QUOTED_FROM = 1.2;

/** Columns repeat: what was read of so many is kept. */
const REMEMBERED = 2000;

interface ColumnView {
  readonly index: number;
  /** 1: all its might; more where people set the category. */
  readonly strength: number;
  readonly scores: Float64Array;
  readonly reasons: readonly string[];
}

/**
 * A classifier for a taxonomy. The evidence, in layers: the title's words (title-rules.ts), a trained model (model.ts),
 * the column with its path, type and address (column-rules.ts), document number and unit (circumstances.ts), and the rule for
 * specific titles in general columns (general-columns.ts). Without `model` the layers that need no training do the work.
 */
export function createClassifier(options: { taxonomy: Taxonomy; model?: Model | undefined; leaving?: LeavingRule }): Classifier {
  const { taxonomy, model, leaving = leavingRule } = options;
  const ids = taxonomy.categories.map((category) => category.id);
  const order = new Map(ids.map((id, index) => [id, index]));
  const titleRules = createTitleRules(taxonomy);
  const columnRules = createColumnRules(taxonomy);
  const fromModel = model?.header.categories.map((id) => order.get(id));
  const views = new Map<string, ColumnView | null>();
  const holding = [false, true].map((department) =>
    ids.map((from) => Float64Array.from(ids, (to) => (leaving.on ? leaving.holds(from, to, department) : Number.POSITIVE_INFINITY))),
  );
  const nameOf = (index: number) => `“${taxonomy.categories[index]?.name}”`;

  return {
    classify(item) {
      const title = normaliseTitle(item.title);
      const { scores, found } = titleRules.score(title);
      const scored = model ? score(model, title) : null;
      if (scored) addModel(scored, scores);
      const signs = readCircumstances(item);
      for (const sign of signs) {
        const index = order.get(sign.category);
        if (index !== undefined) scores[index] = (scores[index] as number) + sign.weight;
      }
      const column = viewOf(item);
      const byTitle = highest(scores);
      if (column) settle(scores, column, item.unit ? isDepartment(item.unit) : false);
      const temperature = column ? COLUMN_TEMPERATURE : (model?.header.temperature ?? 1);
      for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] as number) / temperature;
      softmax(scores);

      let first = highest(scores);
      const unsure = (scores[first] as number) < REVIEW_BELOW;
      if (unsure && column) first = column.index;
      const second = highest(scores, first);
      return {
        category: ids[first] as CategoryId,
        confidence: round(scores[first] as number),
        reasons: explain({ signs, title, found, scored, column, first, byTitle, unsure }),
        second: { category: ids[second] as CategoryId, confidence: round(scores[second] as number) },
        review: unsure,
      };
    },

    classifyColumn(column) {
      const evidence = columnRules.read(column);
      if (!evidence) return null;
      const shares = Float64Array.from(evidence.scores);
      softmax(shares);
      const index = highest(shares);
      return { category: ids[index] as CategoryId, confidence: round(shares[index] as number), reasons: evidence.reasons };
    },
  };

  function addModel(scored: TitleScores, scores: Float64Array): void {
    fromModel?.forEach((index, at) => {
      if (index !== undefined) scores[index] = (scores[index] as number) + (scored.scores[at] as number);
    });
  }

  function viewOf({ column, columnPath, columnCategory, columnType, url }: ItemInput): ColumnView | null {
    if (!column && !columnCategory && !columnType && !url) return null;
    const directory = url ? url.slice(0, url.lastIndexOf('/') + 1) : '';
    const key = [column, columnPath?.join('>'), columnCategory, columnType, directory].join('\n');
    const known = views.get(key);
    if (known !== undefined) return known;
    const read = columnRules.read({ name: column ?? null, path: columnPath, url: directory, columnType });
    const set = columnCategory ? order.get(columnCategory) : undefined;
    const scores = read?.scores ?? new Float64Array(ids.length);
    if (set !== undefined) scores[set] = SET_BY_PEOPLE;
    const index = set ?? highest(scores);
    const reasons = set === undefined ? (read?.reasons ?? []) : [`栏目${column ? `“${column}”` : ''}的类别已设定为${nameOf(set)}`];
    const view =
      reasons.length > 0
        ? {
            index,
            strength: Math.min(set === undefined ? 1 : Number.POSITIVE_INFINITY, (scores[index] as number) / FULL_STRENGTH),
            scores,
            reasons,
          }
        : null;
    if (views.size >= REMEMBERED) views.clear();
    views.set(key, view);
    return view;
  }

  /** Holds the other categories back as strongly as the column holds its items. */
  function settle(scores: Float64Array, column: ColumnView, department: boolean): void {
    const held = holding[department ? 1 : 0]?.[column.index] as Float64Array;
    for (let i = 0; i < scores.length; i += 1) {
      if (i !== column.index) scores[i] = (scores[i] as number) - (held[i] as number) * column.strength + (column.scores[i] as number);
    }
  }

  function explain(view: {
    signs: readonly CircumstanceSign[];
    title: string;
    found: readonly number[];
    scored: TitleScores | null;
    column: ColumnView | null;
    first: number;
    byTitle: number;
    unsure: boolean;
  }): string[] {
    const { signs, title, found, scored, column, first, byTitle, unsure } = view;
    const reasons: string[] = [];
    if (column) reasons.push(...column.reasons);
    const phrases = loudestPhrases(found, first);
    if (phrases.length > 0) reasons.push(`标题含${phrases.join('、')}，指向${nameOf(first)}`);
    for (const sign of signs) if (sign.category === ids[first]) reasons.push(`${sign.reason}，指向${nameOf(first)}`);
    const inModel = fromModel?.indexOf(first) ?? -1;
    const features = model && scored && inModel >= 0 ? loudestNgrams(model, title, scored, inModel, 3) : [];
    if (features.length > 0) reasons.push(`模型：${features.map((feature) => `“${feature}”`).join('、')}最像${nameOf(first)}`);
    if (column && first !== column.index) reasons.push(`标题明确，虽列在${nameOf(column.index)}栏目，仍归${nameOf(first)}`);
    if (column && first === column.index && byTitle !== first) reasons.push(`标题像${nameOf(byTitle)}，依栏目归${nameOf(first)}`);
    if (unsure) reasons.push('把握不足，请人工复核');
    return reasons;
  }

  /** Up to three phrases that spoke for a category, loudest first, as they are quoted. */
  function loudestPhrases(found: readonly number[], category: number): string[] {
    const loudest: Phrase[] = [];
    for (const index of found) {
      const phrase = titleRules.phrases[index] as Phrase;
      if (phrase.category !== category || phrase.weight <= QUOTED_FROM) continue;
      let at = loudest.length;
      while (at > 0 && (loudest[at - 1] as Phrase).weight < phrase.weight) at -= 1;
      loudest.splice(at, 0, phrase);
      if (loudest.length > 3) loudest.pop();
    }
    return loudest.map((phrase) => `“${phrase.text.replace(/[$^]/g, '')}”`);
  }
}

function highest(scores: Float64Array, except = -1): number {
  let best = except === 0 ? 1 : 0;
  for (let i = 0; i < scores.length; i += 1) {
    if (i !== except && (scores[i] as number) > (scores[best] as number)) best = i;
  }
  return best;
}

function round(share: number): number {
  return Math.round(share * 10000) / 10000;
}
