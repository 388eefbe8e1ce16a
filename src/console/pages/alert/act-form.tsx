import type { HumanAction } from '../../../alerts/alert.ts';
import { DISMISSAL_REASONS, TELLINGS } from '../../../model/alerts.ts';
import type { ConsoleContext } from '../../context.ts';

/** The key that does an act where a script listens. */
export const ACT_KEYS = {
  confirmed: 'c',
  sent: 's',
  told: 't',
  acknowledged: 'a',
  objected: 'b',
  kept: 'm',
  dismissed: 'd',
  closed: 'e',
  reopened: 'r',
} as const satisfies Record<HumanAction, string>;

/** What a key asks about before it is done: it goes to others, or ends the matter. */
const ASKED: readonly HumanAction[] = ['sent', 'dismissed', 'closed'];

/** The fields that an act cannot do without. */
const NEEDS: Partial<Record<HumanAction, string>> = {
  acknowledged: 'why until',
  dismissed: 'why until',
  told: 'whom on',
  objected: 'why',
  kept: 'why',
};

/** The fields of what can be done with alerts, inside a form of theirs: what each act needs stands before its button. */
export function ActFields({ c, acts }: { c: ConsoleContext; acts: readonly HumanAction[] }) {
  const { alerts, head } = c.var.words;
  const asks = (act: HumanAction) => acts.includes(act);
  const plain = acts.filter((act) => act !== 'dismissed');
  const id = (field: string) => `${acts[0]}-${field}`;
  return (
    <div class="acts">
      <div class="field wide">
        <label for={id('why')}>{asks('acknowledged') ? alerts.what : head.why}</label>
        <input id={id('why')} name="why" maxlength={1000} />
      </div>
      {(asks('acknowledged') || asks('dismissed')) && (
        <div class="field">
          <label for={id('until')}>{asks('acknowledged') ? alerts.doneBy : alerts.until}</label>
          <input type="date" id={id('until')} name="until" />
        </div>
      )}
      {asks('told') && (
        <>
          <div class="field">
            <label for={id('whom')}>{alerts.whom}</label>
            <input id={id('whom')} name="whom" maxlength={200} />
          </div>
          <div class="field">
            <label for={id('how')}>{alerts.how}</label>
            <select id={id('how')} name="how">
              {TELLINGS.map((how) => (
                <option value={how}>{alerts.tellings[how]}</option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for={id('on')}>{alerts.toldOn}</label>
            <input type="date" id={id('on')} name="on" />
          </div>
        </>
      )}
      <p>
        {plain.map((act, place) => (
          <Act c={c} act={act} second={place > 0} />
        ))}
      </p>
      {asks('dismissed') && (
        <>
          <div class="field">
            <label for={id('reason')}>{alerts.dismissReason}</label>
            <select id={id('reason')} name="reason">
              {DISMISSAL_REASONS.map((reason) => (
                <option value={reason}>{alerts.dismissals[reason]}</option>
              ))}
            </select>
          </div>
          <p>
            <Act c={c} act="dismissed" second />
          </p>
        </>
      )}
      <p class="says" role="status" data-says data-mark={alerts.markFirst} data-fill={alerts.fillIn} />
    </div>
  );
}

function Act({ c, act, second }: { c: ConsoleContext; act: HumanAction; second: boolean }) {
  const { acts, pressAgain } = c.var.words.alerts;
  const key = ACT_KEYS[act];
  const ask = ASKED.includes(act) ? pressAgain(key, acts[act]) : undefined;
  return (
    <>
      <button type="submit" name="act" value={act} class={second ? 'second' : ''} data-key={key} data-ask={ask} data-needs={NEEDS[act]}>
        {acts[act]} <kbd>{key}</kbd>
      </button>{' '}
    </>
  );
}
