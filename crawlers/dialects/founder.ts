import type { Dialect } from './dialect.ts';

/** 方正翔宇: `/content/post_1686913.html`, `content_282274.shtml`, lists at `index_2.html`. */
export const founder: Dialect = {
  name: 'founder',
  recognises: ({ html }) => /founder-content|<founder|\/content\/post_\d{3,12}\.html|\/content_\d{4,12}\.s?html?|enpproperty/i.test(html),
  article: { body: ['founder-content', '.article-content', '#zoomcon'] },
};
