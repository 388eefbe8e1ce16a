import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnreadableTable } from '../../crawlers/documents/table-file.ts';
import { UnreadablePosts } from '../../crawlers/media/posts-read.ts';
import { type Imported, importPosts, type PostsFile } from '../../jobs/media/import-posts.ts';
import { importMessages } from '../../jobs/media/messages.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { nearest } from '../config/nearest.ts';
import type { MediaAccount } from '../model/media.ts';
import { plainText } from '../model/plain-text.ts';
import { counted, inBoth, type Sentence } from '../model/sentence.ts';
import { readDayOption } from './as-of.ts';
import { EXIT, Failure } from './failure.ts';
import { plainJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { withWorkshop } from './workshop.ts';

/** Rows that are no posts which are told one by one; the rest are counted. */
const SHOWN_ROWS = 5;

/** Whose file it is, who hands it in, and the last day that it speaks of. */
export interface ImportOptions extends CommonOptions {
  readonly account: string;
  readonly by?: string;
  readonly until?: string;
  readonly anyName?: boolean;
}

/** Imports a file of posts and says what came of it. */
export function importFile(file: string, options: ImportOptions): Promise<void> {
  return handIn(file, options, async (workshop, account, given) => {
    const imported = await importPosts(workshop, account, given);
    const { delivery, added, skipped } = imported;
    const told = { posts: delivery.posts, added, known: delivery.posts - added, skipped: rowsOf(skipped) };
    return { json: { schema: 'gongkai.import/1', account: account.id, ...told }, text: describe(account, imported) };
  });
}

/** Imports a file of messages and says how many there were. */
export function importMessageFile(file: string, options: ImportOptions): Promise<void> {
  return handIn(file, options, async (workshop, account, given) => {
    const { messages, skipped } = await importMessages(workshop, account, given);
    const lines = [inBoth({ zh: `${account.name}：${messages} 条留言`, en: counted(messages, 'message') }), ...skippedLines(skipped), ''];
    return { json: { schema: 'gongkai.messages/1', account: account.id, messages, skipped: rowsOf(skipped) }, text: lines.join('\n') };
  });
}

/** Reads a file, gives it to whoever takes it, and says what came of it. */
async function handIn(
  file: string,
  options: ImportOptions,
  take: (workshop: Workshop, account: MediaAccount, given: PostsFile) => Promise<{ readonly json: object; readonly text: string }>,
): Promise<void> {
  const until = options.until === undefined ? null : readDayOption('--until', options.until);
  const bytes = await readFile(file);
  await withWorkshop(options, async (workshop) => {
    const account = accountNamed(options.account, workshop.config.estate.accounts);
    const given = { bytes, name: basename(file), by: options.by ?? null, until, anyName: options.anyName ?? false };
    const { json, text } = await take(workshop, account, given).catch(explain(file));
    process.stdout.write(options.json ? `${plainJson(json)}\n` : text);
  });
}

function rowsOf(skipped: Imported['skipped']) {
  return skipped.map(({ line, why }) => ({ line, ...why }));
}

function explain(file: string) {
  return (error: unknown): never => {
    if (error instanceof UnreadablePosts || error instanceof UnreadableTable)
      throw new Failure({ zh: `${file}：${error.sentence.zh}`, en: `${file}: ${error.sentence.en}` });
    throw error;
  };
}

/** @throws Failure with exit status 2 where the estate has no such account. */
function accountNamed(id: string, accounts: readonly MediaAccount[]): MediaAccount {
  const account = accounts.find((one) => one.id === id);
  if (account) return account;
  const ids = accounts.map((one) => one.id);
  const near = nearest(id, ids);
  const choice: Sentence =
    near === null
      ? { zh: `已有：${ids.join('、') || '（没有）'}`, en: `there are: ${ids.join(', ') || 'none'}` }
      : { zh: `是不是想写 ${near}？`, en: `did you mean ${near}?` };
  throw new Failure(
    { zh: `estate.yaml 的 accounts 里没有 ${id}。${choice.zh}`, en: `estate.yaml has no account ${id}; ${choice.en}` },
    EXIT.usage,
  );
}

function describe(account: MediaAccount, { delivery, added, skipped }: Imported): string {
  const lines = [
    inBoth({
      zh: `${account.name}：文件里有 ${delivery.posts} 条，新增 ${added} 条，已有 ${delivery.posts - added} 条`,
      en: `${added} of ${delivery.posts} posts are new`,
    }),
  ];
  lines.push(...skippedLines(skipped));
  return `${lines.join('\n')}\n`;
}

function skippedLines(skipped: Imported['skipped']): string[] {
  const told = skipped.slice(0, SHOWN_ROWS).map(({ line, why }) => {
    return `  ${inBoth({ zh: `第 ${line} 行没有计入：${plainText(why.zh)}`, en: `line ${line} left out: ${plainText(why.en)}` })}`;
  });
  const more = skipped.length - told.length;
  return more > 0 ? [...told, `  ${inBoth({ zh: `另有 ${more} 行没有计入`, en: 'more lines left out' })}`] : told;
}
