import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Reading, readPage } from '../../../../crawlers/reading/read.ts';
import type { FailedReading } from '../../../model/reading.ts';
import type { Sentence } from '../../../model/sentence.ts';
import { toJson } from '../../json.ts';
import { explained } from './explained.ts';

const Line = z.object({
  file: z.string(),
  url: z.string().refine((url) => URL.canParse(url), { error: 'no absolute address' }),
  kind: z.enum(['list', 'article', 'auto']).default('auto'),
});

/** Answers a batch line by line on standard output, in its order. A line or page that cannot be read is an answer like any other. */
export async function answerBatch(batchFile: string, explain: boolean): Promise<void> {
  const folder = dirname(resolve(batchFile));
  for await (const line of createInterface({ input: createReadStream(batchFile), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = await answerTo(line, folder);
    if (!process.stdout.write(`${toJson(explained(answer, explain))}\n`))
      await new Promise((drained) => process.stdout.once('drain', drained));
  }
}

async function answerTo(line: string, folder: string): Promise<Reading> {
  let url = '';
  try {
    const given: unknown = JSON.parse(line);
    url = urlOf(given);
    const wanted = Line.parse(given);
    return readPage({ bytes: await readFile(resolve(folder, wanted.file)), url: wanted.url, kind: wanted.kind });
  } catch (error) {
    return { kind: 'error', url, error: saying(error) } satisfies FailedReading;
  }
}

function urlOf(given: unknown): string {
  return typeof given === 'object' && given !== null && 'url' in given ? String(given.url) : '';
}

function saying(error: unknown): Sentence {
  if (error instanceof SyntaxError) return { zh: `这一行不是 JSON：${error.message}`, en: `the line is no JSON: ${error.message}` };
  if (error instanceof z.ZodError)
    return { zh: `这一行的写法不对：${z.prettifyError(error)}`, en: `the line is not as expected: ${z.prettifyError(error)}` };
  return {
    zh: `读不到文件：${error instanceof Error ? error.message : String(error)}`,
    en: `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
  };
}
