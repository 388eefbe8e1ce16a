import type { Language } from '../../model/sentence.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** All that the console says, in one language. */
export type Words = typeof zh;

/** Chinese first: whoever asked for nothing else gets it. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? en : zh;
}
