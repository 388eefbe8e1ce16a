import type { CategoryId, Taxonomy } from '../model/estate.ts';
import { type CircumstanceSign, readCircumstances } from './circumstances.ts';
import { cleanName } from './column-names.ts';
import { createColumnRules, segmentsOf } from './column-rules.ts';
import { hasSeveralMeanings, holdOf } from './general-columns.ts';
import type { CategoryKnowledge } from './knowledge/shape.ts';
import { type Evidence, highest, type LinearModel } from './linear-model.ts';
import { eachNgram, hashOf, joined } from './ngrams.ts';
import { createRelation, type Relation } from './own-field.ts';
import type { Phrase } from './phrases.ts';
import { normaliseTitle } from './text.ts';
import { createTitleRules } from './title-rules.ts';
import { shapeOf } from './title-shape.ts';
import { UNIT_KINDS, type UnitKind, unitKind } from './units.ts';

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
  /**
   * The category that most of the column's own items are of by their titles, where it has enough (column-items.ts). It counts where
   * the column's name has several meanings or none.
   */
  readonly columnItems?: CategoryId | undefined;
  readonly documentNumber?: string | null | undefined;
  readonly issuer?: string | null | undefined;
}

/** What a column says of its items. */
export interface ColumnView {
  /** Its category as it seems. */
  readonly index: number;
  readonly byName: Float64Array;
  readonly byPath: Float64Array;
  /** How strongly it holds its items back from other categories, in log-odds below 0. */
  readonly holding: Float64Array;
  readonly reasons: readonly string[];
  readonly hashes: readonly number[];
  readonly values: readonly number[];
  /** How a title relates to the office that runs it. */
  readonly relation: (title: string) => Relation;
}

/** Everything that is known of an item, as models and explanations need it. */
export interface ItemEvidence extends Evidence {
  readonly title: string;
  /** Beginning and end of the n-gram behind each of the first features, two numbers after one another. */
  readonly ngrams: readonly number[];
  /** Indexes of the phrases that the title holds. */
  readonly found: readonly number[];
  readonly signs: readonly CircumstanceSign[];
  /** null where only the title speaks. */
  readonly column: ColumnView | null;
}

/** Reads items into evidence. */
export interface EvidenceReader {
  read(item: ItemInput): ItemEvidence;
  readonly phrases: readonly Phrase[];
  readonly columns: ReturnType<typeof createColumnRules>;
}

/** Longest n-grams of characters in titles and in names of columns. */
const IN_TITLES = 4;
const IN_NAMES = 3;

/** How strongly the kinds of features are there beside the n-grams of a title, whose squares sum to 1. */
const STRENGTH = {
  phrase: 0.5,
  category: 1,
  name: 0.7,
  segment: 0.4,
  unit: 0.5,
  pair: 0.5,
  ending: 0.5,
  shape: 0.4,
  relation: 0.5,
} as const;

/** Log-odds of a category that somebody set for the column. */
const SET_BY_PEOPLE = 12;
/** Log-odds that a column's own items give to the category that most of them are of: as much as a known name. */
const BY_ITEMS = 6;
/** How much of what its name says still counts beside its items. */
const BESIDE_ITEMS = 0.2;
/** How much more strongly such a column holds its items. */
const HELD_BY_PEOPLE = 2;

/** At this strength a column's evidence holds with all its might. */
const FULL_STRENGTH = 5;

/** Columns repeat: what was read of so many is kept. */
const REMEMBERED = 2000;

const NAME_NGRAMS = hashOf('name of column');
const CATEGORY = hashOf('category of column');
const SEGMENT = hashOf('segment of path');
const UNIT = hashOf('kind of unit');
const PHRASE = hashOf('phrase');
const RULED = hashOf('category by rules');
const RELATION = hashOf('relation to the office');
const KIND = hashOf('kind of text');
const INNER = hashOf('what a text is about');
const ACT = hashOf('what a text does');

/** A reader for a taxonomy; with a model of column-names.ts, columns that nobody listed are guessed. */
export function createEvidenceReader(
  taxonomy: Taxonomy,
  nameModel?: LinearModel,
  knowledge?: readonly CategoryKnowledge[],
): EvidenceReader {
  const ids = taxonomy.categories.map((category) => category.id);
  const order = new Map(ids.map((id, index) => [id, index]));
  const titleRules = createTitleRules(taxonomy, knowledge);
  const columnRules = createColumnRules(taxonomy, nameModel);
  const phraseHashes = titleRules.phrases.map((phrase) => hashOf(`${phrase.text}`, PHRASE));
  const categoryHashes = ids.map((id) => hashOf(id, CATEGORY));
  const ruledHashes = ids.map((id) => hashOf(id, RULED));
  const unitHashes = new Map(UNIT_KINDS.map((kind) => [kind, hashOf(kind, UNIT)]));
  const views = new Map<string, ColumnView | null>();
  const silent = new Float64Array(ids.length);

  return { read, phrases: titleRules.phrases, columns: columnRules };

  function read(item: ItemInput): ItemEvidence {
    const title = normaliseTitle(item.title);
    const { scores, found } = titleRules.score(title);
    const signs = readCircumstances(item);
    const column = viewOf(item);
    const hashes: number[] = [];
    const values: number[] = [];
    const ngrams: number[] = [];
    eachNgram(title, IN_TITLES, (hash, from, to) => {
      hashes.push(hash);
      ngrams.push(from, to);
    });
    const each = 1 / Math.sqrt(hashes.length);
    for (let at = 0; at < hashes.length; at += 1) values.push(each);
    const add = (hash: number, value: number) => {
      hashes.push(hash);
      values.push(value);
    };
    for (const index of found) add(phraseHashes[index] as number, STRENGTH.phrase);
    const ruled = highest(scores);
    const ruledHash = (scores[ruled] as number) > 0 ? (ruledHashes[ruled] as number) : RULED;
    add(ruledHash, STRENGTH.pair);
    const shape = shapeOf(title);
    const kindHash = hashOf(shape.kind, KIND);
    add(kindHash, STRENGTH.shape);
    add(joined(kindHash, ruledHash), STRENGTH.shape);
    if (shape.inner !== '') {
      const inner = hashOf(shape.inner, INNER);
      add(inner, STRENGTH.shape);
      add(joined(kindHash, inner), STRENGTH.shape);
    }
    if (shape.act !== '') add(joined(kindHash, hashOf(shape.act, ACT)), STRENGTH.shape);
    if (column) {
      for (let at = 0; at < column.hashes.length; at += 1) add(column.hashes[at] as number, column.values[at] as number);
      const category = categoryHashes[column.index] as number;
      const unit = unitHashes.get(unitKind(item.unit)) as number;
      add(unit, STRENGTH.unit);
      add(joined(category, unit), STRENGTH.unit);
      add(joined(category, ruledHash), STRENGTH.pair);
      add(joined(unit, ruledHash), STRENGTH.pair);
      const relation = hashOf(column.relation(title), RELATION);
      add(joined(category, relation), STRENGTH.relation);
      add(joined(joined(category, unit), relation), STRENGTH.relation);
      add(joined(joined(unit, ruledHash), relation), STRENGTH.relation);
      for (const index of found) add(joined(category, phraseHashes[index] as number), STRENGTH.pair);
      const ending = title.slice(-2);
      add(joined(category, hashOf(ending)), STRENGTH.ending);
    }
    const said = signs.length === 0 ? silent : scoresOf(signs);
    const voices = column ? [scores, said, column.byName, column.byPath, column.holding] : [scores, said];
    return { title, hashes, values, voices, ngrams, found, signs, column };
  }

  function scoresOf(signs: readonly CircumstanceSign[]): Float64Array {
    const scores = new Float64Array(ids.length);
    for (const sign of signs) {
      const index = order.get(sign.category);
      if (index !== undefined) scores[index] = (scores[index] as number) + sign.weight;
    }
    return scores;
  }

  function viewOf(item: ItemInput): ColumnView | null {
    const { column, columnPath, columnCategory, columnType, columnItems, url, unit } = item;
    if (!column && !columnCategory && !columnType && !url) return null;
    const directory = url ? url.slice(0, url.lastIndexOf('/') + 1) : '';
    const key = [column, columnPath?.join('>'), columnCategory, columnType, columnItems, directory, unit].join('\n');
    const known = views.get(key);
    if (known !== undefined) return known;
    if (views.size >= REMEMBERED) views.clear();
    const view = readView(item, directory);
    views.set(key, view);
    return view;
  }

  function readView(
    { column, columnPath, columnCategory, columnType, columnItems, unit }: ItemInput,
    directory: string,
  ): ColumnView | null {
    const kind = unitKind(unit);
    const read = columnRules.read({ name: column ?? null, path: columnPath, url: directory, columnType, unit: kind });
    const set = columnCategory ? order.get(columnCategory) : undefined;
    if (!read && set === undefined && !column) return null;
    const byPath = read?.byPath ?? silent;
    const most =
      columnItems && hasSeveralMeanings(cleanName(column ?? ''), read?.known ?? false, kind) ? order.get(columnItems) : undefined;
    const named = read?.byName ?? silent;
    const byName = named.map((score, at) => (most === undefined ? score : score * BESIDE_ITEMS + (at === most ? BY_ITEMS : 0)));
    if (set !== undefined) byName[set] = SET_BY_PEOPLE;
    const scores = byName.map((score, at) => score + (byPath[at] as number));
    const index = set ?? highest(scores);
    const strength = set === undefined ? Math.min(1, (scores[index] as number) / FULL_STRENGTH) : HELD_BY_PEOPLE;
    const setBy = `栏目${column ? `“${column}”` : ''}的类别已设定为“${taxonomy.categories[index]?.name}”`;
    const byItems = most === undefined ? [] : [`栏目已有的信息多属“${taxonomy.categories[most]?.name}”`];
    return {
      index,
      byName,
      byPath,
      holding: holdingOf(index, strength, kind),
      relation: createRelation(unit),
      reasons: set === undefined ? [...(read?.reasons ?? []), ...byItems] : [setBy],
      ...columnFeatures(index, read?.known ?? false, cleanName(column ?? ''), directory),
    };
  }

  function holdingOf(from: number, strength: number, kind: UnitKind): Float64Array {
    const department = kind === 'department' || kind === 'town' || kind === 'zone';
    return Float64Array.from(ids, (id, at) => (at === from ? 0 : -holdOf(ids[from] as CategoryId, id, department) * strength));
  }

  function columnFeatures(index: number, known: boolean, name: string, directory: string) {
    const category = categoryHashes[index] as number;
    const hashes = [joined(category, known ? 1 : 2), category];
    const values: number[] = [STRENGTH.category / 2, STRENGTH.category];
    if (name !== '') {
      const from = hashes.length;
      eachNgram(name, IN_NAMES, (hash) => hashes.push(hash), NAME_NGRAMS);
      const each = STRENGTH.name / Math.sqrt(hashes.length - from);
      while (values.length < hashes.length) values.push(each);
    }
    for (const segment of new Set(segmentsOf(directory))) {
      hashes.push(hashOf(segment, SEGMENT));
      values.push(STRENGTH.segment);
    }
    return { hashes, values };
  }
}
