import type { Barrier } from '../model/page-elements.ts';
import { counted, type Sentence } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { fateOnSite } from './look.ts';
import { elementsToday } from './page-elements.ts';
import { siteSubject } from './parts/on-site.ts';
import { ownRule } from './parts/rules.ts';

interface Facts {
  readonly site: string;
  readonly barriers: readonly Pick<Barrier, 'kind' | 'count'>[];
}

/**
 * What keeps people with disabilities out of a site's home page (无障碍), as axe proves it on the page that a browser drew. Only where a
 * rule pack asks for it: a look costs a browser.
 */
export const accessibility: Check<Facts> = {
  kind: 'accessibility',
  name: { zh: '首页无障碍问题', en: 'barriers on the home page' },
  subject: 'site',
  severity: 'notice',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '本程序的核对：axe 规则（WCAG 2 A、AA 级）', en: 'a check of this program: rules of axe (WCAG 2, A and AA)' },
  sentence: ({ site, barriers }) => ({
    zh: `“${site}”首页有无障碍问题：${barriers.map(({ kind, count }) => SAID[kind](count).zh).join('；')}。`,
    en: `The home page of "${site}" keeps people out: ${barriers.map(({ kind, count }) => SAID[kind](count).en).join('; ')}.`,
  }),

  inSite(judged, context) {
    if (ownRule(context.pack, accessibility.kind) === null) return [];
    const { site, record } = judged;
    const barriers = elementsToday(judged, context)?.barriers ?? [];
    if (barriers.length === 0) return [];
    const facts = { site: site.name, barriers: barriers.map(({ kind, count }) => ({ kind, count })) };
    const evidence = [record?.finalUrl ?? site.url, ...barriers.flatMap(({ examples }) => examples)];
    return [{ subject: siteSubject(judged), facts, since: null, evidence }];
  },

  /** Only a night on which a browser saw the whole page tells that it was mended. */
  fate(was, look) {
    const fate = fateOnSite(was, look);
    const looked = was.site !== null && look.elementsOf(was.site)?.barriers != null;
    return fate === 'gone' && !looked ? 'hold' : fate;
  },
};

const SAID: Readonly<Record<Barrier['kind'], (count: number) => Sentence>> = {
  'image-alt': places('张图片没有替代文字', 'picture', 'without a text in its place'),
  'input-image-alt': places('个图片按钮没有替代文字', 'image button', 'without a text in its place'),
  'area-alt': places('个图片热区没有替代文字', 'image area', 'without a text in its place'),
  'link-name': places('个链接没有可读出的文字', 'link', 'without a text that can be read out'),
  'button-name': places('个按钮没有可读出的文字', 'button', 'without a text that can be read out'),
  label: places('个输入框没有标签', 'field', 'without a label'),
  'select-name': places('个下拉框没有标签', 'choice', 'without a label'),
  'frame-title': places('个内嵌页面没有标题', 'frame', 'without a title'),
  'html-has-lang': () => ({ zh: '没有声明网页的语言', en: 'its language is not said' }),
  'document-title': () => ({ zh: '没有网页标题', en: 'it has no title' }),
  'meta-viewport': () => ({ zh: '禁止放大页面', en: 'it forbids to enlarge it' }),
};

function places(zh: string, noun: string, en: string): (count: number) => Sentence {
  return (count) => ({ zh: `${count} ${zh}`, en: `${counted(count, noun)} ${en}` });
}
