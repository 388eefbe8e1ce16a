import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

/** Due times that are listed. */
const LISTED = 5;

export function registerSchedule(program: Command): void {
  addCommonOptions(program.command('schedule'))
    .description(inBoth({ zh: '列出接下来五次定时任务', en: 'the next five due times' }))
    .action(async (_options, command: Command) => run(command.optsWithGlobals<CommonOptions>()));
}

async function run(options: CommonOptions): Promise<void> {
  const [{ loadConfig }, { nextDues }, { describeDue }, { systemClock }, { formatInstant }] = await Promise.all([
    import('../../config/load.ts'),
    import('../../../jobs/schedule/due.ts'),
    import('../describe-due.ts'),
    import('../../model/clock.ts'),
    import('../../model/day.ts'),
  ]);
  const { schedule, calendar, estate } = loadConfig(options.config, { quarantine: true });
  const zone = estate.timezone;
  const now = systemClock.now();
  const dues = nextDues({ schedule, zone, calendar }, now, LISTED);
  if (options.json) {
    const listed = dues.map((due) => ({
      schedule: due.schedule,
      dueAt: formatInstant(zone, due.dueAt),
      deadline: due.deadline && formatInstant(zone, due.deadline),
      words: inBoth(describeDue(due, zone, now)),
    }));
    process.stdout.write(`${JSON.stringify({ schema: 'gongkai.schedule/1', timezone: zone, due: listed })}\n`);
    return;
  }
  const lines =
    dues.length > 0 ? dues.map((due) => inBoth(describeDue(due, zone, now))) : [inBoth({ zh: '没有定时任务', en: 'nothing is scheduled' })];
  process.stdout.write(`${lines.join('\n')}\n`);
}
