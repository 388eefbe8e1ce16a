import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';

/** All that the console says, in one language. */
export type Words = typeof zh;

/** Chinese first: whoever asked for nothing else gets it. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? en : zh;
}
