/** Languages that people read here; Chinese comes first. */
export type Language = 'zh' | 'en';

/** What is said to people, in both languages; which of them is written is decided when it is written out. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/**
 * Both languages in one line, Chinese first: for the terminal, logs, and fields of the contract that are one string. The only place
 * that joins them; nothing that was joined is kept or taken apart again.
 */
export function inBoth({ zh, en }: Sentence): string {
  return zh === en ? zh : `${zh} · ${en}`;
}

export function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 2 && 'zh' in value && 'en' in value;
}

/** What a person, a server or a system said in words of its own: the same to every reader. */
export function quoted(text: string): Sentence {
  return { zh: text, en: text };
}

/** `1 day`, `2 days`: a number with its English noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Several sentences, each on a line of its own. */
export function inLines(sentences: readonly Sentence[]): Sentence {
  return { zh: sentences.map(({ zh }) => zh).join('\n'), en: sentences.map(({ en }) => en).join('\n') };
}

/** The same done to both languages. */
export function eachLanguage(sentence: Sentence, change: (text: string) => string): Sentence {
  return { zh: change(sentence.zh), en: change(sentence.en) };
}
