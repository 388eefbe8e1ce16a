import type { Child } from 'hono/jsx';
import { nameOf, ruleBehind } from '../../checks/finding.ts';
import type { Finding } from '../../model/findings.ts';
import type { RulePack } from '../../model/rules.ts';
import type { Language } from '../../model/sentence.ts';
import { rulePath } from './links.ts';

/** What a finding is called, with the way to the rule that it stands on. */
export function linkedRule(finding: Finding, pack: RulePack, language: Language): Child {
  const rule = ruleBehind(finding, pack);
  const name = nameOf(finding.kind)[language];
  return rule === null ? name : <a href={rulePath(rule.id)}>{name}</a>;
}
