import type { CategoryId, Taxonomy } from '../model/estate.ts';
import type { Classification } from '../model/records.ts';
import { calibrate } from './calibration.ts';
import { createEvidenceReader, type ItemEvidence, type ItemInput } from './evidence.ts';
import type { CategoryKnowledge } from './knowledge/shape.ts';
import { highest, type LinearModel, softmax, weigh, weightOf } from './linear-model.ts';
import { fitModel, type Model } from './model.ts';
import { ngramAt } from './ngrams.ts';
import type { Relation } from './own-field.ts';
import type { Phrase } from './phrases.ts';
import { UNIT_KIND_NAMES, unitKind } from './units.ts';

export type { ItemInput } from './evidence.ts';

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

/** Below it an item is marked for review: confidence being calibrated, at least two of five such answers are wrong. */
const REVIEW_BELOW = 0.6;

/** Without a model log-odds are divided by it before they become a confidence. */
const UNLEARNT_TEMPERATURE = 1.6;

/** Fainter phrases are not worth a clerk's time. */
const QUOTED_FROM = 1.2;

/** What it speaks for that a title names the office's own field or place. */
const RELATED: Partial<Record<Relation, { readonly category: CategoryId; readonly reason: string }>> = {
  field: { category: 'work-updates', reason: '标题写到发布单位的业务' },
  both: { category: 'work-updates', reason: '标题写到发布单位的业务和所在地' },
  place: { category: 'local-news', reason: '标题写到发布单位所在地' },
};

/** News differ by whose they are, the place's or the office's own. */
const NEWS: readonly CategoryId[] = ['local-news', 'work-updates'];

/** N-grams that are quoted from a title at most. */
const MOST_QUOTED = 3;

/**
 * A classifier for a taxonomy. Hand-written knowledge of titles (title-rules.ts), columns (column-rules.ts, general-columns.ts) and
 * circumstances (circumstances.ts) becomes evidence (evidence.ts) beside the characters of titles and columns; a model weighs all of
 * it. Without `model` the hand-written knowledge is believed as it is. `leaving: false` keeps every item in its column's category.
 */
export function createClassifier(options: {
  readonly taxonomy: Taxonomy;
  readonly model?: Model | undefined;
  readonly leaving?: boolean;
  /** What was written by hand, where it is not to be all of it. */
  readonly knowledge?: readonly CategoryKnowledge[];
}): Classifier {
  const { taxonomy, leaving = true } = options;
  const ids = taxonomy.categories.map((category) => category.id);
  const model = options.model && fitModel(options.model, ids);
  const reader = createEvidenceReader(taxonomy, model?.names, options.knowledge);

  const nameOf = (index: number) => `“${taxonomy.categories[index]?.name}”`;

  return {
    classify(item) {
      const evidence = reader.read(item);
      const table = model && (evidence.column ? model.items : model.titles);
      const shares = table ? weigh(table, evidence) : believe(evidence);
      if (model) calibrate(shares, model.header.calibration[evidence.column ? 'items' : 'titles']);
      else coolDown(shares);
      if (item.columnCategory) settle(shares, item.columnCategory);
      const first = evidence.column && !leaving ? evidence.column.index : highest(shares);
      const second = highest(shares, first);
      const review = (shares[first] as number) < REVIEW_BELOW;
      return {
        category: ids[first] as CategoryId,
        confidence: round(shares[first] as number),
        reasons: explain(item, evidence, table, first, review),
        second: { category: ids[second] as CategoryId, confidence: round(shares[second] as number) },
        review,
      };
    },

    classifyColumn(column) {
      const evidence = reader.columns.read(column);
      if (!evidence) return null;
      const shares = Float64Array.from(evidence.scores);
      softmax(shares);
      const index = highest(shares);
      return { category: ids[index] as CategoryId, confidence: round(shares[index] as number), reasons: evidence.reasons };
    },
  };

  /** A person set which news a column holds: whose news a title tells cannot be read from the title. */
  function settle(shares: Float64Array, set: CategoryId): void {
    const [own, other] = [ids.indexOf(set), ids.findIndex((id) => id !== set && NEWS.includes(id))];
    if (!NEWS.includes(set) || other < 0) return;
    shares[own] = (shares[own] as number) + (shares[other] as number);
    shares[other] = 0;
  }

  function believe({ voices }: ItemEvidence): Float64Array {
    return Float64Array.from(ids, (_, at) => voices.reduce((sum, voice) => sum + (voice[at] as number), 0));
  }

  function explain(item: ItemInput, evidence: ItemEvidence, table: LinearModel | undefined, first: number, review: boolean): string[] {
    const { column, found, signs, voices } = evidence;
    const reasons: string[] = [];
    if (column) reasons.push(...column.reasons);
    const phrases = loudestPhrases(found, first);
    if (phrases.length > 0) reasons.push(`标题含${phrases.join('、')}，指向${nameOf(first)}`);
    for (const sign of signs) if (sign.category === ids[first]) reasons.push(`${sign.reason}，指向${nameOf(first)}`);
    const ngrams = table ? loudestNgrams(table, evidence, first) : [];
    if (ngrams.length > 0) reasons.push(`标题用字${ngrams.map((ngram) => `“${ngram}”`).join('、')}最像${nameOf(first)}`);
    const related = column && RELATED[column.relation(evidence.title)];
    if (related && related.category === ids[first]) reasons.push(`${related.reason}，指向${nameOf(first)}`);
    if (column && first !== column.index) {
      const unit = item.unit ? `（发布单位属${UNIT_KIND_NAMES[unitKind(item.unit)]}）` : '';
      reasons.push(`虽列在${nameOf(column.index)}栏目${unit}，仍归${nameOf(first)}`);
    }
    const byTitle = highest(voices[0] as Float64Array);
    if (column && first === column.index && byTitle !== first && (voices[0] as Float64Array)[byTitle] !== 0) {
      reasons.push(`标题像${nameOf(byTitle)}，依栏目归${nameOf(first)}`);
    }
    if (review) reasons.push('把握不足，请人工复核');
    return reasons;
  }

  /** The n-grams of two characters and more that spoke loudest for a category, loudest first, none overlapping another. */
  function loudestNgrams(table: LinearModel, { title, hashes, ngrams }: ItemEvidence, category: number): string[] {
    const weights = new Float64Array(ngrams.length / 2);
    for (let at = 0; at < weights.length; at += 1) {
      const letters = (ngrams[at * 2 + 1] as number) - (ngrams[at * 2] as number);
      if (letters > 1) weights[at] = weightOf(table, hashes[at] as number, category);
    }
    const chosen: number[] = [];
    while (chosen.length < MOST_QUOTED) {
      let best = -1;
      for (let at = 0; at < weights.length; at += 1) {
        if ((weights[at] as number) > (best < 0 ? 0 : (weights[best] as number)) && !chosen.some((other) => overlap(ngrams, at, other)))
          best = at;
      }
      if (best < 0) break;
      chosen.push(best);
    }
    return chosen.map((at) => ngramAt(title, ngrams[at * 2] as number, ngrams[at * 2 + 1] as number));
  }

  /** Up to three phrases that spoke for a category, loudest first, as they are quoted. */
  function loudestPhrases(found: readonly number[], category: number): string[] {
    const loudest: Phrase[] = [];
    for (const index of found) {
      const phrase = reader.phrases[index] as Phrase;
      if (phrase.category !== category || phrase.weight <= QUOTED_FROM) continue;
      let at = loudest.length;
      while (at > 0 && (loudest[at - 1] as Phrase).weight < phrase.weight) at -= 1;
      loudest.splice(at, 0, phrase);
      if (loudest.length > 3) loudest.pop();
    }
    return loudest.map((phrase) => `“${phrase.text.replace(/[$^]/g, '')}”`);
  }
}

/** Shares from log-odds that nobody calibrated. */
function coolDown(scores: Float64Array): void {
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / UNLEARNT_TEMPERATURE;
  softmax(scores);
}

function overlap(ngrams: readonly number[], one: number, other: number): boolean {
  return (ngrams[one * 2] as number) < (ngrams[other * 2 + 1] as number) && (ngrams[other * 2] as number) < (ngrams[one * 2 + 1] as number);
}

/** Four places; only what a person set is certain. */
function round(share: number): number {
  return Math.min(0.9999, Math.round(share * 10000) / 10000);
}
