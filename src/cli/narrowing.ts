import type { Command } from 'commander';
import { unknownNames } from '../../jobs/crawl/scope.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { inBoth } from '../model/sentence.ts';
import type { Narrowing } from '../store/store.ts';
import { EXIT, Failure } from './failure.ts';
import { collect } from './options.ts';

export interface NarrowingOptions {
  readonly site?: readonly string[];
  readonly unit?: readonly string[];
  readonly column?: readonly string[];
}

/** Options that narrow a command to sites, units or columns; each may be given several times. */
export function addNarrowingOptions(command: Command): Command {
  return command
    .option('--site <id>', inBoth({ zh: '只看这个网站，可多次', en: 'only this site, repeatable' }), collect)
    .option('--unit <id>', inBoth({ zh: '只看这个单位，可多次', en: 'only this unit, repeatable' }), collect)
    .option('--column <id>', inBoth({ zh: '只看这个栏目，可多次', en: 'only this column, repeatable' }), collect);
}

/**
 * What the options narrow to.
 * @throws Failure with exit status 2 where a name is in neither the configuration nor the store.
 */
export async function readNarrowing(options: NarrowingOptions, { config, store }: Pick<Workshop, 'config' | 'store'>): Promise<Narrowing> {
  const narrowing = { sites: options.site ?? [], units: options.unit ?? [], columns: options.column ?? [] };
  const columns = [...config.estate.sites.flatMap((site) => site.columns ?? []), ...(await store.columns.list())];
  const unknown = unknownNames(config.estate, columns, narrowing);
  if (unknown.length === 0) return narrowing;
  const known = [...config.estate.sites, ...config.estate.units]
    .map(({ id }) => id)
    .slice(0, 30)
    .join(' ');
  throw new Failure(
    {
      zh: `配置里没有 ${unknown.join('、')}。`,
      en: `Unknown in the configuration: ${unknown.join(', ')}.`,
    },
    EXIT.usage,
    { code: 'unknown-name', remedy: { zh: `请用其中已有的：${known} …`, en: `Name what it has: ${known} …` } },
  );
}
