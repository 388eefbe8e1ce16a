import { SingleBar } from 'cli-progress';
import type { RunEvent } from '../../jobs/run/inline-driver.ts';
import { outcomeFacts } from '../model/outcome.ts';
import { plainText } from '../model/plain-text.ts';
import { inBoth } from '../model/sentence.ts';
import type { CommonOptions } from './options.ts';

/** Tells of a run on standard error: a bar on a terminal, a line a site elsewhere, every column with `--verbose`. */
export interface Progress {
  show(event: RunEvent): void;
  /** A line between. */
  say(line: string): void;
  stop(): void;
}

export function openProgress(options: Pick<CommonOptions, 'quiet' | 'verbose'>): Progress {
  if (options.quiet) return { show: () => undefined, say: () => undefined, stop: () => undefined };
  return process.stderr.isTTY && !options.verbose ? bar() : lines(options.verbose === true);
}

/** Columns are the unit of the bar: their number is known from the start, or once they were found, so the estimate is honest. */
function bar(): Progress {
  const drawn = new SingleBar({
    format: '读取 {bar} {value}/{total} 栏目 · {pages} 页 · 已用 {duration_formatted} · 约剩 {eta_formatted}',
    barsize: 24,
    hideCursor: true,
    stream: process.stderr,
    etaBuffer: 50,
  });
  let pages = 0;
  let started = false;
  return {
    show(event) {
      if (event.kind === 'planned') {
        if (started) drawn.setTotal(event.columns);
        else drawn.start(event.columns, 0, { pages });
        started = true;
      } else if (event.kind === 'column') drawn.increment(1, { pages });
      else if (event.kind === 'item' || event.kind === 'list-page') drawn.update({ pages: ++pages });
    },
    // The bar is drawn again below it.
    say: (line) => process.stderr.write(`\r\u001b[K${plainText(line)}\n`),
    stop: () => started && drawn.stop(),
  };
}

function lines(verbose: boolean): Progress {
  const say = (line: string) => process.stderr.write(`${plainText(line)}\n`);
  return {
    show(event) {
      if (event.kind === 'planned' && event.columns > 0)
        say(inBoth({ zh: `计划读取 ${event.columns} 个栏目`, en: `${event.columns} columns planned` }));
      else if (event.kind === 'site')
        say(`${event.record.site}: ${event.record.status}${event.record.reason ? ` — ${inBoth(event.record.reason)}` : ''}`);
      else if (event.kind === 'column' && (verbose || event.crawled.reason !== null)) {
        const facts = outcomeFacts(event.crawled.outcome);
        say(`  ${event.column.site}/${event.column.id} ${event.column.name}: ${inBoth(event.crawled.detail ?? facts)}`);
      }
    },
    say,
    stop: () => undefined,
  };
}
