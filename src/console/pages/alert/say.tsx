import type { Alert } from '../../../model/alerts.ts';
import { isTheirs } from '../../acts.ts';
import { type ConsoleContext, visitorOf } from '../../context.ts';
import type { ConsoleServices } from '../../services.ts';
import { FormToken } from '../../view/layout.tsx';
import { columnPath } from '../../view/links.ts';
import { ENDINGS } from '../alert-files.ts';
import { AssignButton, Assignee } from './assignee.tsx';

/** What can be said of an alert without moving it: a message to the unit, a remark for colleagues, who sees to it. */
export function Say({ c, services, alert }: { c: ConsoleContext; services: ConsoleServices; alert: Alert }) {
  const { alerts } = c.var.words;
  const visitor = visitorOf(c);
  const isOffice = isTheirs(visitor, 'remarked');
  return (
    <div class="two">
      <form class="card" method="post" action="/alerts" enctype="multipart/form-data">
        <FormToken c={c} />
        <input type="hidden" name="alert" value={alert.id} />
        <h2>{isOffice ? alerts.say : alerts.acts.commented}</h2>
        <label>
          <span>{alerts.text}</span>
          <textarea name="why" rows={3} maxlength={1000} required />
        </label>
        <Files c={c} of="commented" />
        <p>
          <button type="submit" name="act" value="commented">
            {alerts.acts.commented}
          </button>{' '}
          {isOffice && (
            <button type="submit" name="act" value="remarked" class="second">
              {alerts.acts.remarked}
            </button>
          )}
        </p>
      </form>
      {isOffice && (
        <div class="stack">
          <form class="card" method="post" action="/alerts">
            <FormToken c={c} />
            <input type="hidden" name="alert" value={alert.id} />
            <h2>{alerts.assignee}</h2>
            <Assignee c={c} services={services} present={alert.assignee} />
            <AssignButton c={c} />
          </form>
          {services.askForAudit && alert.site !== null && alert.column !== null && (
            <form class="card" method="post" action={`${columnPath(alert.site, alert.column)}/audit`}>
              <FormToken c={c} />
              <p>{alerts.readAgainHelp}</p>
              <button type="submit" class="second">
                {alerts.readAgain}
              </button>
            </form>
          )}
        </div>
      )}
    </div>
  );
}

/** Where files are put to what is said. */
export function Files({ c, of }: { c: ConsoleContext; of: string }) {
  return (
    <div class="field wide">
      <label for={`${of}-files`}>{c.var.words.alerts.files}</label>
      <input type="file" id={`${of}-files`} name="files" multiple accept={ENDINGS.map((ending) => `.${ending}`).join(',')} />
    </div>
  );
}
