import {
  ARTICLE_TAGS,
  COLUMN_TAGS,
  FOOTER_ELEMENTS,
  HEAD_ELEMENTS,
  type HomeElement,
  isTelling,
  type PageElements,
  type TagTally,
} from '../model/page-elements.ts';
import { quoted, type Sentence } from '../model/sentence.ts';
import type { JudgedSite } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import type { Check } from './check.ts';
import { fateOnSite } from './look.ts';
import { termIn } from './parts/identity.ts';
import { siteSubject } from './parts/on-site.ts';
import { ownRule } from './parts/rules.ts';

/** Where something is missing: each is a template of its own, and is mended for itself. */
const PARTS = ['home', 'columns', 'articles'] as const;
type Part = (typeof PARTS)[number];

interface Facts {
  readonly site: string;
  readonly part: Part;
  /** Elements of the home page, or tags that not one page carries. */
  readonly missing: readonly string[];
  /** Pages that were read. */
  readonly pages: number;
}

/** Of a footer of which less than this is seen, scripts draw the rest. */
const LEAST_FOOTER = 2;

/** What the guidelines ask of home pages, columns and items, and the site's pages do not carry (页面要素不全); told once a template. */
export const pageElements: Check<Facts> = {
  kind: 'page-elements',
  name: { zh: '页面要素不全', en: 'page elements missing' },
  subject: 'site',
  severity: 'minor',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '国办发〔2017〕47号 附件《网页设计规范》', en: '国办发〔2017〕47号, annex on the design of pages' },
  term: ({ part }) => part,
  sentence({ site, part, missing, pages }) {
    const { zh, en } = SAID[part](pages);
    const names = missing.map((one) => (part === 'home' ? NAMES[one as HomeElement] : tag(one)));
    return {
      zh: `“${site}”${zh}${names.map((name) => name.zh).join('、')}。`,
      en: `On "${site}" ${en} ${names.map((name) => name.en).join(', ')}.`,
    };
  },

  inSite(judged, context) {
    const elements = elementsToday(judged, context);
    if (elements === null || ownRule(context.pack, pageElements.kind) === null) return [];
    const { site } = judged;
    const found = (part: Part, missing: readonly string[], pages: number, example: string | null) =>
      missing.length === 0
        ? []
        : [
            {
              subject: siteSubject(judged),
              facts: { site: site.name, part, missing, pages },
              since: null,
              evidence: [example ?? site.url],
            },
          ];
    const { columns, articles } = elements;
    return [
      ...found('home', missingAtHome(elements), 1, null),
      ...found('columns', untagged(columns, COLUMN_TAGS), columns.pages, columns.example),
      ...found('articles', untagged(articles, ARTICLE_TAGS), articles.pages, articles.example),
    ];
  },

  /** A part that was not looked at tonight, or of which too little was seen, is as it was. */
  fate(was, look) {
    const fate = fateOnSite(was, look);
    const elements = was.site === null ? null : look.elementsOf(was.site);
    const term = termIn(was.key);
    // Earlier versions told all parts at once.
    const parts = PARTS.filter((part) => term === null || term === part);
    const seen = elements !== null && parts.every((part) => wasSeen(elements, part));
    return fate === 'gone' && !seen ? 'hold' : fate;
  },
};

/** What was seen of a site's elements on the day that is judged: what an earlier run saw may be mended since. */
export function elementsToday({ record }: JudgedSite, { moment }: JudgingContext): PageElements | null {
  const elements = record?.elements ?? null;
  return elements?.on === moment.today ? elements : null;
}

function wasSeen({ home, columns, articles }: PageElements, part: Part): boolean {
  if (part === 'home') return home !== null;
  const tally = part === 'columns' ? columns : articles;
  return isTelling(tally) || Object.keys(tally.carrying).length > 0;
}

function missingAtHome({ home }: PageElements): HomeElement[] {
  if (home === null) return [];
  const footerSeen = FOOTER_ELEMENTS.filter((element) => home.includes(element)).length >= LEAST_FOOTER;
  return [...HEAD_ELEMENTS, ...(footerSeen ? FOOTER_ELEMENTS : [])].filter((element) => !home.includes(element));
}

function untagged(tally: TagTally, tags: readonly string[]): string[] {
  return isTelling(tally) ? tags.filter((name) => (tally.carrying[name] ?? 0) === 0) : [];
}

const SAID: Readonly<Record<Part, (pages: number) => Sentence>> = {
  home: () => ({ zh: '首页缺少', en: 'the home page lacks' }),
  columns: (pages) => ({ zh: `读到的 ${pages} 个栏目页都没有标签`, en: `none of ${pages} pages of columns carries` }),
  articles: (pages) => ({ zh: `读到的 ${pages} 个信息页都没有标签`, en: `none of ${pages} pages of items carries` }),
};

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
  'mobile-view': { zh: '移动端适配（viewport）', en: 'a view for mobile phones (viewport)' },
  organizer: { zh: '主办单位', en: 'who runs it' },
  contact: { zh: '联系方式', en: 'how to reach them' },
  'site-code': { zh: '网站标识码', en: 'the site code' },
  icp: { zh: 'ICP备案号', en: 'the ICP record' },
  'police-record': { zh: '公安机关备案标识', en: 'the police record' },
  'party-mark': { zh: '党政机关网站标识', en: 'the mark of party and government' },
  'report-errors': { zh: '“我为政府网站找错”入口', en: 'the way to report errors' },
};
