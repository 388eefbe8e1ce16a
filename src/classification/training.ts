import type { Taxonomy } from '../model/estate.ts';
import { withBayes } from './bayes.ts';
import { calibrationOf, type LeftOut } from './calibration.ts';
import { trainNames } from './column-names.ts';
import { type DescentSettings, descend, type Example, seededFraction } from './descent.ts';
import { createEvidenceReader, type EvidenceReader } from './evidence.ts';
import type { CategoryKnowledge } from './knowledge/shape.ts';
import type { LabelledTitle } from './labelled-title.ts';
import { type LinearModel, pack, prune, weigh } from './linear-model.ts';
import type { Model } from './model.ts';
import { hashOf } from './ngrams.ts';
import { putInColumns } from './written-columns.ts';

export interface TrainingOptions {
  readonly taxonomy: Taxonomy;
  readonly labelled: readonly LabelledTitle[];
  /** Titles written from our own patterns; each counts a part of a labelled one. */
  readonly written: readonly LabelledTitle[];
  readonly seed: number;
  readonly dataDigest: string;
  readonly settings?: Partial<TrainingSettings>;
  /** What was written by hand, where it is not to be all of it. */
  readonly knowledge?: readonly CategoryKnowledge[] | undefined;
}

/** Chosen by cross-validation over sites, see bench/classification.ts. */
export interface TrainingSettings {
  /** How much a written title counts beside a labelled one, for titles alone and for items of columns. */
  readonly written: { readonly titles: number; readonly items: number };
  /** Parts that labelled sites are dealt into to calibrate confidence; 0: not calibrated. */
  readonly parts: number;
  /** How much of naive Bayes is added to what is learnt, see bayes.ts. */
  readonly bayes: { readonly titles: number; readonly items: number };
  readonly titles: DescentSettings;
  readonly items: DescentSettings;
}

/** Voices in titles: rules, circumstances. In items: the same, what the column's name and its address say, how it holds. */
export const SETTINGS: TrainingSettings = {
  written: { titles: 0.3, items: 0.15 },
  parts: 3,
  bayes: { titles: 0.1, items: 0.05 },
  titles: { epochs: 10, rate: 0.1, penalty: 3e-4, atLeast: 3, trust: [1, 1] },
  items: { epochs: 5, rate: 0.3, penalty: 3e-4, atLeast: 3, trust: [1, 1, 1, 1, 1] },
};

/** Both ways in which a title is met. */
interface Pupil {
  /** null: written, and never left out. */
  readonly part: number | null;
  /** Whether confidence is measured on it. */
  readonly measures: boolean;
  /** The other category that is not wrong, -1: none. */
  readonly also: number;
  readonly title: Example;
  /** null where nothing is known of its column. */
  readonly item: Example | null;
}

/** Learns all that the classifier needs. The same data and seed give the same model. */
export function train(options: TrainingOptions): Model {
  const { taxonomy, labelled, written, seed, dataDigest } = options;
  const settings = { ...SETTINGS, ...options.settings };
  const names = trainNames(taxonomy, seed);
  const pupils = readPupils(options, settings, createEvidenceReader(taxonomy, names, options.knowledge));
  const leftOut = { titles: [] as LeftOut[], items: [] as LeftOut[] };
  for (let part = 0; part < settings.parts; part += 1) {
    const models = learn(
      pupils.filter((pupil) => pupil.part !== part),
      taxonomy,
      settings,
      seed,
    );
    for (const { title, item, also } of pupils.filter((one) => one.part === part && one.measures)) {
      leftOut.titles.push({ scores: weigh(models.titles, title), label: title.label, also });
      if (item) leftOut.items.push({ scores: weigh(models.items, item), label: item.label, also });
    }
  }
  return {
    header: {
      format: 3,
      categories: taxonomy.categories.map((category) => category.id),
      dataDigest,
      seed,
      labelledTitles: labelled.length,
      writtenTitles: written.length,
      calibration: { titles: calibrationOf(leftOut.titles), items: calibrationOf(leftOut.items) },
    },
    ...learn(pupils, taxonomy, settings, seed),
    names,
  };
}

function learn(pupils: readonly Pupil[], taxonomy: Taxonomy, settings: TrainingSettings, seed: number) {
  const size = taxonomy.categories.length;
  const make = (examples: readonly Example[], how: DescentSettings, share: number): LinearModel =>
    pack(withBayes(prune(descend(examples, size, how, seededFraction(seed))), examples, share));
  return {
    titles: make(
      pupils.map((pupil) => pupil.title),
      settings.titles,
      settings.bayes.titles,
    ),
    items: make(
      pupils.flatMap((pupil) => pupil.item ?? []),
      settings.items,
      settings.bayes.items,
    ),
  };
}

function readPupils(options: TrainingOptions, settings: TrainingSettings, reader: EvidenceReader): Pupil[] {
  const { taxonomy, labelled, written, seed } = options;
  const order = new Map(taxonomy.categories.map((category, index) => [category.id, index]));
  const all = [
    ...labelled.map((title) => ({ title, part: hashOf(title.site ?? title.title) % Math.max(1, settings.parts) })),
    ...putInColumns(written, seededFraction(seed)).map((title) => ({ title, part: null })),
  ].filter(({ title }) => order.has(title.category));
  const unread = labelled.some(({ read }) => !read);
  return all.map(({ title, part }): Pupil => {
    const label = order.get(title.category) as number;
    const weight = part === null ? settings.written : { titles: 1, items: 1 };
    const item = reader.read(title);
    return {
      part,
      measures: !unread || !title.read,
      also: order.get(title.also ?? '') ?? -1,
      title: { ...(item.column ? reader.read({ title: title.title }) : item), label, weight: weight.titles },
      item: item.column ? { ...item, label, weight: weight.items } : null,
    };
  });
}
