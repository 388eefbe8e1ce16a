import { forwardedBy } from '../../jobs/media/forwarded.ts';
import { forwardingWords, platformNames } from '../media/words.ts';
import { EXIT, Failure } from './failure.ts';
import { plainJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { formatTable, terminalWidth } from './table.ts';
import { withWorkshop } from './workshop.ts';

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/;

/** Prints which accounts carried something that all must carry. */
export async function listForwarded(
  options: CommonOptions & { readonly title: string; readonly at: string; readonly hours: string },
): Promise<void> {
  const hours = Number(options.hours);
  if (!MOMENT.test(options.at) || !Number.isInteger(hours) || hours < 1 || hours > 24 * 90) {
    const message = {
      zh: '--at 写成 2024-03-05T09:00，--hours 是 1 到 2160 的整数',
      en: 'write --at as 2024-03-05T09:00 and --hours as 1 to 2160',
    };
    throw new Failure(message, EXIT.usage);
  }
  const at = options.at.length === 10 ? `${options.at}T00:00` : options.at;
  await withWorkshop(options, async (workshop) => {
    const rows = await forwardedBy(workshop, { title: options.title, at, hours });
    if (options.json) {
      process.stdout.write(`${plainJson({ schema: 'gongkai.forwarded/1', title: options.title, at, hours, accounts: rows })}\n`);
      return;
    }
    const cells = rows.map(({ account, state, post }) => [
      account.name,
      platformNames(account.platform).zh,
      account.unit,
      forwardingWords(state).zh,
      post?.publishedAt.slice(0, 16).replace('T', ' ') ?? null,
    ]);
    const columns = [{ head: '账号', least: 8 }, { head: '平台' }, { head: '单位', least: 6 }, { head: '转发' }, { head: '发布时间' }];
    process.stdout.write(`${formatTable(columns, cells, terminalWidth())}\n`);
  });
}
