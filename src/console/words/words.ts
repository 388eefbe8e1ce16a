import type { Language } from '../../model/sentence.ts';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

export type { Words } from './zh.ts';

/** Chinese first: whoever asked for nothing else gets it. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? en : zh;
}
