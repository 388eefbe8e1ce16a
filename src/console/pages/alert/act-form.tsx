import { DISMISSAL_REASONS } from '../../../model/alerts.ts';
import type { ConsoleContext } from '../../context.ts';
import type { PersonsAct } from './acts.ts';

/** The fields of what can be done with alerts, inside a form of theirs. */
export function ActFields({ c, acts }: { c: ConsoleContext; acts: readonly PersonsAct[] }) {
  const { alerts, head } = c.var.words;
  const asks = (act: PersonsAct) => acts.includes(act);
  return (
    <div class="acts">
      {(asks('acknowledged') || asks('dismissed')) && (
        <div class="field">
          <label for="act-until">{alerts.until}</label>
          <input type="date" id="act-until" name="until" />
        </div>
      )}
      {asks('dismissed') && (
        <div class="field">
          <label for="act-reason">{alerts.dismissReason}</label>
          <select id="act-reason" name="reason">
            {DISMISSAL_REASONS.map((reason) => (
              <option value={reason}>{alerts.dismissals[reason]}</option>
            ))}
          </select>
        </div>
      )}
      <div class="field wide">
        <label for="act-why">{asks('acknowledged') ? alerts.what : head.why}</label>
        <input id="act-why" name="why" maxlength={1000} />
      </div>
      <p>
        {acts.map((act, place) => (
          <>
            <button type="submit" name="act" value={act} class={place === 0 ? '' : 'second'}>
              {alerts.acts[act]}
            </button>{' '}
          </>
        ))}
      </p>
    </div>
  );
}
