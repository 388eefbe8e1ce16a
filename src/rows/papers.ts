import type { PaperRecord, PaperState } from '../model/paper.ts';
import type { Sentence } from '../model/sentence.ts';
import { kindOf } from '../reports/kinds.ts';
import type { Field } from './field.ts';
import { heads } from './heads.ts';

export const paperStates: Readonly<Record<PaperState, Sentence>> = {
  draft: { zh: '草稿', en: 'draft' },
  released: { zh: '已发布', en: 'released' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** What is said of a paper. */
export const paperFields = {
  id: { head: { zh: '编号', en: 'Id' }, value: ({ id }) => id },
  kind: { head: { zh: '种类', en: 'Kind' }, value: ({ kind }, { language }) => kindOf(kind)?.name[language] ?? kind },
  title: { head: heads.title, value: ({ drawn }) => drawn.title },
  number: { head: { zh: '文号', en: 'Number' }, value: ({ number }) => number },
  state: { head: heads.status, value: ({ state }, { language }) => paperStates[state][language] },
  period: { head: { zh: '时段', en: 'Period' }, value: ({ from, to }, { language }) => `${from} ${language === 'zh' ? '至' : 'to'} ${to}` },
  unit: { head: heads.unit, value: ({ unit }, { names }) => (unit === null ? null : names.unit(unit)) },
  by: { head: heads.by, value: ({ releasedBy, begunBy }) => releasedBy ?? begunBy },
  at: { head: heads.at, value: ({ releasedAt, begunAt }, { names }) => names.time(releasedAt ?? begunAt) },
} satisfies Readonly<Record<string, Field<PaperRecord>>>;
