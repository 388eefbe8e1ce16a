import type { EvidencePacket } from '../alerts/evidence.ts';
import type { NoAlerts } from '../alerts/why-none.ts';
import { whyIn } from '../alerts/wording/why.ts';
import { wordings } from '../alerts/wording/wording.ts';
import type { Config } from '../config/load.ts';
import type { Alert, AlertEventKind } from '../model/alerts.ts';
import { formatInstant } from '../model/day.ts';
import { inBoth } from '../model/sentence.ts';
import { leavingText } from '../privacy/leaving.ts';
import { alertFields } from '../rows/alerts.ts';
import { readerOf } from '../rows/field.ts';
import { namesOf } from '../rows/names.ts';
import { toJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { DELIVERY } from './print-deliveries.ts';
import { fieldTable } from './table.ts';

const { states, events, rungs } = wordings.zh;
const RUNG_NAMES = Object.values(rungs);

/** Prints alerts: JSON Lines, or a table for people. `why`: why there may be none at all, as `whyNone` tells it. */
export function printAlerts(alerts: readonly Alert[], config: Config, { json }: CommonOptions, why: NoAlerts | null): void {
  if (json) for (const alert of alerts) print(toJson(alert));
  else if (alerts.length === 0)
    print(
      `${inBoth({ zh: '没有预警', en: 'no alerts' })}${why === null ? '' : `\n${inBoth({ zh: wordings.zh.whyNone(why), en: wordings.en.whyNone(why) })}`}`,
    );
  else {
    const { id, state, severity, unit, dueOn, message } = alertFields;
    const held: typeof state = { ...state, value: (alert, to) => `${state.value(alert, to)}${alert.held ? '（暂缓）' : ''}` };
    const fields = [id, held, severity, { ...unit, least: 8 }, dueOn, { ...message, least: 30 }];
    print(fieldTable(fields, alerts, readerOf(config, 'zh')));
  }
}

/** Prints an alert's evidence packet. */
export function printEvidence(packet: EvidencePacket, config: Config, { json }: CommonOptions): void {
  print(json ? toJson(packet) : describeEvidence(packet, config));
}

function describeEvidence(packet: EvidencePacket, config: Config): string {
  const names = namesOf(config, 'zh');
  const { alert, rule, measured, lastItem, page, changes, history, deliveries, waiting } = packet;
  const at = (instant: Date) => formatInstant(config.estate.timezone, instant);
  const lines = [
    leavingText(alert.message.zh),
    `状态 state      ${states[alert.state]}${alert.level > 0 ? `，已升级到${RUNG_NAMES[alert.level]}` : ''}${alert.dueOn ? `，期限 ${names.lastDay(alert.dueOn)}` : ''}`,
    `单位 unit       ${packet.unit ?? '—'}`,
    `栏目 column     ${packet.column ? `${packet.column.path.map(leavingText).join(' > ')} ${leavingText(packet.column.url)}` : (packet.site?.name ?? '—')}`,
    `依据 rule       ${rule ? `${rule.source.issuer} ${rule.source.document} ${rule.source.article}${rule.verified ? '' : '（待核对原文）'}` : alert.rule}`,
    `期限 due        ${measured?.dueOn ?? '—'}${measured?.period ? `（${measured.period}）` : ''}`,
    `最后一条 last   ${lastItem ? `${lastItem.day ?? '—'}《${leavingText(lastItem.title)}》 ${leavingText(lastItem.url ?? '')}` : '—'}`,
    `列表页 page     ${page ? `${leavingText(page.url)} ${at(page.fetchedAt)} sha256:${page.hash}` : '—'}`,
    `此后 since      读取 ${changes.readings.length} 次，新增 ${changes.items.length} 条`,
    ...changes.items.map(({ day, title }) => `                ${day ?? '—'}《${leavingText(title)}》`),
    ...history.map((entry) => `${at(entry.at)}  ${events[entry.event]}  ${leavingText(entry.by)}  ${leavingText(whyIn('zh', entry))}`),
    ...deliveries.map(
      (one) => `${at(one.createdAt)}  ${one.channel} ${one.address ?? ''} ${DELIVERY[one.state]} ${one.detail ? inBoth(one.detail) : ''}`,
    ),
    ...waiting.map((one) => `${at(one.notBefore)}  ${one.channel} ${one.address ?? ''} ${inBoth({ zh: '待发', en: 'to be sent' })}`),
  ];
  return lines.join('\n');
}

/** Says what an act did, and whether anybody will hear of it. */
export function printActed({ alert, told }: { alert: Alert; told: number }, event: AlertEventKind, { json }: CommonOptions): void {
  const heard =
    told > 0 ? `，将通知 ${told} 个地址` : event === 'sent' ? '，但配置里没有这个单位的联系人，请另行告知（alerts.contacts）' : '';
  print(json ? toJson({ alert, told }) : `${alert.id} ${events[event]}：${states[alert.state]}${heard}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
