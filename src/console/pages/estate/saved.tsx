import type { ConsoleContext } from '../../context.ts';
import type { ConsoleServices } from '../../services.ts';
import { FormToken } from '../../view/layout.tsx';

/** That a change was just kept as a revision (`?saved=12`), and its way back. */
export function Saved({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { estate } = c.var.words;
  const saved = Number(c.req.query('saved') ?? 0);
  if (!(saved > 0) || saved !== services.config.revision) return null;
  return (
    <form class="inline" method="post" action="/estate/undo">
      <FormToken c={c} />
      <input type="hidden" name="revision" value={String(saved)} />
      <p class="done" role="status">
        {estate.saved(saved)}{' '}
        <button type="submit" class="plain">
          {estate.undo}
        </button>
      </p>
    </form>
  );
}
