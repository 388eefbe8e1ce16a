import {
  ARTICLE_TAGS,
  COLUMN_TAGS,
  FOOTER_ELEMENTS,
  HEAD_ELEMENTS,
  type HomeElement,
  type PageElements,
  type TagTally,
} from '../model/page-elements.ts';
import { quoted, type Sentence } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { siteSubject } from './parts/on-site.ts';
import { ownRule } from './parts/rules.ts';

interface Facts {
  readonly site: string;
  readonly home: readonly HomeElement[];
  /** Tags that not one page carries, and pages that were read. */
  readonly columns: readonly string[];
  readonly columnPages: number;
  readonly articles: readonly string[];
  readonly articlePages: number;
}

/** Tags are of the site's template: they are missing where none of so many pages carries them. */
const LEAST_PAGES = 3;
/** Of a footer of which less than this is seen, scripts draw the rest. */
const LEAST_FOOTER = 2;

/** What the guidelines ask of home pages, columns and items, and the site's pages do not carry (页面要素不全); told once a site. */
export const pageElements: Check<Facts> = {
  kind: 'page-elements',
  name: { zh: '页面要素不全', en: 'page elements missing' },
  subject: 'site',
  severity: 'minor',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '国办发〔2017〕47号 附件《网页设计规范》', en: '国办发〔2017〕47号, annex on the design of pages' },
  sentence({ site, home, columns, columnPages, articles, articlePages }) {
    const parts: Sentence[] = [];
    if (home.length > 0)
      parts.push(
        listed(
          '首页缺少',
          'the home page lacks',
          home.map((element) => NAMES[element]),
        ),
      );
    if (columns.length > 0)
      parts.push(listed(`读到的 ${columnPages} 个栏目页都没有标签`, `none of ${columnPages} pages of columns carries`, columns.map(tag)));
    if (articles.length > 0)
      parts.push(listed(`读到的 ${articlePages} 个信息页都没有标签`, `none of ${articlePages} pages of items carries`, articles.map(tag)));
    return {
      zh: `“${site}”${parts.map(({ zh }) => zh).join('；')}。`,
      en: `On "${site}" ${parts.map(({ en }) => en).join('; ')}.`,
    };
  },

  inSite(judged, { pack }) {
    const { elements } = judged.record ?? {};
    if (!elements || ownRule(pack, pageElements.kind) === null) return [];
    const { columns, articles } = elements;
    const missing = { home: missingAtHome(elements), columns: untagged(columns, COLUMN_TAGS), articles: untagged(articles, ARTICLE_TAGS) };
    if (Object.values(missing).every((some) => some.length === 0)) return [];
    const facts = { site: judged.site.name, ...missing, columnPages: columns.pages, articlePages: articles.pages };
    const evidence = [judged.site.url, columns.example, articles.example].filter((url) => url !== null);
    return [{ subject: siteSubject(judged), facts, since: null, evidence }];
  },
};

function missingAtHome({ home }: PageElements): HomeElement[] {
  if (home === null) return [];
  const footerSeen = FOOTER_ELEMENTS.filter((element) => home.includes(element)).length >= LEAST_FOOTER;
  return [...HEAD_ELEMENTS, ...(footerSeen ? FOOTER_ELEMENTS : [])].filter((element) => !home.includes(element));
}

function untagged({ pages, carrying }: TagTally, tags: readonly string[]): string[] {
  return pages < LEAST_PAGES ? [] : tags.filter((name) => (carrying[name] ?? 0) === 0);
}

function listed(zh: string, en: string, names: readonly Sentence[]): Sentence {
  return { zh: `${zh}${names.map((name) => name.zh).join('、')}`, en: `${en} ${names.map((name) => name.en).join(', ')}` };
}

const TAG_NAMES: Readonly<Record<string, string>> = {
  columnname: 'ColumnName',
  columndescription: 'ColumnDescription',
  columnkeywords: 'ColumnKeywords',
  columntype: 'ColumnType',
  articletitle: 'ArticleTitle',
  pubdate: 'PubDate',
  contentsource: 'ContentSource',
};
function tag(name: string): Sentence {
  return quoted(TAG_NAMES[name] ?? name);
}

const NAMES: Readonly<Record<HomeElement, Sentence>> = {
  title: { zh: '网页标题', en: 'a title' },
  'site-name-tag': { zh: '标签 SiteName', en: 'the tag SiteName' },
  'site-domain-tag': { zh: '标签 SiteDomain', en: 'the tag SiteDomain' },
  'site-code-tag': { zh: '标签 SiteIDCode', en: 'the tag SiteIDCode' },
  organizer: { zh: '主办单位', en: 'who runs it' },
  contact: { zh: '联系方式', en: 'how to reach them' },
  'site-code': { zh: '网站标识码', en: 'the site code' },
  icp: { zh: 'ICP备案号', en: 'the ICP record' },
  'police-record': { zh: '公安机关备案标识', en: 'the police record' },
  'party-mark': { zh: '党政机关网站标识', en: 'the mark of party and government' },
  'report-errors': { zh: '“我为政府网站找错”入口', en: 'the way to report errors' },
};
