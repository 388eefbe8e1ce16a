import { type ConsoleContext, may, visitorOf } from '../context.ts';
import type { ConsoleServices } from '../services.ts';
import { FormToken } from './layout.tsx';

/** What is no filter: the place in a list, and what a page says of an act. */
const PASSING = ['page', 'after', 'day', 'table', 'format', 'acted', 'done', 'untold', 'saved', 'ahead'];

/** The filters and the order of an address, in the order of their names. */
export function filtersOf(query: string): string {
  const given = [...new URLSearchParams(query)].filter(([name, value]) => value !== '' && !PASSING.includes(name));
  return String(new URLSearchParams(given.toSorted(([one], [other]) => (one < other ? -1 : 1))));
}

/** The filters that the visitor gave names to in this list, and a name for those that hold now. */
export async function KeptFilters({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  if (!may(c, 'POST', '/filters')) return null;
  const { filter } = c.var.words;
  const list = c.req.path;
  const kept = await services.store.people.keptFilters(visitorOf(c).id, list);
  const present = filtersOf(new URL(c.req.url).search);
  const known = kept.find(({ query }) => query === present);
  if (kept.length === 0 && present === '') return null;
  return (
    <div class="kept">
      {kept.length > 0 && (
        <ul class="periods" aria-label={filter.kept}>
          {kept.map(({ name, query }) => (
            <li>
              <a href={`${list}?${query}`} aria-current={query === present ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {known !== undefined && (
        <form class="inline" method="post" action="/filters/drop">
          <FormToken c={c} />
          <input type="hidden" name="id" value={known.id} />
          <input type="hidden" name="list" value={list} />
          <button type="submit" class="plain">
            {filter.drop(known.name)}
          </button>
        </form>
      )}
      {known === undefined && present !== '' && (
        <form class="inline" method="post" action="/filters">
          <FormToken c={c} />
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="query" value={present} />
          <input name="name" required maxlength={40} aria-label={filter.nameIt} placeholder={filter.nameIt} />
          <button type="submit" class="second">
            {filter.keep}
          </button>
        </form>
      )}
    </div>
  );
}
