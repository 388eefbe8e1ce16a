import type { EvidencePacket } from '../../../alerts/evidence.ts';
import { nameOf } from '../../../checks/finding.ts';
import { clickPath } from '../../../model/click-path.ts';
import { consoleLink } from '../../../model/console-link.ts';
import type { Language } from '../../../model/sentence.ts';
import type { Names } from '../../../rows/names.ts';
import { External } from '../../view/external.tsx';
import { columnPath, pagePath, unitPath } from '../../view/links.ts';
import { limitWords, sourceWords } from '../../view/rule-words.ts';
import { Screenshot } from '../../view/screenshot.tsx';
import type { Words } from '../../words/words.ts';
import { ChangesView } from './changes-view.tsx';

/** What an alert rests on. */
export function EvidenceView({
  packet,
  names,
  words,
  language,
  publicUrl,
}: {
  packet: EvidencePacket;
  names: Names;
  words: Words;
  language: Language;
  /** Where the console is reached: on paper a path leads nowhere. */
  publicUrl: string;
}) {
  const { alert, rule, measured, lastItem, column, page } = packet;
  return (
    <div class="two">
      <section>
        <h2>{words.alerts.evidence}</h2>
        <dl class="facts">
          {alert.unit !== null && (
            <>
              <dt>{words.head.unit}</dt>
              <dd>
                <a href={unitPath(alert.unit)}>{packet.unit}</a>
              </dd>
            </>
          )}
          {packet.site && (
            <>
              <dt>{words.head.site}</dt>
              <dd>
                {packet.site.name} {packet.site.idCode}
              </dd>
            </>
          )}
          {column && (
            <>
              <dt>{words.head.column}</dt>
              <dd>
                <a href={columnPath(alert.site ?? '', column.id)}>{clickPath(column)}</a>
                <br />
                <External url={column.url} />
              </dd>
            </>
          )}
          <dt>{words.head.rule}</dt>
          <dd>
            {rule ? `${rule.name}（${sourceWords(rule.source)}）` : nameOf(alert.rule)[language]}
            {rule && !rule.verified && <small> {words.column.unverified}</small>}
          </dd>
          {measured && (
            <>
              <dt>{words.head.period}</dt>
              <dd>{limitWords(measured, words)}</dd>
              <dt>{words.head.dueOn}</dt>
              <dd>
                {measured.dueOn ?? words.none} {measured.overdueDays > 0 && `（${words.head.overdueDays} ${measured.overdueDays}）`}
              </dd>
              <dt>{words.head.lastPublished}</dt>
              <dd>
                {measured.lastPublished ?? words.none} {lastItem && <External url={lastItem.url}>{lastItem.title}</External>}
              </dd>
            </>
          )}
          {page && (
            <>
              <dt>{words.evidence.title}</dt>
              <dd>
                <a href={pagePath(page.hash)}>{names.time(page.fetchedAt)}</a>
                <br />
                <small class="hash">SHA-256 {page.hash}</small>
              </dd>
            </>
          )}
          <dt>{words.alerts.link}</dt>
          <dd>
            <code>{consoleLink(packet.link, publicUrl)}</code>
          </dd>
        </dl>
        {page?.screenshot && <Screenshot hash={page.hash} picture={page.screenshot} words={words} />}
      </section>
      <ChangesView packet={packet} names={names} words={words} language={language} />
    </div>
  );
}
