import type { DeliveryRound } from '../../jobs/alerts/deliver.ts';
import { mailText } from '../alerts/render.ts';
import type { Config } from '../config/load.ts';
import type { Delivery, DeliveryAttempt } from '../model/alerts.ts';
import { dayIn, formatInstant } from '../model/day.ts';
import { plainText } from '../model/plain-text.ts';
import { inBoth } from '../model/sentence.ts';
import { toJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { formatTable, terminalWidth } from './table.ts';

export const DELIVERY: Record<Delivery['state'], string> = {
  waiting: inBoth({ zh: '待发', en: 'waiting' }),
  sent: inBoth({ zh: '已发', en: 'sent' }),
  dead: inBoth({ zh: '已放弃', en: 'given up' }),
  withdrawn: inBoth({ zh: '已撤回', en: 'withdrawn' }),
};
const OUTCOME = {
  sent: inBoth({ zh: '已发', en: 'sent' }),
  failed: inBoth({ zh: '失败', en: 'failed' }),
  refused: inBoth({ zh: '被拒收', en: 'refused' }),
  withdrawn: inBoth({ zh: '已撤回', en: 'withdrawn' }),
  unknown: inBoth({ zh: '没有结果', en: 'nobody knows' }),
};

/** Prints deliveries: JSON Lines, or a table for people. */
export function printDeliveries(deliveries: readonly Delivery[], { estate }: Config, { json }: CommonOptions): void {
  if (json) for (const delivery of deliveries) print(toJson(delivery));
  else if (deliveries.length === 0) print(inBoth({ zh: '没有通知', en: 'no deliveries' }));
  else {
    const columns = [
      { head: '编号' },
      { head: '日期' },
      { head: '渠道' },
      { head: '收件' },
      { head: '状态' },
      { head: '次数' },
      { head: '主题', least: 20 },
      { head: '说明', least: 10 },
    ];
    const rows = deliveries.map(({ id, createdAt, channel, address, state, attempts, letter, detail }) => [
      id,
      dayIn(estate.timezone, createdAt),
      channel,
      address,
      DELIVERY[state],
      attempts,
      letter.subject,
      detail && inBoth(detail),
    ]);
    print(formatTable(columns, rows, terminalWidth()));
  }
}

/** Prints one delivery: what it says, and every try to send it. */
export function printDelivery(
  delivery: Delivery,
  attempts: readonly DeliveryAttempt[],
  { estate, alerts }: Config,
  { json }: CommonOptions,
): void {
  if (json) {
    print(toJson({ ...delivery, tries: attempts }));
    return;
  }
  const at = (instant: Date) => formatInstant(estate.timezone, instant);
  const lines = [
    plainText(delivery.letter.subject),
    `${delivery.channel} ${delivery.address ?? ''} ${DELIVERY[delivery.state]}`,
    ...attempts.map(
      ({ number, startedAt, outcome, detail }) =>
        `${number}. ${at(startedAt)} ${OUTCOME[outcome ?? 'unknown']} ${plainText(detail ? inBoth(detail) : '')}`,
    ),
    '',
    mailText(delivery.letter, alerts.consoleUrl ?? null),
  ];
  print(lines.join('\n'));
}

/** Says what came of a round of deliveries. */
export function printRound(round: DeliveryRound, { json }: CommonOptions): void {
  if (json) print(toJson(round));
  else
    print(
      inBoth({
        zh: `新成 ${round.composed} 份，发出 ${round.sent} 份，失败待重试 ${round.failed} 份，放弃 ${round.dead} 份`,
        en: `sent ${round.sent}`,
      }),
    );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
