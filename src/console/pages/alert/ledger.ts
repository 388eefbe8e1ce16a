import { permanentLink } from '../../../alerts/letter.ts';
import { nameOf } from '../../../checks/finding.ts';
import { columnKey } from '../../../counting/count.ts';
import { type Alert, RUNGS } from '../../../model/alerts.ts';
import { clickPath } from '../../../model/click-path.ts';
import type { Language } from '../../../model/sentence.ts';
import type { Names } from '../../../rows/names.ts';
import type { Judgement } from '../../judgement.ts';
import type { ConsoleServices } from '../../services.ts';
import type { TableColumn } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/**
 * What a file of alerts holds beyond the page, so that it is the office's ledger of problems (工作台账): from the site's code
 * (网站标识码) and the click path to what the unit did and when a crawl saw it mended. The annex of a circular has the same columns.
 */
export function ledgerColumns(
  { result }: Judgement,
  { config, publicUrl }: ConsoleServices,
  names: Names,
  { words, language }: { readonly words: Words; readonly language: Language },
): TableColumn<Alert>[] {
  const { head, alerts } = words;
  const codes = new Map(config.estate.sites.map(({ id, idCode }) => [id, idCode]));
  const paths = new Map(result.columns.map((column) => [columnKey(column.site, column.id), clickPath(column)]));
  const filed = (heading: string, value: TableColumn<Alert>['value']) => ({ head: heading, value, filed: true });
  return [
    filed(head.site, ({ site }) => (site === null ? null : names.site(site))),
    filed(head.idCode, ({ site }) => (site === null ? null : (codes.get(site) ?? null))),
    filed(alerts.path, ({ site, column }) => (site === null || column === null ? null : (paths.get(columnKey(site, column)) ?? column))),
    filed(head.url, ({ url }) => url),
    filed(alerts.type, ({ rule }) => nameOf(rule)[language]),
    filed(head.lastPublished, ({ measured }) => measured?.lastPublished ?? null),
    filed(head.overdueDays, ({ measured }) => measured?.overdueDays || null),
    filed(alerts.sentAt, ({ sentAt }) => sentAt && names.time(sentAt)),
    filed(alerts.rung, ({ sentAt, level }) => sentAt && alerts.rungs[RUNGS[level]!]),
    filed(alerts.what, ({ answer }) => answer?.what ?? null),
    filed(alerts.doneBy, ({ answer }) => answer?.until ?? null),
    filed(alerts.rectifiedAt, ({ rectifiedAt }) => rectifiedAt && names.time(rectifiedAt)),
    filed(alerts.closedAt, ({ closedAt }) => closedAt && names.time(closedAt)),
    filed(alerts.dismissReason, ({ dismissal }) => dismissal && `${alerts.dismissals[dismissal.reason]}：${dismissal.why}`),
    filed(alerts.reopened, ({ reopened }) => reopened || null),
    filed(alerts.link, (alert) => new URL(permanentLink(alert), publicUrl).href),
  ];
}
