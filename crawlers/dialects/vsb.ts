import type { Dialect } from './dialect.ts';

/** 博达 VSB: `/info/1044/100065.htm`, lists at `/xxgk.htm` whose further pages count down (`/xxgk/11.htm` is page 2 of 12). */
export const vsb: Dialect = {
  name: 'vsb',
  recognises: ({ html }) =>
    /vsb_content|v_news_content|_vsb_|\bvsbscreen|\/_sitegray\/|href=["'][^"']{0,60}info\/\d{4}\/\d{2,8}\.htm/i.test(html),
  article: { body: ['.v_news_content', '#vsb_content', '#vsb_content_2'] },
};
