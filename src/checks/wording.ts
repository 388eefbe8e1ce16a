import { z } from 'zod';
import { dayField, nameField } from '../config/fields.ts';
import { keys } from '../config/shape.ts';
import type { CheckRule, RulePack } from '../model/rules.ts';
import type { Leader, WordingHit, WrongWord } from '../model/wording.ts';
import { findLeaders, findWrongWords, wordingPattern } from '../wording/find-wording.ts';
import type { Check } from './check.ts';
import { fateInItems } from './look.ts';
import { rulesOf } from './parts/rules.ts';

/** Lists of wordings; those of several packs all hold, so that an office adds its own to the one that ships. */
interface WordingRule extends CheckRule {
  readonly words: readonly WrongWord[] | undefined;
  readonly leaders: readonly Leader[] | undefined;
}

interface Facts {
  readonly title: string;
  readonly hits: readonly WordingHit[];
}

const SHOWN = 5;

/** Plainly wrong forms, and offices and names of leaders that are not right, in the texts of items (错敏字); what is quoted is left alone. */
export const wording: Check<Facts, WordingRule> = {
  kind: 'wording',
  name: { zh: '错别字和称谓', en: 'wording' },
  subject: 'item',
  severity: 'minor',
  audience: 'unit',
  ofQuality: true,
  ofReview: true,
  document: { zh: '国办秘函〔2019〕19号 单项否决“严重表述错误”的预防', en: '国办秘函〔2019〕19号, to prevent faulty wording' },
  form: {
    words: z.array(keys({ wrong: nameField, right: nameField, unless: z.array(nameField).optional() })).optional(),
    leaders: z.array(keys({ name: nameField, title: nameField, from: dayField, to: dayField.optional() })).optional(),
  },
  certainty: ({ hits }) => (hits.some(({ fault }) => fault !== 'wrong-name') ? 'sure' : 'unsure'),
  sentence({ title, hits }) {
    const told = hits.slice(0, SHOWN);
    const zh = told.map(({ written, right, context }) => `“${written}”应为“${right}”（…${context}…）`).join('；');
    const en = told.map(({ written, right, context }) => `"${written}" for "${right}" (…${context}…)`).join('; ');
    return {
      zh: `《${title}》的文字疑有错误：${zh}${hits.length > SHOWN ? `等 ${hits.length} 处` : ''}。请核对，引文除外。`,
      en: `The text of "${title}" may be wrong: ${en}${hits.length > SHOWN ? `, ${hits.length} places` : ''}. Please check; quotations aside.`,
    };
  },

  inEstate({ mentions }, { pack }) {
    const rules = rulesOf(wording, pack);
    return mentions.flatMap(({ unit, site, url, title, publishedOn, text }) => {
      if (publishedOn === null) return [];
      const whole = `${title}\n${text}`;
      return rules.flatMap((rule) => {
        const hits = [...findWrongWords(whole, rule.words ?? []), ...findLeaders(whole, rule.leaders ?? [], publishedOn)];
        if (hits.length === 0) return [];
        const evidence = [`${title} ${url}`, ...hits.map(({ context }) => context)];
        return [{ subject: { unit, site, column: null, url }, facts: { title, hits }, since: publishedOn, evidence, rule }];
      });
    });
  },
  fate: fateInItems,
};

/** What texts are to be searched for by a pack; null: nothing. */
export function soughtWording(pack: RulePack): string | null {
  const rules = rulesOf(wording, pack);
  return wordingPattern(
    rules.flatMap(({ words }) => words ?? []),
    rules.flatMap(({ leaders }) => leaders ?? []),
  );
}
