import type { ConsoleContext } from '../context.ts';
import type { ConsoleServices } from '../services.ts';
import { FormToken } from './layout.tsx';

/** That a change of the estate was saved (`?saved=REVISION`), with the way to take it back while it is the last one. */
export function Saved({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { words } = c.var;
  const saved = Number(c.req.query('saved') ?? 0);
  if (!(saved > 0) || saved !== services.config.revision) return null;
  return (
    <form class="inline" method="post" action="/estate/undo">
      <FormToken c={c} />
      <input type="hidden" name="revision" value={String(saved)} />
      <p class="done" role="status">
        {words.estate.saved(saved)}{' '}
        <button type="submit" class="plain">
          {words.estate.undo}
        </button>
      </p>
    </form>
  );
}
