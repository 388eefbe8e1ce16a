import { permanentLink } from '../../alerts/letter.ts';
import type { Alert } from '../../model/alerts.ts';
import { plainXml } from './plain-xml.ts';

/** An Atom feed (RFC 4287) of alerts; texts are plain text and never markup. */
export function alertFeed(
  alerts: readonly Alert[],
  given: { readonly title: string; readonly origin: string; readonly self: string; readonly updated: Date },
): string {
  const entries = alerts.map((alert) => {
    const link = new URL(permanentLink(alert), given.origin).href;
    const updated = latest(alert).toISOString();
    return `<entry><id>urn:gongkai:alert:${plainXml(alert.id)}</id><title type="text">${plainXml(alert.message)}</title><updated>${updated}</updated><published>${alert.openedAt.toISOString()}</published><link href="${plainXml(link)}"/><category term="${plainXml(alert.severity)}"/><summary type="text">${plainXml(`${alert.state} ${alert.dueOn ?? ''}`.trim())}</summary></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${plainXml(given.self)}</id><title type="text">${plainXml(given.title)}</title><updated>${given.updated.toISOString()}</updated><author><name>gongkai</name></author><link rel="self" href="${plainXml(given.self)}"/>
${entries.join('\n')}
</feed>
`;
}

function latest({ lastSeen, sentAt, closedAt, rectifiedAt, openedAt }: Alert): Date {
  const times = [lastSeen, sentAt, closedAt, rectifiedAt, openedAt].flatMap((at) => at?.getTime() ?? []);
  return new Date(Math.max(...times));
}
