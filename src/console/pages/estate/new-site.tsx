import { z } from 'zod';
import { entriesOf, withEntry, withValues } from '../../../config/edit-estate.ts';
import { addDiscovered } from '../../../config/write-estate.ts';
import { outcomeSentence } from '../../../model/outcome.ts';
import { namesOf } from '../../../rows/names.ts';
import { askForAudit } from '../../ask-for-audit.ts';
import { type ConsoleContext, visitorOf } from '../../context.ts';
import { changeEstate } from '../../estate/change.ts';
import { idFor, textOf } from '../../estate/entry-kind.ts';
import { periodWords } from '../../estate/period-words.ts';
import { WORK } from '../../permissions.ts';
import type { Register } from '../../register.ts';
import type { ConsoleServices } from '../../services.ts';
import { readForm } from '../../view/form.ts';
import { FormToken, page } from '../../view/layout.tsx';
import { lookPath, runPath } from '../../view/links.ts';
import { Live, tellProgress } from '../../view/live.tsx';
import { tellProblem } from '../../view/problem.tsx';
import { type Look, Looks } from './looks.ts';

const ASKED = z.object({ url: z.string().trim().min(1).max(2000), private: z.literal('yes').optional() });
const SAVED = z
  .object({ name: z.string().trim().min(1).max(200), unit: z.string().max(64), unitName: z.string().trim().max(200).default('') })
  .loose();

/** A new site, from its address: looked through, its columns shown with what is expected of them, ticked, set right, saved, audited. */
export const registerNewSite: Register = (app, services) => {
  const looks = new Looks(services);

  app.read('/estate/sites/new', WORK, (c) => addressForm(c, services, null, c.req.query('url') ?? ''));

  app.write('/estate/sites/new', WORK, async (c) => {
    const { words } = c.var;
    const form = await readForm(c, ASKED);
    const url = form && wholeAddress(form.url);
    if (!form || !url) return addressForm(c, services, words.newSite.noAddress, form?.url ?? '');
    const look = looks.begin(url, visitorOf(c).email, form.private === 'yes');
    return look ? c.redirect(lookPath(look.id)) : tellProblem(c, 404, words.estate.notHere);
  });

  app.read('/estate/sites/new/:look', WORK, (c) => {
    const look = looks.get(c.req.param('look'), visitorOf(c).email);
    if (look === null)
      return tellProblem(c, 404, c.var.words.newSite.lost, { href: '/estate/sites/new', label: c.var.words.newSite.title });
    return lookPage(c, services, look, []);
  });

  app.read('/estate/sites/new/:look/events', WORK, (c) => {
    const look = looks.get(c.req.param('look'), visitorOf(c).email);
    if (look === null) return tellProblem(c, 404, c.var.words.error.notFound);
    return tellProgress(c, services.clock, async () => ({ says: saysOf(c, look), over: isOver(look) }));
  });

  app.write('/estate/sites/new/:look', WORK, async (c) => {
    const look = looks.get(c.req.param('look'), visitorOf(c).email);
    return look?.result ? save(c, services, look) : tellProblem(c, 404, c.var.words.newSite.lost);
  });
};

const isOver = ({ result, fault }: Look): boolean => result !== null || fault !== null;
const saysOf = (c: ConsoleContext, { visited, found }: Look): string => c.var.words.newSite.looking(visited, found);

/** An address as people paste it; null where it is none. */
function wholeAddress(given: string): string | null {
  const text = /^[a-z]+:\/\//i.test(given) ? given : `http://${given}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.hostname !== '' ? url.href : null;
}

function addressForm(c: ConsoleContext, { config }: ConsoleServices, problem: string | null, url: string) {
  const { newSite, estate } = c.var.words;
  if (problem) c.status(400);
  const isFirst = config.estate.sites.length === 0;
  return page(
    c,
    { title: isFirst ? newSite.first : newSite.title, section: 'estate', lead: newSite.lead, narrow: true },
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form class="card" method="post" action="/estate/sites/new">
        <FormToken c={c} />
        <label>
          <span>{newSite.address}</span>
          <input name="url" required maxlength={2000} value={url} autofocus inputmode="url" />
        </label>
        <label>
          <input type="checkbox" name="private" value="yes" /> {newSite.private}
        </label>
        <button type="submit">{newSite.look}</button>
        <p class="hint">
          <a href="/estate/sites/paste">{estate.paste}</a>
        </p>
      </form>
    </>,
  );
}

function lookPage(c: ConsoleContext, services: ConsoleServices, look: Look, problems: readonly string[]) {
  const { words, language } = c.var;
  const { newSite } = words;
  const { result } = look;
  const head = { title: newSite.title, section: 'estate', lead: look.url } as const;
  if (!isOver(look)) return page(c, head, <Live from={`${lookPath(look.id)}/events`} says={saysOf(c, look)} again={newSite.again} />);
  if (result === null || result.outcome !== 'ok' || result.columns.length === 0) {
    const why = look.fault ?? (result && result.outcome !== 'ok' ? (result.detail ?? outcomeSentence(result.outcome)) : null);
    return page(
      c,
      head,
      <>
        <p class="problem" role="alert">
          {why ? newSite.failed(why[language]) : newSite.nothing}
        </p>
        <form class="card" method="post" action="/estate/sites/new">
          <FormToken c={c} />
          <label>
            <span>{newSite.address}</span>
            <input name="url" required maxlength={2000} value={look.url} />
          </label>
          <label>
            <input type="checkbox" name="private" value="yes" checked={look.allowPrivateNetworks} /> {newSite.private}
          </label>
          <button type="submit">{newSite.look}</button>
        </form>
      </>,
    );
  }
  if (problems.length > 0) c.status(400);
  return page(
    c,
    head,
    <>
      {problems.map((problem) => (
        <p class="problem" role="alert">
          {problem}
        </p>
      ))}
      <p class="done">{newSite.found(result.columns.length, result.visited)}</p>
      {result.left > 0 && <p class="note">{newSite.left(result.left)}</p>}
      <form method="post" action={lookPath(look.id)}>
        <FormToken c={c} />
        <SiteFields c={c} services={services} look={look} />
        <FoundColumns c={c} services={services} columns={result.columns} />
        <p>
          <button type="submit">{newSite.save}</button>
        </p>
      </form>
    </>,
  );
}

function SiteFields({ c, services, look: { result, url } }: { c: ConsoleContext; services: ConsoleServices; look: Look }) {
  const { newSite, head } = c.var.words;
  const { units } = services.config.estate;
  return (
    <div class="filters">
      <div class="field">
        <label for="site-name">{newSite.siteName}</label>
        <input id="site-name" name="name" required maxlength={200} value={result?.name ?? new URL(url).hostname} />
      </div>
      <div class="field">
        <label for="site-unit">{head.responsible}</label>
        <select id="site-unit" name="unit">
          <option value="">{newSite.newUnit}</option>
          {units.map(({ id, name }) => (
            <option value={id}>{name}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="site-unit-name">{newSite.unitName}</label>
        <input id="site-unit-name" name="unitName" maxlength={200} placeholder={newSite.asSite} />
      </div>
    </div>
  );
}

interface Found {
  readonly c: ConsoleContext;
  readonly services: ConsoleServices;
  readonly columns: NonNullable<Look['result']>['columns'];
}

/** The columns as they were found; what is not wanted is unticked, what is wrong is set right. */
function FoundColumns({ c, services, columns }: Found) {
  const { words, language } = c.var;
  const { head, newSite } = words;
  const names = namesOf(services.config, language);
  const { taxonomy, estate } = services.config;
  return (
    <section class="scroll" aria-label={head.columns} tabindex={0}>
      <table class="cards">
        <thead>
          <tr>
            {[newSite.watch, head.column, head.category, head.unit, head.period, head.lastPublished, head.items].map((text) => (
              <th scope="col">{text}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ path, name, url, category, unit, period, lastPublished, items }, place) => (
            <tr id={`found-${place}`}>
              <td data-head={newSite.watch}>
                <input type="checkbox" name="column" value={String(place)} checked aria-label={`${newSite.watch}：${name}`} />
              </td>
              <td data-head={head.column}>
                {path.join(' › ') || name}
                <br />
                <small>{url}</small>
              </td>
              <td data-head={head.category}>
                <select name={`category-${place}`} aria-label={`${head.category}：${name}`}>
                  <option value="">{newSite.byName}</option>
                  {taxonomy.categories.map(({ id }) => (
                    <option value={id} selected={id === category}>
                      {names.category(id)}
                    </option>
                  ))}
                </select>
              </td>
              <td data-head={head.unit}>
                <select name={`unit-${place}`} aria-label={`${head.unit}：${name}`}>
                  <option value="">{newSite.ofSite}</option>
                  {estate.units.map((one) => (
                    <option value={one.id} selected={one.id === unit}>
                      {one.name}
                    </option>
                  ))}
                </select>
              </td>
              <td data-head={head.period}>{period === null ? words.estate.noPeriod : periodWords(period, words)}</td>
              <td data-head={head.lastPublished}>{lastPublished ?? words.none}</td>
              <td data-head={head.items} class="number">
                {items}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function save(c: ConsoleContext, services: ConsoleServices, look: Look) {
  const { words } = c.var;
  const form = await readForm(c, SAVED);
  const { result, url } = look;
  if (form === null || result === null) return lookPage(c, services, look, [words.error.invalid]);
  const ticked = new Set([form.column ?? []].flat().map(String));
  const columns = result.columns.flatMap((column, place) => {
    if (!ticked.has(String(place))) return [];
    const category = textOf(form[`category-${place}`]) || null;
    const isAsFound = category === column.category;
    return [{ ...column, category, confidence: isAsFound ? column.confidence : 1, unit: textOf(form[`unit-${place}`]) || null }];
  });
  if (columns.length === 0) return lookPage(c, services, look, [words.newSite.noneTicked]);
  const isFirst = services.config.estate.sites.length === 0;
  const edit = (text: string): string => {
    const [withUnit, unit] = form.unit === '' ? addUnit(text, form.unitName || form.name) : [text, form.unit];
    const added = addDiscovered(withUnit, { siteUrl: url, site: { name: form.name, idCode: result.idCode, unit }, columns });
    return look.allowPrivateNetworks ? permitted(added, url) : added;
  };
  const done = await changeEstate(c, services, { edit, why: '', what: `${words.estate.newOf.sites} ${form.name}` });
  if ('problems' in done) return lookPage(c, services, look, done.problems);
  const site = services.config.estate.sites.find((one) => one.url === url);
  const run = await askForAudit(c, services, isFirst || !site ? {} : { sites: [site.id] });
  return c.redirect(run ? runPath(run.id) : `/estate/sites?saved=${done.revision}`);
}

/** The text with a unit of that name, and its id: one that is there already is not made again. */
function addUnit(text: string, name: string): [text: string, id: string] {
  const units = entriesOf(text, ['units']);
  const known = units.find((unit) => unit.name === name);
  if (known) return [text, textOf(known.id)];
  const id = idFor(name, new Set(units.map((unit) => textOf(unit.id))));
  return [withEntry(text, ['units'], null, { id, name, kind: 'other' }), id];
}

/** The text with leave to ask a site on the own network. */
function permitted(text: string, url: string): string {
  const index = entriesOf(text, ['sites']).findIndex((site) => URL.canParse(textOf(site.url)) && new URL(textOf(site.url)).href === url);
  return index < 0 ? text : withValues(text, [[['sites', index, 'crawl', 'allowPrivateNetworks'], true]]);
}
