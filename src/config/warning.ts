import { inBoth, type Sentence } from '../model/sentence.ts';
import { describePlace, type Place } from './place.ts';

/** Something in the configuration that works but is probably not meant. */
export interface Warning extends Place {
  readonly key: string | null;
  readonly message: Sentence;
}

/** A warning in two lines: where, and what. */
export function describeWarning(warning: Warning): string {
  return `  ${describePlace(warning)}${warning.key === null ? '' : `  ${warning.key}`}\n    ${inBoth(warning.message)}`;
}
