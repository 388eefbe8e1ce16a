import { userInfo } from 'node:os';
import { openLiveEstate } from '../estate/live.ts';
import { archiveTopic, type TopicRow, topicStateWords, topicsOf } from '../estate/topics.ts';
import { dayIn } from '../model/day.ts';
import { inBoth } from '../model/sentence.ts';
import { readDayOption } from './as-of.ts';
import type { CommonOptions } from './options.ts';
import { formatTable, terminalWidth } from './table.ts';
import { withWorkshop } from './workshop.ts';

export interface ArchiveOptions extends CommonOptions {
  readonly on?: string;
  readonly undo?: true;
}

/** Lists the topics, those that wait to be archived first. */
export async function listTopics(options: CommonOptions): Promise<void> {
  await withWorkshop(options, async ({ config: { estate }, clock }) => {
    print(topicsOf(estate, dayIn(estate.timezone, clock.now())), options);
  });
}

/** Writes down that a topic was archived, or takes that back. `place`: `site/column`. */
export async function archive(place: string, { on, undo, ...options }: ArchiveOptions): Promise<void> {
  if (on !== undefined) readDayOption('--on', on);
  const [site = '', column = ''] = place.split('/');
  await withWorkshop(options, async ({ config, store, clock }, _, folder) => {
    const { change } = openLiveEstate({ config, folder, store, clock });
    const archivedOn = undo ? null : (on ?? dayIn(config.estate.timezone, clock.now()));
    print([await archiveTopic({ config, change, clock }, { site, column }, archivedOn, userInfo().username)], options);
  });
}

function print(topics: readonly TopicRow[], { json }: CommonOptions): void {
  if (json) process.stdout.write(`${JSON.stringify({ schema: 'gongkai.topics/1', topics })}\n`);
  else if (topics.length === 0) {
    const none = { zh: '没有写明起止的专题（栏目的 topicFrom、topicUntil）', en: 'no column has topicFrom or topicUntil' };
    process.stdout.write(`${inBoth(none)}\n`);
  } else {
    const heads = [
      ...[{ head: '栏目', least: 8 }, { head: '专题', least: 8 }, { head: '单位' }],
      ...['专题开始', '专题结束', '专题归档日期', '状态'].map((head) => ({ head })),
    ];
    const rows = topics.map(({ site, column, name, unit, from, until, archivedOn, state }) => [
      ...[`${site}/${column}`, name, unit, from, until, archivedOn, topicStateWords[state].zh],
    ]);
    process.stdout.write(`${formatTable(heads, rows, terminalWidth())}\n`);
  }
}
