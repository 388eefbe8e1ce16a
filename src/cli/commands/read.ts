import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { inBoth, type Sentence } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import type { FetchedPage } from '../fetch-page.ts';
import { toJson } from '../json.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { explained } from './read/explained.ts';

type Kind = 'list' | 'article' | 'auto';

interface ReadOptions extends CommonOptions {
  readonly url?: string;
  readonly kind: string;
  readonly batch?: string;
  readonly allowPrivateNetworks?: true;
  readonly explain?: true;
}

/** `gongkai read`: what the reader sees in one page, or in every page of a batch. */
export function registerRead(program: Command): void {
  addCommonOptions(program.command('read'))
    .description(inBoth({ zh: '看看读取器从一个页面读出什么', en: 'what the reader sees in one page' }))
    .argument('[page]', inBoth({ zh: '网址或文件', en: 'URL or file' }))
    .option('--url <base>', inBoth({ zh: '文件的原网址', en: 'the address that a file was fetched from' }))
    .option('--kind <kind>', 'list | article | auto', 'auto')
    .option('--batch <file>', inBoth({ zh: '每行一个 {"file","url","kind"}', en: 'one page a line, as JSON' }))
    .option('--explain', inBoth({ zh: '说明为什么认定这一块是列表', en: 'say why this block is the list, and how sure that is' }))
    .option('--allow-private-networks', inBoth({ zh: '允许访问内网和本机地址', en: 'allow loopback and intranet addresses' }))
    .action(async (page: string | undefined, _options, command: Command) => {
      const options = command.optsWithGlobals<ReadOptions>();
      if (options.batch !== undefined) return readBatch(options.batch, page, options.explain === true);
      if (page === undefined) throw usage({ zh: '请给出网址、文件或 --batch', en: 'give a URL, a file or --batch' });
      await readOne(page, options);
    });
}

async function readBatch(file: string, page: string | undefined, explain: boolean): Promise<void> {
  if (page !== undefined) throw usage({ zh: '--batch 与单个页面只能选一个', en: 'give either --batch or one page' });
  if (!existsSync(file)) throw usage({ zh: `找不到批量文件：${file}`, en: `no such batch file: ${file}` });
  const { answerBatch } = await import('./read/batch.ts');
  await answerBatch(file, explain);
}

async function readOne(page: string, options: ReadOptions): Promise<void> {
  const kind = kindOf(options.kind);
  const { readPage } = await import('../../../crawlers/reading/read.ts');
  const reading = readPage({ ...(await source(page, options)), kind });
  if (reading.kind === 'error') throw new Failure({ zh: `${reading.url}：${reading.error.zh}`, en: reading.error.en });
  const explain = options.explain === true;
  if (options.json) {
    process.stdout.write(`${toJson(explained(reading, explain))}\n`);
    return;
  }
  const { tell } = await import('./read/tell.ts');
  process.stdout.write(tell(reading, explain));
}

async function source(page: string, options: ReadOptions): Promise<FetchedPage> {
  if (/^https?:\/\//i.test(page)) {
    const { fetchPage } = await import('../fetch-page.ts');
    return fetchPage(page, options.allowPrivateNetworks === true);
  }
  if (!existsSync(page)) throw usage({ zh: `找不到文件：${page}`, en: `no such file: ${page}` });
  if (options.url === undefined)
    throw usage({ zh: '读文件要用 --url 给出它的原网址', en: 'a file needs --url, the address it was fetched from' });
  if (!URL.canParse(options.url))
    throw usage({ zh: `--url 不是完整网址：${options.url}`, en: `--url is no absolute address: ${options.url}` });
  return { bytes: await readFile(page), url: options.url, contentType: null };
}

function kindOf(kind: string): Kind {
  if (kind === 'list' || kind === 'article' || kind === 'auto') return kind;
  throw usage({ zh: '--kind 应为 list、article 或 auto', en: `--kind is list, article or auto, not ${kind}` });
}

function usage(sentence: Sentence): Failure {
  return new Failure(sentence, EXIT.usage);
}
