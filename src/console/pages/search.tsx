import type { Child } from 'hono/jsx';
import { permanentLink } from '../../alerts/letter.ts';
import { clickPath } from '../../model/click-path.ts';
import { namesOf } from '../../rows/names.ts';
import { alertsOpenTo } from '../alerts-open-to.ts';
import { type ConsoleContext, ownUnit, visitorOf } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { page } from '../view/layout.tsx';
import { alertsPath, columnPath, itemPath, itemsPath, sitePath, unitPath } from '../view/links.ts';

/** Hits that are shown of each kind; the whole list is a click away. */
const SHOWN = 10;
const LONGEST = 100;

/** One search over all that a visitor may see: units, sites, columns, alerts and items. */
export const registerSearch: Register = (app, services) => {
  app.read('/search', ALL, async (c) => {
    const { words } = c.var;
    const asked = (c.req.query('q') ?? '').trim().slice(0, LONGEST);
    const groups = asked === '' ? [] : await found(c, services, asked);
    return page(
      c,
      { title: words.search.title, lead: asked === '' ? words.search.lead : words.search.of(asked) },
      <>
        <search>
          <form class="filters" method="get" action="/search">
            <div class="field">
              <label for="search-all">{words.filter.search}</label>
              <input type="search" id="search-all" name="q" value={asked} maxlength={LONGEST} />
            </div>
            <div class="send">
              <button type="submit">{words.filter.search}</button>
            </div>
          </form>
        </search>
        {asked !== '' && groups.every(({ hits }) => hits.length === 0) && <p class="empty">{words.table.empty}</p>}
        {groups
          .filter(({ hits }) => hits.length > 0)
          .map(({ title, hits, all }) => (
            <section>
              <h2>{all === null ? title : <a href={all}>{title}</a>}</h2>
              <ul class="plain">
                {hits.map(({ href, says, beside }) => (
                  <li>
                    <a href={href}>{says}</a> <small>{beside}</small>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </>,
    );
  });
};

interface Group {
  readonly title: string;
  readonly hits: readonly { readonly href: string; readonly says: string; readonly beside: Child }[];
  /** Where all of them stand; null: these are all. */
  readonly all: string | null;
}

async function found(c: ConsoleContext, services: ConsoleServices, asked: string): Promise<Group[]> {
  const { words, language } = c.var;
  const names = namesOf(services.config, language);
  const unit = ownUnit(visitorOf(c));
  const wanted = asked.toLowerCase();
  const has = (...texts: readonly (string | null)[]) => texts.some((text) => text?.toLowerCase().includes(wanted));
  const [{ result }, alerts, items] = await Promise.all([
    services.judgementFor(c),
    services.store.alerts.list({ ...alertsOpenTo(visitorOf(c)), search: asked }, { limit: SHOWN, order: 'newest' }),
    services.store.search.items({ search: asked, ...(unit === null ? {} : { units: [unit] }) }, null, SHOWN),
  ]);
  const columns = result.columns.filter((column) => has(clickPath(column), column.name, column.url));
  return [
    {
      title: words.nav.units,
      hits: result.units
        .filter(({ id }) => has(names.unit(id), id))
        .map(({ id }) => ({ href: unitPath(id), says: names.unit(id), beside: '' })),
      all: null,
    },
    {
      title: words.nav.sites,
      hits: result.sites
        .filter((site) => has(site.name, site.url))
        .map((site) => ({ href: sitePath(site.id), says: site.name, beside: site.url })),
      all: null,
    },
    {
      title: words.nav.columns,
      hits: columns
        .slice(0, SHOWN)
        .map((column) => ({ href: columnPath(column.site, column.id), says: clickPath(column), beside: names.unit(column.unit) })),
      all: `/columns?${new URLSearchParams({ search: asked })}`,
    },
    {
      title: words.nav.alerts,
      hits: alerts.map((alert) => ({
        href: permanentLink(alert),
        says: alert.message[language],
        beside: words.alerts.states[alert.state],
      })),
      all: alertsPath({ state: 'all', search: asked }),
    },
    {
      title: words.nav.items,
      hits: items.map((item) => ({ href: itemPath(item.key), says: item.title, beside: item.publishedOn ?? '' })),
      all: itemsPath({ search: asked }),
    },
  ];
}
