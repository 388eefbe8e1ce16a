import type { EvidencePacket } from '../../../alerts/evidence.ts';
import { outcomeFacts } from '../../../model/outcome.ts';
import { External } from '../../view/external.tsx';
import { findingWords } from '../../view/finding-rule.tsx';
import { columnPath, pagePath, unitPath } from '../../view/links.ts';
import { clickPath, type Names } from '../../view/names.ts';
import { limitWords, sourceWords } from '../../view/rule-words.ts';
import { Screenshot } from '../../view/screenshot.tsx';
import type { Language, Words } from '../../words/words.ts';

const CHANGES = 10;

/** What an alert rests on. */
export function EvidenceView({
  packet,
  names,
  words,
  language,
}: {
  packet: EvidencePacket;
  names: Names;
  words: Words;
  language: Language;
}) {
  const { alert, rule, measured, lastItem, column, page, changes } = packet;
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
            {rule ? `${rule.name}（${sourceWords(rule.source)}）` : findingWords(alert.rule, words)}
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
                <code>{page.hash}</code>
              </dd>
            </>
          )}
          <dt>{words.alerts.link}</dt>
          <dd>
            <code>{packet.link}</code>
          </dd>
        </dl>
        {page?.screenshot && <Screenshot hash={page.hash} picture={page.screenshot} words={words} />}
      </section>
      <section>
        <h2>{words.alerts.since}</h2>
        {changes.items.length === 0 && <p class="empty">{words.alerts.nothingNew}</p>}
        <ul class="plain">
          {changes.items.slice(0, CHANGES).map((item) => (
            <li>
              {item.day} <External url={item.url}>{item.title}</External>
            </li>
          ))}
        </ul>
        <ul class="plain">
          {changes.readings.slice(0, 3).map((reading) => (
            <li>
              {names.time(reading.at)} {outcomeFacts(reading.outcome)[language]}
            </li>
          ))}
        </ul>
        {alert.answer && (
          <dl class="facts">
            <dt>{words.alerts.answered}</dt>
            <dd>
              {alert.answer.what}（{alert.answer.by}，{names.time(alert.answer.at)}）
            </dd>
            <dt>{words.alerts.until}</dt>
            <dd>{alert.answer.until}</dd>
          </dl>
        )}
        {alert.dismissal && (
          <p>
            {words.alerts.dismissals[alert.dismissal.reason]}：{alert.dismissal.why}（{alert.dismissal.by}，{words.alerts.until}{' '}
            {alert.dismissal.until}）
          </p>
        )}
      </section>
    </div>
  );
}
