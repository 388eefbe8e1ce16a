import type { CategoryId } from '../model/estate.ts';
import type { Calibration } from './calibration.ts';
import type { LinearModel } from './linear-model.ts';

/** What is written in a model's file beside its weights. */
export interface ModelHeader {
  readonly format: 3;
  readonly categories: readonly CategoryId[];
  /** SHA-256 over the labelled data it was trained on. */
  readonly dataDigest: string;
  readonly seed: number;
  readonly labelledTitles: number;
  readonly writtenTitles: number;
  /** How log-odds become a confidence, for titles alone and for items of columns. */
  readonly calibration: { readonly titles: Calibration; readonly items: Calibration };
}

/** All that is learnt. */
export interface Model {
  readonly header: ModelHeader;
  /** Decides where only the title is known. */
  readonly titles: LinearModel;
  /** Decides where the column is known too. */
  readonly items: LinearModel;
  /** Guesses what a column's name means, see column-names.ts. */
  readonly names: LinearModel;
}

/** Its tables, in the order of its file. */
export const TABLES = ['titles', 'items', 'names'] as const;

/** A model for the categories of another taxonomy: what it does not know has no weights, and hand-written knowledge is believed. */
export function fitModel(model: Model, categories: readonly CategoryId[]): Model {
  const known = model.header.categories;
  if (categories.length === known.length && categories.every((id, at) => id === known[at])) return model;
  const from = categories.map((id) => known.indexOf(id));
  const [titles, items, names] = TABLES.map((table) => fitTable(model[table], from)) as [LinearModel, LinearModel, LinearModel];
  return { header: { ...model.header, categories }, titles, items, names };
}

function fitTable(table: LinearModel, from: readonly number[]): LinearModel {
  const size = table.bias.length;
  const weights = new Int8Array(table.keys.length * from.length);
  for (let slot = 0; slot < table.keys.length; slot += 1) {
    from.forEach((old, at) => {
      if (old >= 0) weights[slot * from.length + at] = table.weights[slot * size + old] as number;
    });
  }
  return {
    scale: table.scale,
    bias: from.map((old) => table.bias[old] ?? 0),
    voices: table.voices.map((voice) => from.map((old) => voice[old] ?? 1)),
    keys: table.keys,
    weights,
  };
}
