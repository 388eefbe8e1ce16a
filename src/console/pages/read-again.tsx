import { askForAudit } from '../ask-for-audit.ts';
import { type ConsoleContext, may } from '../context.ts';
import { WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { FormToken } from '../view/layout.tsx';
import { runPath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';

/** Reads a column, a site or all of a unit again now, from its own page. */
export const registerReadAgain: Register = (app, services) => {
  app.write('/columns/:site/:column/audit', WORK, (c) => {
    const { site, column } = c.req.param();
    const isThere = services.config.estate.sites.some(({ id }) => id === site);
    return begin(c, services, isThere ? { sites: [site], columns: [column] } : null);
  });
  app.write('/sites/:site/audit', WORK, (c) => {
    const site = c.req.param('site');
    return begin(c, services, services.config.estate.sites.some(({ id }) => id === site) ? { sites: [site] } : null);
  });
  app.write('/units/:unit/audit', WORK, (c) => {
    const unit = c.req.param('unit');
    return begin(c, services, services.config.estate.units.some(({ id }) => id === unit) ? { units: [unit] } : null);
  });
};

async function begin(c: ConsoleContext, services: ConsoleServices, narrowing: Parameters<typeof askForAudit>[2] | null) {
  const run = narrowing && (await askForAudit(c, services, narrowing));
  return run ? c.redirect(runPath(run.id)) : tellProblem(c, 404, c.var.words.error.notFound);
}

/** The button for it, where the visitor may press it. `of`: the address of the page of what is read. */
export function ReadAgain({ c, services, of }: { c: ConsoleContext; services: ConsoleServices; of: string }) {
  if (services.askForAudit === undefined || !may(c, 'POST', '/sites/:site/audit')) return null;
  return (
    <form class="inline" method="post" action={`${of}/audit`}>
      <FormToken c={c} />
      <button type="submit" class="second">
        {c.var.words.runs.readAgain}
      </button>
    </form>
  );
}
