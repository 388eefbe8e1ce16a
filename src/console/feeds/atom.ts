import { permanentLink } from '../../alerts/letter.ts';
import type { Alert, AlertState } from '../../model/alerts.ts';
import { consoleLink } from '../../model/console-link.ts';
import type { Language } from '../../model/sentence.ts';
import { plainXml } from './plain-xml.ts';

/** An alert with when something last happened to it. */
export interface Changed {
  readonly alert: Alert;
  readonly at: Date;
}

interface FeedHead {
  readonly title: string;
  readonly language: Language;
  readonly origin: string;
  readonly self: string;
  readonly updated: Date;
  readonly states: Readonly<Record<AlertState, string>>;
}

/** An Atom feed (RFC 4287) of alerts, each with its state; texts are plain text and never markup. */
export function alertFeed(changed: readonly Changed[], given: FeedHead): string {
  const entries = changed.map(({ alert, at }) => {
    const link = consoleLink(permanentLink(alert), given.origin);
    const summary = plainXml(`${given.states[alert.state]} ${alert.dueOn ?? ''}`.trim());
    return `<entry><id>urn:gongkai:alert:${plainXml(alert.id)}</id><title type="text">${plainXml(alert.message[given.language])}</title><updated>${at.toISOString()}</updated><published>${alert.openedAt.toISOString()}</published><link href="${plainXml(link)}"/><category term="${plainXml(alert.severity)}"/><category term="${alert.state}"/><summary type="text">${summary}</summary></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${plainXml(given.self)}</id><title type="text">${plainXml(given.title)}</title><updated>${given.updated.toISOString()}</updated><author><name>gongkai</name></author><link rel="self" href="${plainXml(given.self)}"/>
${entries.join('\n')}
</feed>
`;
}
