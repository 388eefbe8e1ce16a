import { z } from 'zod';
import { may, visitorOf } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { readForm } from '../view/form.ts';
import { filtersOf } from '../view/kept-filters.tsx';
import { tellProblem } from '../view/problem.tsx';

/** Lists whose filters can be given names. */
const LISTS = ['/columns', '/units', '/sites', '/alerts', '/items'] as const;
/** Of one list. */
const MOST = 30;
const NEW = z.object({ list: z.enum(LISTS), query: z.string().max(2000), name: z.string().trim().min(1).max(40) });
const NAMED = z.object({ list: z.enum(LISTS), id: z.string().max(100) });

/** Filters of lists under names, each person's own. */
export const registerKeptFilters: Register = (app, { store, clock, randomness }) => {
  app.write('/filters', ALL, async (c) => {
    const { words } = c.var;
    const form = await readForm(c, NEW);
    if (form === null || !may(c, 'GET', form.list)) return tellProblem(c, 400, words.error.invalid);
    const { list, name } = form;
    const query = filtersOf(form.query);
    const person = visitorOf(c).id;
    const kept = await store.people.keptFilters(person, list);
    if (kept.length >= MOST && !kept.some((one) => one.name === name)) return tellProblem(c, 409, words.filter.tooMany(MOST));
    await store.people.keepFilter({ id: randomness.id(), person, list, name, query, at: clock.now() });
    return c.redirect(`${list}?${query}`);
  });

  app.write('/filters/drop', ALL, async (c) => {
    const form = await readForm(c, NAMED);
    const gone = form && (await store.people.dropFilter(visitorOf(c).id, form.id));
    return gone ? c.redirect(gone.list) : tellProblem(c, 404, c.var.words.error.notFound);
  });
};
