import type { Child } from 'hono/jsx';
import type { Finding } from '../../model/records.ts';
import type { RulePack } from '../../model/rules.ts';
import { ruleBehind } from '../../timeliness/finding-kinds.ts';
import type { Words } from '../words/words.ts';
import { rulePath } from './links.ts';

/** What a finding is called; one that a later version makes keeps its id. */
export function findingWords(finding: string, words: Words): string {
  return (words.finding as Readonly<Record<string, string>>)[finding] ?? finding;
}

/** What a finding is called, with the way to the rule that it stands on; which duty is missing, its evidence says first. */
export function linkedRule({ rule: finding, evidence }: Finding, pack: RulePack, words: Words): Child {
  const rule = ruleBehind(finding, evidence[0]?.split('/')[1] ?? '', pack);
  const name = findingWords(finding, words);
  return rule === null ? name : <a href={rulePath(rule.id)}>{name}</a>;
}
