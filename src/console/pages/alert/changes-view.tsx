import type { EvidencePacket } from '../../../alerts/evidence.ts';
import { outcomeFacts } from '../../../model/outcome.ts';
import type { Language } from '../../../model/sentence.ts';
import type { Names } from '../../../rows/names.ts';
import { External } from '../../view/external.tsx';
import { pagePath } from '../../view/links.ts';
import type { Words } from '../../words/words.ts';

const ITEMS = 10;
const READINGS = 3;

/** What has been seen and said since an alert was opened. */
export function ChangesView({
  packet: { alert, changes },
  names,
  words,
  language,
}: {
  packet: EvidencePacket;
  names: Names;
  words: Words;
  language: Language;
}) {
  const { alerts } = words;
  return (
    <section>
      <h2>{alerts.since}</h2>
      {alert.rectifiedAt && (
        <p class="done">
          {alerts.rectifiedAt} {names.time(alert.rectifiedAt)}
        </p>
      )}
      {changes.items.length === 0 && <p class="empty">{alerts.nothingNew}</p>}
      <ul class="plain">
        {changes.items.slice(0, ITEMS).map((item) => (
          <li>
            {item.day} <External url={item.url}>{item.title}</External>
          </li>
        ))}
      </ul>
      <ul class="plain">
        {changes.readings.slice(0, READINGS).map(({ at, outcome, evidence }) => (
          <li>
            {names.time(at)} {outcomeFacts(outcome)[language]}{' '}
            {evidence !== null && <a href={pagePath(evidence)}>{words.evidence.title}</a>}
          </li>
        ))}
      </ul>
      {changes.readings.length > 0 && changes.pageChanged === false && <p>{alerts.samePage}</p>}
      {alert.answer && (
        <dl class="facts">
          <dt>{alerts.answered}</dt>
          <dd>
            {alert.answer.what}（{alert.answer.by}，{names.time(alert.answer.at)}）
          </dd>
          <dt>{alerts.doneBy}</dt>
          <dd>
            {alert.answer.until}
            {alert.dueOn !== null && alert.answer.until > alert.dueOn && <strong> {alerts.afterDue(alert.dueOn)}</strong>}
          </dd>
        </dl>
      )}
      {alert.dismissal && (
        <p>
          {alerts.dismissals[alert.dismissal.reason]}：{alert.dismissal.why}（{alert.dismissal.by}，{alerts.until} {alert.dismissal.until}）
        </p>
      )}
    </section>
  );
}
