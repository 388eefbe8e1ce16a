import { inBoth, isSentence } from '../model/sentence.ts';
import { maskAddresses } from '../privacy/leaving.ts';

/** JSON for programs, on one line where no indent is given: what is told to people is one string there, in both languages. */
export function toJson(value: unknown, indent?: number): string {
  return maskAddresses(JSON.stringify(value, (_key, one) => (isSentence(one) ? inBoth(one) : one), indent));
}

/** JSON for programs that holds nothing told in two languages. */
export function plainJson(value: unknown): string {
  return maskAddresses(JSON.stringify(value));
}
