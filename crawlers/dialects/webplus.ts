import type { Dialect } from './dialect.ts';

/** 苏迪 WebPlus: `/2012/1102/c213a7262/page.htm`, lists at `/213/list.htm`, `/213/list2.htm`. */
export const webplus: Dialect = {
  name: 'webplus',
  recognises: ({ html }) =>
    /wp_(?:articlecontent|news_w\d|paging|column)|\/c\d{1,8}a\d{1,9}\/page\.(?:htm|psp)|_js\/sudy|sudy-wp/i.test(html),
  article: { body: ['.wp_articlecontent'] },
};
