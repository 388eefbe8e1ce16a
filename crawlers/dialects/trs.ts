import type { Dialect } from './dialect.ts';

/**
 * 拓尔思 TRS WCM, with most ministries and most of Hubei: `/202403/t20240304_693227.html`, `createPageHTML(…)`.
 * Its pager is read for every page, since others copied it (see reading/pages/create-page.ts).
 */
export const trs: Dialect = {
  name: 'trs',
  recognises: ({ html }) =>
    /TRS_(?:Editor|UEDITOR)|trs_editor_view|createPageHTML\s{0,3}\(|\/t20\d{6}_\d{3,12}\.s?html?|trs_web|TRSWCM/i.test(html),
  article: { body: ['.TRS_Editor', '.trs_editor_view', '.TRS_UEDITOR'] },
};
