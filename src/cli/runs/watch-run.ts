import { SingleBar } from 'cli-progress';
import type { Workshop } from '../../../jobs/workshop.ts';
import type { RunRecord } from '../../model/records.ts';
import { EXIT, Failure } from '../failure.ts';
import { toJson } from '../json.ts';
import type { CommonOptions } from '../options.ts';
import { withWorkshop } from '../workshop.ts';
import { findRun, OVER, RUN_STATES } from './find-run.ts';

const LOOK_MS = 1_000;

/** Shows a run's progress until it is over. The exit status tells whether it failed. */
export function watchRun(options: CommonOptions, name: string): Promise<void> {
  return withWorkshop(options, async (workshop) => {
    const run = await findRun(workshop.store, name);
    if (!OVER.includes(run.state) && !process.env.DATABASE_URL)
      throw new Failure({
        zh: `运行 ${run.id.slice(0, 8)} 还没有结束，但现在没有进程在处理；运行 gongkai serve 就会继续`,
        en: 'it is not over, but nobody is at work on it; gongkai serve takes it up',
      });
    const ended = await follow(workshop, run.id, options);
    if (options.json) process.stdout.write(`${toJson({ schema: 'gongkai.run/1', run: ended })}\n`);
    if (ended.state === 'failed') process.exitCode = EXIT.failed;
  });
}

/** Follows a run until it is over and tells of it on standard error: a bar on a terminal, a line for each change elsewhere. */
export async function follow(
  { store, clock }: Pick<Workshop, 'store' | 'clock'>,
  id: string,
  options: Pick<CommonOptions, 'quiet'>,
): Promise<RunRecord> {
  const progress = options.quiet ? silent : process.stderr.isTTY ? bar() : lines();
  try {
    for (;;) {
      const [run, targets] = await Promise.all([store.runs.get(id), store.runs.targets(id)]);
      if (run === null) throw new Error(`no run ${id}`);
      progress.show(run, targets.filter(({ outcome }) => outcome !== null).length, targets.length);
      if (OVER.includes(run.state) && run.finishedAt !== null) return run;
      await clock.sleep(LOOK_MS);
    }
  } finally {
    progress.stop();
  }
}

interface Follower {
  show(run: RunRecord, recorded: number, planned: number): void;
  stop(): void;
}

const silent: Follower = { show: () => undefined, stop: () => undefined };

function bar(): Follower {
  const drawn = new SingleBar({
    format: '{state} {bar} {value}/{total} 栏目 · 已用 {duration_formatted} · 约剩 {eta_formatted}',
    barsize: 24,
    hideCursor: true,
    stream: process.stderr,
    etaBuffer: 50,
  });
  let started = false;
  return {
    show(run, recorded, planned) {
      if (!started) drawn.start(planned, recorded, { state: '' });
      started = true;
      drawn.setTotal(planned);
      drawn.update(recorded, { state: RUN_STATES[run.state] });
    },
    stop: () => started && drawn.stop(),
  };
}

function lines(): Follower {
  let last = '';
  return {
    show(run, recorded, planned) {
      const line = `${run.id.slice(0, 8)} ${RUN_STATES[run.state]} ${recorded}/${planned}`;
      if (line !== last) process.stderr.write(`${line}\n`);
      last = line;
    },
    stop: () => undefined,
  };
}
