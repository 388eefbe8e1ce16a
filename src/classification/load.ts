import { existsSync } from 'node:fs';
import type { Taxonomy } from '../model/estate.ts';
import { type Classifier, createClassifier } from './classifier.ts';
import { readModel, SHIPPED_MODEL } from './model-file.ts';

/** A classifier with a model from a file: the one that comes with the program unless another is named. */
export function loadClassifier(taxonomy: Taxonomy, modelFile: string = SHIPPED_MODEL): Classifier {
  return createClassifier({ taxonomy, model: existsSync(modelFile) ? readModel(modelFile) : undefined });
}
