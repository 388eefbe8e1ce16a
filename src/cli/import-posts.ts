import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnreadablePosts } from '../../crawlers/media/posts-read.ts';
import { type Imported, importPosts } from '../../jobs/media/import-posts.ts';
import { nearest } from '../config/nearest.ts';
import type { MediaAccount } from '../model/media.ts';
import { plainText } from '../model/plain-text.ts';
import { readDayOption } from './as-of.ts';
import { EXIT, Failure } from './failure.ts';
import type { CommonOptions } from './options.ts';
import { withWorkshop } from './workshop.ts';

/** Rows that are no posts which are told one by one; the rest are counted. */
const SHOWN_ROWS = 5;

/** Imports a file of posts and says what came of it. */
export async function importFile(
  file: string,
  options: CommonOptions & { readonly account: string; readonly by?: string; readonly until?: string },
): Promise<void> {
  const until = options.until === undefined ? null : readDayOption('--until', options.until);
  const bytes = await readFile(file);
  await withWorkshop(options, async (workshop) => {
    const account = accountNamed(options.account, workshop.config.estate.accounts);
    const imported = await importPosts(workshop, account, { bytes, name: basename(file), by: options.by ?? null, until }).catch(
      explain(file),
    );
    const { delivery, added, skipped } = imported;
    const known = delivery.posts - added;
    const skippedRows = skipped.map(({ line, why }) => ({ line, ...why }));
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ schema: 'gongkai.import/1', account: account.id, posts: delivery.posts, added, known, skipped: skippedRows })}\n`
        : describe(account, imported),
    );
  });
}

function explain(file: string) {
  return (error: unknown): never => {
    if (error instanceof UnreadablePosts) throw new Failure(`${file}：${error.sentence.zh} · ${error.sentence.en}`, EXIT.failed);
    throw error;
  };
}

/** @throws Failure with exit status 2 where the estate has no such account. */
function accountNamed(id: string, accounts: readonly MediaAccount[]): MediaAccount {
  const account = accounts.find((one) => one.id === id);
  if (account) return account;
  const ids = accounts.map((one) => one.id);
  const near = nearest(id, ids);
  const choice = near === null ? `已有：${ids.join('、') || '（没有）'}` : `是不是想写 ${near}？`;
  throw new Failure(`estate.yaml 的 accounts 里没有 ${id}。${choice} · no such account`, EXIT.usage);
}

function describe(account: MediaAccount, { delivery, added, skipped }: Imported): string {
  const lines = [
    `${account.name}：文件里有 ${delivery.posts} 条，新增 ${added} 条，已有 ${delivery.posts - added} 条 · ${added} of ${delivery.posts} posts are new`,
  ];
  for (const { line, why } of skipped.slice(0, SHOWN_ROWS))
    lines.push(`  第 ${line} 行没有计入：${plainText(why.zh)} · line ${line} left out: ${plainText(why.en)}`);
  if (skipped.length > SHOWN_ROWS) lines.push(`  另有 ${skipped.length - SHOWN_ROWS} 行没有计入 · more lines left out`);
  return `${lines.join('\n')}\n`;
}
