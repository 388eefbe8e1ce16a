import { inBoth, isSentence } from '../model/sentence.ts';

/** JSON for programs, on one line where no indent is given: what is told to people is one string there, in both languages. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_key, one) => (isSentence(one) ? inBoth(one) : one), indent);
}
