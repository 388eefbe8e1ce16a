import { type ConsoleContext, visitorOf } from '../../context.ts';
import type { ConsoleServices } from '../../services.ts';
import { FormToken } from '../../view/layout.tsx';

/** Takes back what the visitor did last, as long as that can be: of one alert, or of all that were marked. */
export async function UndoButton({ c, services, alert }: { c: ConsoleContext; services: ConsoleServices; alert?: string }) {
  const undoable = await services.store.alerts.undoable(visitorOf(c).email, services.clock.now(), alert);
  if (undoable.length === 0) return null;
  const { alerts } = c.var.words;
  return (
    <form class="inline" method="post" action="/alerts/undo" data-gone-after="10">
      <FormToken c={c} />
      {alert !== undefined && <input type="hidden" name="alert" value={alert} />}
      <button type="submit" class="second">
        {alerts.undo(undoable.length)}
      </button>
    </form>
  );
}
