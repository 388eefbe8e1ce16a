import type { Words } from '../words/words.ts';

/** A state as a word in a coloured frame; the colour says nothing that the word does not. */
export function Status<Name extends string>({ name, of }: { name: Name; of: Readonly<Record<Name, string>> }) {
  return <span class={`status ${name}`}>{of[name]}</span>;
}

export function statusWord(words: Words, status: keyof Words['status'], reason: keyof Words['reason'] | null): string {
  return reason === null ? words.status[status] : `${words.status[status]}${words.colon}${words.reason[reason]}`;
}
