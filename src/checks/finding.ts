import type { Basis, Finding, FindingRow, Subject, Told } from '../model/findings.ts';
import type { Rule, RulePack, RuleSource } from '../model/rules.ts';
import type { Language, Sentence } from '../model/sentence.ts';
import { maskAddresses } from '../privacy/leaving.ts';
import type { Check, Found } from './check.ts';
import { checkOf } from './checks.ts';
import { keyOf } from './parts/identity.ts';
import { ownRule } from './parts/rules.ts';

/**
 * What a check found as a finding, with the severity and the citation of the pack's rule; where the pack has none, with what every
 * audit looks at.
 */
export function findingOf<Facts>(check: Check<Facts>, found: Found<Facts>, pack: RulePack): Finding {
  const { subject, facts, since, evidence, rule = ownRule(pack, check.kind), applied = rule && cite(rule.source) } = found;
  return {
    kind: check.kind,
    severity: check.certainty?.(facts) === 'unsure' ? 'notice' : (rule?.severity ?? check.severity),
    subject,
    facts,
    basis: rule && basisOf(check, rule, pack),
    since,
    evidence: [...evidence.map(maskAddresses), ...(applied === null ? [] : [applied])],
  };
}

/** A finding that no audit makes: of a fault of ours, or that something falls due. */
export function raised<Facts>(check: Check<Facts>, facts: Facts, subject: Subject = OURSELVES): Finding {
  return { kind: check.kind, severity: check.severity, subject, facts, basis: null, since: null, evidence: [] };
}

const OURSELVES: Subject = { unit: null, site: null, column: null, url: null };

/** What a finding says; addresses that it names tell no number of a person. */
export function sentenceOf(finding: Pick<Finding, 'kind' | 'facts' | 'basis'>): Sentence {
  const { zh, en } = saidOf(finding);
  return { zh: maskAddresses(zh), en: maskAddresses(en) };
}

function saidOf({ kind, facts, basis }: Pick<Finding, 'kind' | 'facts' | 'basis'>): Sentence {
  if (isTold(facts)) return { zh: facts.told, en: facts.told };
  const said = checkOf(kind)?.sentence(facts) ?? { zh: kind, en: kind };
  if (!basis?.unverified) return said;
  return { zh: `${said.zh}${DOUBT.zh}`, en: `${said.en} ${DOUBT.en}` };
}

/** What is said of a rule to those who judge by it. */
const DOUBT: Sentence = { zh: '（该规则尚未与原文核对，请核对后使用。）', en: '(The wording of this rule has not been checked yet.)' };

/** A sentence for whom a finding is held against: its rule was checked by then, or it would not have been sent. */
export function withoutDoubt({ zh, en }: Sentence): Sentence {
  return { zh: zh.replaceAll(DOUBT.zh, ''), en: en.replaceAll(` ${DOUBT.en}`, '') };
}

/** The pack's rule that a finding stands on as the pack has it now, or null where the tool's own check speaks. */
export function ruleBehind({ kind, basis }: Pick<Finding, 'kind' | 'basis'>, pack: RulePack): Rule | null {
  const named = pack.rules.find(({ id }) => `${pack.id}/${id}` === basis?.rule);
  return named ?? ownRule(pack, kind);
}

/** What makes a finding the same as another; null of a kind that only another version knows. */
export function keyOfFinding({ kind, subject, facts }: Finding): string | null {
  const check = checkOf(kind);
  return check && keyOf(check, subject, facts);
}

/** What findings of a kind are called; one that another version makes keeps its id. */
export function nameOf(kind: string): Sentence {
  return checkOf(kind)?.name ?? { zh: kind, en: kind };
}

/** Whether a finding may be no problem at all, and must not be held against anybody unseen. */
export function isUnsure(finding: Finding): boolean {
  return certaintyOf(finding) === 'unsure';
}

/** How sure a finding is; null where its check is always sure. */
function certaintyOf({ kind, facts }: Finding): 'sure' | 'unsure' | null {
  return isTold(facts) ? null : (checkOf(kind)?.certainty?.(facts) ?? null);
}

/** A finding in the contract's form. */
export function findingRow(finding: Finding, language: Language): FindingRow {
  const { kind, severity, subject, since, evidence } = finding;
  const { unit, site, column, url } = subject;
  const certainty = certaintyOf(finding);
  return {
    rule: kind,
    severity,
    ...(certainty && { certainty }),
    unit,
    site,
    column,
    url,
    message: sentenceOf(finding)[language],
    since,
    evidence,
  };
}

/**
 * Checks of honesty are this tool's own and hold nothing against a unit that a text would have to say; a standard whose wording nobody
 * checked says so in its findings.
 */
function basisOf({ form }: Pick<Check, 'form'>, rule: Rule, pack: RulePack): Basis {
  const isHonesty = rule.kind === 'check' && form === undefined;
  return { rule: `${pack.id}/${rule.id}`, unverified: !isHonesty && !rule.verified };
}

/** The document and article a rule stands on, as a circular cites it. */
function cite(source: RuleSource): string {
  return [source.issuer, source.document, source.article].filter(Boolean).join(' ');
}

function isTold(facts: unknown): facts is Told {
  return typeof facts === 'object' && facts !== null && 'told' in facts;
}
