import { describePlace, type Place } from './place.ts';

/** Something in the configuration that works but is probably not meant. */
export interface Warning extends Place {
  readonly key: string | null;
  /** Chinese first, then English. */
  readonly message: string;
}

/** A warning in two lines: where, and what. */
export function describeWarning(warning: Warning): string {
  return `  ${describePlace(warning)}${warning.key === null ? '' : `  ${warning.key}`}\n    ${warning.message}`;
}
