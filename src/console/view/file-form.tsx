import { z } from 'zod';
import { isDay } from '../../model/day.ts';
import { ToldError, toldOf } from '../../model/told-error.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import { readForm } from './form.ts';
import { FormToken } from './layout.tsx';
import { tellProblem } from './problem.tsx';

const FILE = z.object({
  file: z.instanceof(File),
  until: z.union([z.string().refine(isDay), z.literal('')]).optional(),
  anyName: z.literal('yes').optional(),
});

/** A file that somebody hands in by {@link FileForm}. */
export interface HandedIn {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly by: string;
  /** Last day that it speaks of; null: nobody said. */
  readonly until: string | null;
  /** Take it whatever name it bears. */
  readonly anyName: boolean;
}

/** A form that takes a table of what an account did, and the last day that it speaks of. */
export function FileForm({
  c,
  action,
  title,
  lead,
  until,
}: { c: ConsoleContext } & Readonly<Record<'action' | 'title' | 'lead' | 'until', string>>) {
  return (
    <form class="card" method="post" action={action} enctype="multipart/form-data">
      <FormToken c={c} />
      <h2>{title}</h2>
      <p class="hint">{lead}</p>
      <label>
        <span>{c.var.words.media.file}</span>
        <input type="file" name="file" accept=".csv,.xlsx,.json" required />
      </label>
      <label>
        <span>{until}</span>
        <input type="date" name="until" />
      </label>
      <label class="check">
        <input type="checkbox" name="anyName" value="yes" />
        <span>{c.var.words.media.anyName}</span>
      </label>
      <button type="submit">{title}</button>
    </form>
  );
}

/** Takes the file of such a form and leads on to `next`, or says what is wrong with it. */
export async function takeFile(c: ConsoleContext, next: string, take: (file: HandedIn) => Promise<void>): Promise<Response> {
  const form = await readForm(c, FILE);
  if (form === null) return tellProblem(c, 400, c.var.words.error.invalid);
  try {
    const bytes = new Uint8Array(await form.file.arrayBuffer());
    await take({ bytes, name: form.file.name, by: visitorOf(c).email, until: form.until || null, anyName: form.anyName === 'yes' });
  } catch (error) {
    if (error instanceof ToldError) return tellProblem(c, 400, toldOf(error)[c.var.language]);
    throw error;
  }
  return c.redirect(next);
}
