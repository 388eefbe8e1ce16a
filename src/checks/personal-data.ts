import { isRecent } from '../model/links.ts';
import type { PersonalData, PersonalKind } from '../model/personal-data.ts';
import type { Sentence } from '../model/sentence.ts';
import type { AuditedItem } from '../store/store.ts';
import type { Check } from './check.ts';
import { fateInItems } from './look.ts';

interface Facts {
  /** Of the item, or of what the attachment is called on its page. */
  readonly title: string;
  readonly found: readonly PersonalData[];
  /** Address of the attachment that it stands in; left out: it stands on the page itself. */
  readonly attachment?: string;
}

/** Numbers and home addresses of private persons on an item's page or in a file attached to it, told in masked forms only (个人信息保护). */
export const personalData: Check<Facts> = {
  kind: 'personal-data',
  name: { zh: '公开了个人信息', en: 'personal data published' },
  subject: 'item',
  severity: 'major',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '个人信息保护法 第二十八条；国务院令第711号 第十五条', en: 'Personal Information Protection Law, article 28' },
  certainty: ({ found }) => (found.some(({ certainty }) => certainty === 'sure') ? 'sure' : 'unsure'),
  term: ({ attachment }) => attachment ?? null,
  sentence({ title, found, attachment }) {
    const loudest = found.filter(({ certainty }) => certainty === 'sure');
    const isSure = loudest.length > 0;
    const told = isSure ? loudest : found;
    const zh = told.map(({ kind, count, masked }) => `${NAMES[kind].zh} ${count} 个（如 ${masked[0]}）`).join('、');
    const en = told.map(({ kind, count, masked }) => `${count} ${NAMES[kind].en} (such as ${masked[0]})`).join(', ');
    const place: Sentence =
      attachment === undefined
        ? { zh: `《${title}》的页面上`, en: `The page of "${title}" shows` }
        : { zh: `附件“${title}”里`, en: `The attachment "${title}" holds` };
    return isSure
      ? {
          zh: `${place.zh}有${zh}，属于个人信息，请立即撤下或作遮挡处理。`,
          en: `${place.en} ${en}: personal data, to be taken down or masked at once.`,
        }
      : {
          zh: `${place.zh}有疑似${zh}，请核实是否属于个人信息。`,
          en: `${place.en} what may be ${en}. Please check whether it is personal data.`,
        };
  },

  overItems({ span }) {
    const holding: AuditedItem[] = [];
    return {
      hear(item) {
        if (item.personalData?.length && item.publishedOn !== null && item.publishedOn >= span.from) holding.push(item);
      },
      found: () =>
        holding.map(({ unit, site, title, url, publishedOn, personalData: found }) => ({
          subject: { unit, site, column: null, url },
          facts: { title, found: found ?? [] },
          since: publishedOn,
          evidence: [`${title} ${url}`, ...(found ?? []).flatMap(({ masked }) => masked)],
        })),
    };
  },
  inEstate: ({ links }, { moment }) =>
    links.flatMap(({ site, unit, page, name, url, looks, foundOn, personalData: found }) => {
      const last = looks.at(-1);
      if (!found?.length || last === undefined || !isRecent(last, moment.today)) return [];
      return [
        {
          subject: { unit, site, column: null, url: page },
          facts: { title: name === '' ? url : name, found, attachment: url },
          since: foundOn,
          evidence: [`${page} → ${name} ${url}`, ...found.flatMap(({ masked }) => masked)],
        },
      ];
    }),
  fate: fateInItems,
};

const NAMES: Readonly<Record<PersonalKind, { readonly zh: string; readonly en: string }>> = {
  'id-number': { zh: '身份证号码', en: 'ID numbers' },
  'bank-card': { zh: '银行卡号', en: 'bank card numbers' },
  mobile: { zh: '手机号码', en: 'mobile numbers' },
  'home-address': { zh: '家庭住址', en: 'home addresses' },
};
