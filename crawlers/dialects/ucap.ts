import type { Dialect } from './dialect.ts';

/** 开普 UCAP: `<UCAPCONTENT>`, articles at `/202403/<32 hex digits>.shtml`, lists at `list.shtml`, `list_2.shtml`. */
export const ucap: Dialect = {
  name: 'ucap',
  recognises: ({ html }) => /<ucap(?:content|title)\b|UCAP-CONTENT|\/ucap\/|ucapsite/i.test(html),
  article: { body: ['ucapcontent', '#UCAP-CONTENT', '.pages_content'] },
};
