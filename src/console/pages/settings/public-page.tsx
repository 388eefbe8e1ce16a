import { z } from 'zod';
import { withValues } from '../../../config/edit-estate.ts';
import { type ConsoleContext, may } from '../../context.ts';
import { changeEstate } from '../../estate/change.ts';
import { estatePath } from '../../estates/estate-choice.ts';
import type { ConsoleServices } from '../../services.ts';
import { readForm } from '../../view/form.ts';
import { FormToken } from '../../view/layout.tsx';
import { tellProblem } from '../../view/problem.tsx';

const FORM = z.object({ shown: z.enum(['yes', 'no']) });

/** Whether everybody may see how the city stands, with the address of that page and the button that changes it. */
export function PublicPageView({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { openness } = c.var.words;
  const shown = services.config.estate.publicPage === true;
  const address = `${services.among === undefined ? '' : estatePath(services.among)}/openness`;
  return (
    <section>
      <h2>{openness.setting}</h2>
      <p>
        {shown ? openness.isShown : openness.isHidden} {shown && <a href={address}>{address}</a>}
      </p>
      {services.changeEstate !== undefined && may(c, 'POST', '/settings/public-page') && (
        <form class="inline" method="post" action="/settings/public-page">
          <FormToken c={c} />
          <input type="hidden" name="shown" value={shown ? 'no' : 'yes'} />
          <button type="submit" class="second">
            {shown ? openness.hide : openness.show}
          </button>
        </form>
      )}
    </section>
  );
}

/** Shows the page to everybody, or to nobody, as a revision of the estate that can be undone. */
export async function savePublicPage(c: ConsoleContext, services: ConsoleServices): Promise<Response> {
  const { words } = c.var;
  const form = await readForm(c, FORM);
  if (form === null) return tellProblem(c, 400, words.error.invalid);
  const shown = form.shown === 'yes';
  const edit = (text: string) => withValues(text, [[['publicPage'], shown]]);
  const done = await changeEstate(c, services, { edit, why: '', what: shown ? words.openness.show : words.openness.hide });
  return 'problems' in done ? tellProblem(c, 409, done.problems.join(' ')) : c.redirect(`/settings?saved=${done.revision}`);
}
