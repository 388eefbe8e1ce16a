/** Languages that people read here; Chinese comes first. */
export type Language = 'zh' | 'en';

/** What is said to people, in both languages; which of them is written is decided when it is written out. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}
