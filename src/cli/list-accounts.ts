import { yearToDate } from '../../jobs/judging/judge.ts';
import { judgeAccounts } from '../../jobs/media/judge-accounts.ts';
import type { AccountRow } from '../media/judge-account.ts';
import { accountReasonWords, accountStatusWords, platformNames } from '../media/words.ts';
import { dayIn } from '../model/day.ts';
import { inBoth } from '../model/sentence.ts';
import { readAsOf } from './as-of.ts';
import { plainJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { type PeriodOptions, readPeriod } from './period.ts';
import { formatTable, terminalWidth } from './table.ts';
import { withWorkshop } from './workshop.ts';

/** Prints how each account of new media stands. */
export async function listAccounts(options: CommonOptions & PeriodOptions & { readonly asOf?: string }): Promise<void> {
  await withWorkshop(options, async (workshop) => {
    const zone = workshop.config.estate.timezone;
    const asOf = options.asOf === undefined ? workshop.clock.now() : readAsOf(options.asOf, zone);
    const span = readPeriod(options, dayIn(zone, asOf), yearToDate(zone, asOf));
    const rows = await judgeAccounts(workshop, { asOf, span, pack: workshop.config.pack });
    process.stdout.write(options.json ? `${plainJson({ schema: 'gongkai.accounts/1', accounts: rows })}\n` : `${table(rows)}\n`);
  });
}

function table(rows: readonly AccountRow[]): string {
  if (rows.length === 0) return inBoth({ zh: 'estate.yaml 里没有写政务新媒体账号（accounts）', en: 'no accounts in estate.yaml' });
  const cells = rows.map(({ id, name, platform, unit, status, reason, posts, lastPublished }) => [
    id,
    name,
    platformNames(platform).zh,
    unit,
    accountStatusWords(status).zh,
    reason === null ? '' : accountReasonWords(reason).zh,
    posts,
    lastPublished,
  ]);
  const columns = [
    { head: 'id' },
    { head: '账号', least: 8 },
    { head: '平台' },
    { head: '单位', least: 6 },
    { head: '状态' },
    { head: '原因', least: 6 },
    { head: '发布', align: 'right' as const },
    { head: '最后发布' },
  ];
  return formatTable(columns, cells, terminalWidth());
}
