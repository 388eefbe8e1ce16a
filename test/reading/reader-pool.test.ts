import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { readPage } from '../../crawlers/reading/read.ts';
import { openReaderPool, type ReaderPool } from '../../crawlers/reading/reader-pool.ts';

const url = 'http://www.qingyuan.gov.cn/zwgk/202403/t20240304_1.html';
const article = (title: string) =>
  Buffer.from(
    `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>发布时间：2024-03-04</p><div>${'春耕期间，各灌区按计划放水。'.repeat(20)}</div></body></html>`,
  );
const page = (title: string) => ({ url, bytes: article(title), kind: 'article' as const });

/** As long as pages may be: takes seconds to read. */
const endless = { url, text: `<table>${'<tr><td>发布时间：<td>2024-03-04'.repeat(130_000)}`, kind: 'article' as const };

describe('the pool of readers', () => {
  let pool: ReaderPool;
  afterEach(() => pool.close());

  it('reads a page as it is read without it', async () => {
    pool = openReaderPool();
    expect(await pool.read(page('关于灌区放水的通知'))).toEqual(readPage(page('关于灌区放水的通知')));
  });

  it('gives each of many pages its own reading', async () => {
    pool = openReaderPool({ threads: 2 });
    const titles = Array.from({ length: 40 }, (_, index) => `关于灌区第${index}号放水的通知`);
    const readings = await Promise.all(titles.map((title) => pool.read(page(title))));
    expect(readings.map((reading) => reading.kind === 'article' && reading.title)).toEqual(titles);
  });

  it('gives up a page that takes too long, and reads those behind it', async () => {
    pool = openReaderPool({ threads: 1, seconds: 0.5 });
    const slow = pool.read(endless);
    const behind = pool.read(page('排在后面的一页'));
    expect(await slow).toMatchObject({
      kind: 'error',
      error: { zh: expect.stringContaining('0.5'), en: expect.stringContaining('0.5 s') },
    });
    expect(await behind).toMatchObject({ kind: 'article', title: '排在后面的一页' });
  });

  it('answers with an error what it was reading when it was closed', async () => {
    pool = openReaderPool({ threads: 1 });
    const reading = pool.read(endless);
    await pool.close();
    expect(await reading).toMatchObject({ kind: 'error' });
    expect(await pool.read(endless)).toMatchObject({ kind: 'error' });
  });

  it('does not keep a process alive that has nothing more to read', () => {
    const script = `
      const { openReaderPool } = await import(${JSON.stringify(new URL('../../crawlers/reading/reader-pool.ts', import.meta.url).href)});
      const reading = await openReaderPool().read({ url: '${url}', text: '<h1>一页</h1>', kind: 'article' });
      console.log(reading.kind);`;
    const ended = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      encoding: 'utf8',
      timeout: 50_000,
    });
    expect(ended).toMatchObject({ status: 0, stdout: 'article\n' });
  });
});
