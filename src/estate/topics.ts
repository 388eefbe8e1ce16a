import { entriesOf, withEntry } from '../config/edit-estate.ts';
import { clickPath } from '../model/click-path.ts';
import type { Clock } from '../model/clock.ts';
import { type Day, dayIn } from '../model/day.ts';
import type { Column, Estate, Topic } from '../model/estate.ts';
import { inBoth, type Sentence } from '../model/sentence.ts';
import { ToldError } from '../model/told-error.ts';
import { awaitsArchiving } from '../timeliness/column-on.ts';
import type { LiveEstate } from './live.ts';

/** How a topic (专题) stands on a day: it has not begun, is on, is over and nobody archived it, was archived. */
export const TOPIC_STATES = ['ahead', 'on', 'over', 'archived'] as const;
export type TopicState = (typeof TOPIC_STATES)[number];

export const topicStateWords: Readonly<Record<TopicState, Sentence>> = {
  ahead: { zh: '未开始', en: 'not begun' },
  on: { zh: '进行中', en: 'under way' },
  over: { zh: '已结束，未归档', en: 'over, not archived' },
  archived: { zh: '已归档', en: 'archived' },
};

/** A column that is a topic, with its days. */
export interface TopicRow extends Topic {
  readonly site: string;
  readonly column: string;
  readonly name: string;
  readonly unit: string;
  readonly state: TopicState;
}

/** The topics of an estate as they stand on a day, those that wait to be archived first. */
export function topicsOf({ sites }: Pick<Estate, 'sites'>, today: Day): TopicRow[] {
  const rows = sites.flatMap((site) => (site.columns ?? []).flatMap((column) => topicOf(column, today) ?? []));
  return [...rows.filter(({ state }) => state === 'over'), ...rows.filter(({ state }) => state !== 'over')];
}

/** A column as the topic that it is; null where it is none. */
export function topicOf(column: Column, today: Day): TopicRow | null {
  const { site, id, unit, topic } = column;
  if (topic === undefined) return null;
  return { site, column: id, name: clickPath(column), unit, ...topic, state: stateOf(column, topic, today) };
}

function stateOf(column: Column, { from, archivedOn }: Topic, today: Day): TopicState {
  if (awaitsArchiving(column, today)) return 'over';
  if (archivedOn !== null && archivedOn <= today) return 'archived';
  return from !== null && from > today ? 'ahead' : 'on';
}

interface TopicOffice {
  readonly config: { readonly estate: Pick<Estate, 'sites' | 'timezone'> };
  readonly change: LiveEstate['change'];
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Writes down on which day a person archived a topic, or takes that back (null), as the next revision of what is watched. Nothing is expected of it from
 * that day on; what it listed stays.
 * @throws {ToldError} `topic` where the column is none or the day is not possible, {ConfigError} as {@link LiveEstate.change} does
 */
export async function archiveTopic(
  { config: { estate }, change, clock }: TopicOffice,
  { site, column: id }: { readonly site: string; readonly column: string },
  archivedOn: Day | null,
  by: string,
): Promise<TopicRow> {
  const today = dayIn(estate.timezone, clock.now());
  const known = columnOf(estate, site, id);
  const name = known ? clickPath(known) : `${site}/${id}`;
  const topic = known?.topic;
  if (topic === undefined) {
    throw refused(
      `“${name}”不是有起止的专题。请先在监测范围里填写专题开始、专题结束。`,
      `"${name}" is no topic with a begin and an end. Enter when it begins and ends first, among what is watched.`,
    );
  }
  if (archivedOn !== null && archivedOn > today)
    throw refused(`${archivedOn} 还没有到，归档之后再填写。`, `${archivedOn} is yet to come; enter it when the topic was archived.`);
  if (archivedOn !== null && topic.from !== null && archivedOn < topic.from)
    throw refused(`专题自 ${topic.from} 开始，归档不能早于这一天。`, `The topic begins on ${topic.from} and is not archived before.`);
  const why =
    archivedOn === null
      ? { zh: `撤销归档：专题“${name}”`, en: `no longer archived: topic "${name}"` }
      : { zh: `专题“${name}”已于 ${archivedOn} 归档`, en: `topic "${name}" archived on ${archivedOn}` };
  const after = await change((text) => withArchived(text, site, id, archivedOn), { by, why: inBoth(why) });
  return topicOf(columnOf(after.estate, site, id)!, today)!;
}

function columnOf({ sites }: Pick<Estate, 'sites'>, site: string, id: string): Column | null {
  return sites.find((one) => one.id === site)?.columns?.find((column) => column.id === id) ?? null;
}

function withArchived(text: string, site: string, id: string, archivedOn: Day | null): string {
  const at = entriesOf(text, ['sites']).findIndex((entry) => String(entry.id) === site);
  const list = ['sites', at, 'columns'];
  const index = entriesOf(text, list).findIndex((entry) => String(entry.id) === id);
  return index < 0 ? text : withEntry(text, list, index, { archivedOn });
}

function refused(zh: string, en: string): ToldError {
  return new ToldError({ zh, en }, { code: 'topic', side: 'configuration' });
}
