import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface DiscoverOptions extends CommonOptions {
  readonly write?: true;
  readonly maxPages: string;
  readonly id?: string;
  readonly unit?: string;
  readonly allowPrivateNetworks?: true;
  readonly requestsPerSecond?: string;
}

export function registerDiscover(program: Command): void {
  addCommonOptions(program.command('discover'))
    .argument('<url>', inBoth({ zh: '网站首页', en: 'home page of the site' }))
    .description(inBoth({ zh: '从首页找出网站的栏目', en: 'find the columns of a site nobody described' }))
    .option('--write', inBoth({ zh: '写入 estate.yaml，保留已有内容和注释', en: 'write them into estate.yaml, keeping what people wrote' }))
    .option('--id <id>', inBoth({ zh: '写入时的网站编号', en: 'id of the site when writing' }))
    .option('--unit <id>', inBoth({ zh: '写入时的责任单位', en: 'unit of the site when writing' }))
    .option('--max-pages <n>', inBoth({ zh: '最多查看的页面数', en: 'pages visited at most' }), '600')
    .option('--requests-per-second <n>', inBoth({ zh: '每秒请求数，0 为不限', en: 'per host; 0 = no limit' }))
    .option('--allow-private-networks', inBoth({ zh: '允许访问内网和本机地址', en: 'allow loopback and intranet addresses' }))
    .action(async (url: string, _options, command: Command) => run(url, command.optsWithGlobals<DiscoverOptions>()));
}

async function run(url: string, options: DiscoverOptions): Promise<void> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Failure({ zh: `“${url}” 不是网址，请写全，例如 http://www.example.gov.cn/`, en: 'not an http(s) URL' }, EXIT.usage);
  }
  const maxPages = Number(options.maxPages);
  if (!Number.isInteger(maxPages) || maxPages < 1)
    throw new Failure(
      { zh: `--max-pages 须为正整数：${options.maxPages}`, en: `must be a positive whole number: ${options.maxPages}` },
      EXIT.usage,
    );
  const { requestsPerSecond: pace, ...rest } = options;
  const perSecond = pace === undefined ? {} : { requestsPerSecond: Number(pace) };
  if (perSecond.requestsPerSecond !== undefined && !(perSecond.requestsPerSecond >= 0))
    throw new Failure({ zh: `--requests-per-second 须为不小于 0 的数：${pace}`, en: `must be a number from 0: ${pace}` }, EXIT.usage);
  const { discoverSite } = await import('../discover-site.ts');
  await discoverSite(url, { ...rest, ...perSecond, maxPages });
}
