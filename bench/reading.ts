import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio/slim';
import { decodePage } from '../crawlers/door/decode.ts';
import { readPage } from '../crawlers/reading/read.ts';

/*
 * Reading (decode, parse, list or article) beside plain `cheerio.load` in htmlparser2 mode of the same pages, already decoded, by turns
 * in the same run. A page's time is processor time and its best of all rounds, as others use the machine too. Run: npx tsx bench/reading.ts [rounds]
 */

interface Sample {
  readonly kind: 'list' | 'article';
  readonly bytes: Uint8Array;
  readonly html: string;
  reading: number;
  loading: number;
}

const PAGES = fileURLToPath(new URL('../../shared/pages/', import.meta.url));
/** Bytes from which a page counts as one of about 100 KB, and up to which. */
const LARGE = [70_000, 150_000] as const;
const URL_OF_ALL = 'http://www.qingyuan.gov.cn/zwgk/index.html';

if (!existsSync(PAGES)) {
  console.log('skipped: ../shared/pages is not here');
  process.exit();
}
const rounds = Number(process.argv[2] ?? 10);
const samples = [...samplesIn('lists', 'list'), ...samplesIn('articles', 'article')];
for (let round = 0; round < rounds; round++) {
  for (const sample of samples) {
    sample.reading = Math.min(
      sample.reading,
      timed(() => readPage({ bytes: sample.bytes, url: URL_OF_ALL, kind: sample.kind })),
    );
    sample.loading = Math.min(
      sample.loading,
      timed(() => load(sample.html)),
    );
  }
}
tell('lists', (sample) => sample.kind === 'list');
tell('articles', (sample) => sample.kind === 'article');
tell('all', () => true);
tell(`${LARGE.join(' to ')} bytes`, ({ bytes }) => bytes.length >= LARGE[0] && bytes.length <= LARGE[1]);
console.log('wanted: a median of at most 10 ms for pages of 100 KB; aim 0.6 of cheerio.load');

function samplesIn(folder: string, kind: Sample['kind']): Sample[] {
  const files = readdirSync(PAGES + folder).filter((file) => file.endsWith('.html'));
  return files.map((file) => {
    const bytes = readFileSync(`${PAGES}${folder}/${file}`);
    return { kind, bytes, html: decodePage(bytes, null).text, reading: Number.POSITIVE_INFINITY, loading: Number.POSITIVE_INFINITY };
  });
}

/** Milliseconds of processor time. */
function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function tell(name: string, belongs: (sample: Sample) => boolean): void {
  const chosen = samples.filter(belongs);
  const times = chosen.map(({ reading }) => reading).sort((a, b) => a - b);
  const rate = (of: (sample: Sample) => number) => (1000 * chosen.length) / chosen.reduce((sum, sample) => sum + of(sample), 0);
  const [ours, bare] = [rate(({ reading }) => reading), rate(({ loading }) => loading)];
  const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
  console.log(
    `${name.padEnd(24)} ${String(chosen.length).padStart(4)} pages: reading ${ours.toFixed(0)} pages/s, median ${median.toFixed(2)} ms; ` +
      `cheerio.load ${bare.toFixed(0)} pages/s; ratio ${(ours / bare).toFixed(2)}`,
  );
}
