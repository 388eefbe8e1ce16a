import { beforeEach, describe, expect, it } from 'vitest';
import { type Audits, useAudits } from './audits.ts';
import { article, dayOf, framed, list, rowsDown } from './pages.ts';
import { openTown, type Town } from './town.ts';

const auditsOf = useAudits();
const NAMES = ['通知公告', '工作动态', '政策文件', '规划计划'];
const FOLDERS = ['tzgg', 'gzdt', 'zcwj', 'ghjh'];
/** Three columns with lists of their own, and one that shows a box of others' items where a script would draw its list. */
const COLUMNS = FOLDERS.map((folder, at) => `{ id: ${folder}, name: ${NAMES[at]}, url: /${folder}/, category: notices }`);

describe('a list that stands where no other column of its site has its own', () => {
  let town: Town;
  let audits: Audits;
  const drawn = () => framed(list(rowsDown(58, 50), '', '/ghjh/'), { name: '规划计划' });

  beforeEach(async () => {
    town = await openTown();
    for (const [at, folder] of FOLDERS.slice(0, 3).entries()) {
      town.pages.set(`/${folder}/`, framed(list(rowsDown(60 - at, 52 - at), '', `/${folder}/`), { name: NAMES[at]! }));
      for (let n = 50; n <= 60; n++) town.pages.set(`/${folder}/t${n}.html`, article(n));
    }
    for (let n = 50; n <= 60; n++) town.pages.set(`/ghjh/t${n}.html`, article(n));
    const box = `<dl class="hot"><dt>热点</dt>${rowsDown(60, 57)
      .map(({ n }) => `<dd><a href="/tzgg/t${n}.html">关于做好第${n}批防汛物资储备工作的通知</a><i>${dayOf(n)}</i></dd>`)
      .join('')}</dl>`;
    town.pages.set('/ghjh/', framed(`<div id="lb"></div><script src="/js/lb.js"></script>${box}`, { name: '规划计划' }));
    audits = auditsOf(town.url, COLUMNS, { browser: 'auto' });
  });

  it('is looked at with the browser, and read as that draws it', async () => {
    const asked: string[] = [];
    const { column } = await audits.audit({
      render: async (url) => {
        asked.push(new URL(url).pathname);
        return { html: drawn(), finalUrl: url, complete: true, screenshot: null, barriers: null };
      },
    });
    expect(asked).toEqual(['/ghjh/']);
    expect(column('ghjh')).toMatchObject({ status: 'fresh', items: 9, lastPublished: '2024-02-27' });
  });

  it('is unknown where no browser may be used', async () => {
    const { column } = await audits.audit();
    expect(column('ghjh')).toMatchObject({ status: 'unknown', certainty: 'unsure' });
    expect(FOLDERS.slice(0, 3).map((id) => column(id).status)).toEqual(['fresh', 'fresh', 'fresh']);
  });
});
