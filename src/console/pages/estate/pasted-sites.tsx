import { z } from 'zod';
import { readTableFile, UnreadableTable } from '../../../../crawlers/documents/table-file.ts';
import { entriesOf, withEntry } from '../../../config/edit-estate.ts';
import type { ConsoleContext } from '../../context.ts';
import { changeEstate } from '../../estate/change.ts';
import { idFor, textOf } from '../../estate/entry-kind.ts';
import { asLines, type PastedSite, readPasted } from '../../estate/pasted.ts';
import { WORK } from '../../permissions.ts';
import type { Register } from '../../register.ts';
import type { ConsoleServices } from '../../services.ts';
import { readForm } from '../../view/form.ts';
import { FormToken, page } from '../../view/layout.tsx';
import { tellProblem } from '../../view/problem.tsx';
import { type Table, TableView } from '../../view/table.tsx';

const ASKED = z.object({
  list: z.string().max(200_000).default(''),
  sure: z.literal('yes').optional(),
  file: z.instanceof(File).optional(),
});

/** Many sites from a list as it is copied out of a table: every line checked before anything is saved. */
export const registerPastedSites: Register = (app, services) => {
  app.read('/estate/sites/paste', WORK, (c) => pasteForm(c, services, ''));

  app.write('/estate/sites/paste', WORK, async (c) => {
    const { words } = c.var;
    const form = await readForm(c, ASKED);
    if (form === null) return tellProblem(c, 400, words.error.invalid);
    if (form.file && form.file.size > 0) {
      try {
        return pasteForm(c, services, asLines(await readTableFile(new Uint8Array(await form.file.arrayBuffer()))));
      } catch (error) {
        if (!(error instanceof UnreadableTable)) throw error;
        return pasteForm(c, services, form.list, error.sentence[c.var.language]);
      }
    }
    if (form.sure === undefined) return pasteForm(c, services, form.list);
    const good = readPasted(form.list, services.config.estate).filter(({ fault }) => fault === null);
    if (good.length === 0) return pasteForm(c, services, form.list);
    const edit = (text: string) => good.reduce(withSite, text);
    const done = await changeEstate(c, services, { edit, why: '', what: words.newSite.saveGood(good.length) });
    return 'problems' in done ? tellProblem(c, 409, done.problems.join(' ')) : c.redirect(`/estate/sites?saved=${done.revision}`);
  });
};

function pasteForm(c: ConsoleContext, services: ConsoleServices, list: string, problem = '') {
  if (problem !== '') c.status(400);
  const { newSite, estate, head } = c.var.words;
  const lines = readPasted(list, services.config.estate);
  const good = lines.filter(({ fault }) => fault === null).length;
  const faults = { short: newSite.rowShort, address: newSite.rowAddress, known: newSite.rowKnown, twice: newSite.rowTwice };
  const table: Table<PastedSite> = {
    name: 'pasted',
    caption: newSite.list,
    rows: lines,
    columns: [
      { head: newSite.line, value: ({ line }) => line, number: true },
      { head: head.name, value: ({ name }) => name },
      { head: head.url, value: ({ url }) => url },
      { head: head.unit, value: ({ unit }) => unit },
      { head: head.idCode, value: ({ idCode }) => idCode },
      {
        head: head.status,
        value: ({ fault }) => (fault === null ? newSite.good : faults[fault]),
        show: ({ fault }) => (fault === null ? newSite.good : <strong>{faults[fault]}</strong>),
      },
    ],
  };
  return page(
    c,
    { title: estate.paste, section: 'estate', lead: newSite.pasteLead },
    <>
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form class="card wide" method="post" action="/estate/sites/paste" enctype="multipart/form-data">
        <FormToken c={c} />
        <label>
          <span>{newSite.file}</span>
          <input type="file" name="file" accept=".xlsx,.csv,.txt" />
        </label>
        <label>
          <span>{newSite.list}</span>
          <textarea name="list" rows={8}>
            {list}
          </textarea>
        </label>
        <button type="submit" class={good > 0 ? 'second' : ''}>
          {newSite.check}
        </button>
      </form>
      {lines.length > 0 && <TableView c={c} table={table} bare />}
      {good > 0 && (
        <form method="post" action="/estate/sites/paste">
          <FormToken c={c} />
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="sure" value="yes" />
          <button type="submit">{newSite.saveGood(good)}</button>
        </form>
      )}
    </>,
  );
}

/** The text with one more site, and its unit where nobody has that name yet. */
function withSite(text: string, { name, url, unit: unitName, idCode }: PastedSite): string {
  const units = entriesOf(text, ['units']);
  const known = units.find((unit) => unit.name === unitName || unit.id === unitName);
  const unit = known ? textOf(known.id) : idFor(unitName, new Set(units.map(({ id }) => textOf(id))));
  const withUnit = known ? text : withEntry(text, ['units'], null, { id: unit, name: unitName, kind: 'other' });
  const id = idFor(name, new Set(entriesOf(withUnit, ['sites']).map((site) => textOf(site.id))));
  return withEntry(withUnit, ['sites'], null, { id, unit, name, url, ...(idCode === '' ? {} : { idCode }) });
}
