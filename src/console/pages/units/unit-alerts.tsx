import { countAlerts } from '../../alerts-query.ts';
import type { ConsoleContext } from '../../context.ts';
import type { ConsoleServices } from '../../services.ts';
import { Count } from '../../view/count.tsx';
import { alertsPath } from '../../view/links.ts';
import { Took } from './response-columns.tsx';

/** What a unit still has to do about its alerts, and how long it usually takes. */
export async function UnitAlerts({ c, services, unit }: { c: ConsoleContext; services: ConsoleServices; unit: string }) {
  const { words } = c.var;
  const [unsettled, late, responses] = await Promise.all([
    countAlerts(c, services, { unit }),
    countAlerts(c, services, { unit, late: 'yes' }),
    services.responses(),
  ]);
  return (
    <section>
      <h2>{words.nav.alerts}</h2>
      <dl class="facts">
        <dt>{words.alerts.unsettled}</dt>
        <dd>
          <Count of={unsettled} list={alertsPath({ unit })} />
        </dd>
        <dt>{words.alerts.late}</dt>
        <dd>
          <Count of={late} list={alertsPath({ unit, late: 'yes' })} />
        </dd>
        {(['answered', 'rectified'] as const).map((reached) => (
          <>
            <dt>{words.units.daysUntil[reached]}</dt>
            <dd>
              <Took responses={responses} unit={unit} reached={reached} words={words} />
            </dd>
          </>
        ))}
      </dl>
      <p class="hint after">{words.units.timesHelp}</p>
    </section>
  );
}
