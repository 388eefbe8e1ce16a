import { load } from 'cheerio/slim';
import { z } from 'zod';
import { expects, keys } from './shape.ts';

const text = z.string().trim().min(1).max(300);
const PATH = /^[\w\u4e00-\u9fff$-]+(?:\.[\w\u4e00-\u9fff$-]+)*$/;

const selector = expects(
  { zh: 'CSS 选择器，如 ul.list > li', en: 'a CSS selector such as ul.list > li' },
  { zh: '在浏览器里试一试这个选择器', en: 'try the selector in a browser' },
);
const path = expects(
  { zh: '用点连接的键，如 data.list', en: 'keys joined by dots, such as data.list' },
  { zh: '按接口返回的 JSON 写', en: 'write it as the API answers' },
);

/** `read:` of a site or a column: CSS selectors, or an API with paths of keys. What is left out is found by itself. */
export const readField = keys({
  rows: text.optional(),
  title: text.optional(),
  day: text.optional(),
  url: text.optional(),
  next: text.optional(),
  api: text.optional(),
  page: text.optional(),
}).superRefine((told, context) => {
  const isApi = told.api !== undefined;
  for (const name of ['rows', 'title', 'day', 'url', 'next'] as const) {
    const written = told[name];
    if (written === undefined || (isApi ? PATH.test(written) : isSelector(written))) continue;
    context.addIssue({ code: 'custom', path: [name], message: isApi ? path : selector });
  }
  const stray = isApi ? 'next' : 'page';
  if (told[stray] !== undefined) context.addIssue({ code: 'custom', path: [stray], message: isApi ? NO_NEXT : NO_PAGE });
});

const NO_NEXT = expects(
  { zh: '有 api 时用 page 翻页', en: 'with api, page counts the pages' },
  { zh: '删去 next，写 page: 页码参数名', en: 'leave next out; write page: NAME' },
);
const NO_PAGE = expects(
  { zh: 'page 只和 api 一起用', en: 'page goes with api only' },
  { zh: '翻页链接写在 next', en: 'the link to the next page is next' },
);

function isSelector(written: string): boolean {
  try {
    load('')(written);
    return true;
  } catch {
    return false;
  }
}
