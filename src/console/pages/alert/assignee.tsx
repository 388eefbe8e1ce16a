import type { ConsoleContext } from '../../context.ts';
import { colleagues } from '../../people/colleagues.ts';
import type { ConsoleServices } from '../../services.ts';

interface Given {
  readonly c: ConsoleContext;
  readonly services: ConsoleServices;
  /** E-mail of who sees to it now. */
  readonly present?: string | null;
}

/** Who sees to an alert from now on, or to all that are marked. */
export async function Assignee({ c, services, present = null }: Given) {
  const { alerts } = c.var.words;
  return (
    <label>
      <span>{alerts.assignee}</span>{' '}
      <select name="to">
        <option value="">{c.var.words.none}</option>
        {(await colleagues(services.store)).map(({ email, name }) => (
          <option value={email} selected={email === present}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export function AssignButton({ c }: { c: ConsoleContext }) {
  return (
    <button type="submit" name="act" value="assigned" class="second">
      {c.var.words.alerts.acts.assigned}
    </button>
  );
}
