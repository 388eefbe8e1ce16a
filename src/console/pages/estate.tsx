import { changesBetween } from '../../estate/changes.ts';
import { configOfRevision } from '../../estate/held.ts';
import { BY_FILES } from '../../estate/keep.ts';
import type { EstateRevision } from '../../model/revision.ts';
import { inBoth, type Language } from '../../model/sentence.ts';
import { namesOf } from '../../rows/names.ts';
import { may } from '../context.ts';
import { changeEstate } from '../estate/change.ts';
import { keyWords, thingWords, valueWords } from '../estate/change-words.ts';
import { ENTRY_KINDS } from '../estate/kinds.ts';
import { LEAD, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { byColumn } from '../view/by-column.tsx';
import { FormToken, page } from '../view/layout.tsx';
import { entriesPath, newEntryPath, revisionPath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { unheardOf } from './estate/unheard.tsx';

/** What is watched, by kind, and its revisions: who changed what, why, and back to how it was. */
export const registerEstate: Register = (app, services) => {
  app.section('estate', '/estate', WORK, async (c) => {
    const { words, language } = c.var;
    const names = namesOf(services.config, language);
    const text = services.config.texts.get('estate.yaml') ?? '';
    const table: Table<EstateRevision> = {
      name: 'revisions',
      caption: words.estate.revisions,
      rows: await services.store.estate.list(),
      columns: [
        {
          head: words.estate.revision,
          value: ({ number }) => number,
          show: ({ number }) => <a href={revisionPath(number)}>{number}</a>,
          number: true,
        },
        { head: words.head.at, value: ({ recordedAt }) => names.time(recordedAt) },
        await byColumn(services.store, words),
        { head: words.head.why, value: ({ why }) => whySaid(why, language) },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    const unheard = unheardOf(services.config).length;
    return page(
      c,
      { title: words.estate.title, section: 'estate', lead: words.estate.lead },
      <>
        <ul class="tiles">
          {ENTRY_KINDS.filter(({ name }) => may(c, 'GET', entriesPath(name))).map((kind) => (
            <li>
              <a href={entriesPath(kind.name)}>
                <strong>{kind.rows(text, { config: services.config, names, words, language }).length}</strong>{' '}
                {words.estate.kinds[kind.name]}
              </a>
            </li>
          ))}
          <li>
            <a class={unheard > 0 ? 'bad' : 'good'} href={`${entriesPath('contacts')}#unheard`}>
              <strong>{unheard}</strong> {words.estate.unheard}
            </a>
          </li>
        </ul>
        {services.changeEstate && (
          <ul class="periods">
            {ENTRY_KINDS.filter(({ name }) => may(c, 'POST', `${entriesPath(name)}/entry`)).map(({ name }) => (
              <li>
                <a href={newEntryPath(name)}>{words.estate.newOf[name]}</a>
              </li>
            ))}
          </ul>
        )}
        <TableView c={c} table={table} />
      </>,
    );
  });

  app.read('/estate/revisions/:number', WORK, async (c) => {
    const { words } = c.var;
    const number = Number(c.req.param('number'));
    const [revision, before] = Number.isInteger(number)
      ? await Promise.all([services.store.estate.get(number), services.store.estate.get(number - 1)])
      : [null, null];
    if (revision === null) return tellProblem(c, 404, words.error.notFound);
    const after = await configOfRevision(services.store, revision);
    const earlier = before && (await configOfRevision(services.store, before));
    const changes = earlier === null ? [] : changesBetween(earlier, after);
    const names = namesOf(services.config, c.var.language);
    const reading = { configs: earlier === null ? [after] : [after, earlier], names, words };
    return page(
      c,
      {
        title: words.estate.revisionOf(number),
        section: 'estate',
        lead: `${names.time(revision.recordedAt)} ${revision.by}${words.colon}${whySaid(revision.why, c.var.language)}`,
      },
      <>
        {changes.length === 0 && <p class="empty">{words.estate.nothingChanged}</p>}
        <ul>
          {changes.map((change) => (
            <li>
              {words.estate.marks[change.change]} {thingWords(change, reading)}
              <ul>
                {Object.entries(change.keys).map(([key, [was, is]]) => (
                  <li>
                    {keyWords(key, reading)}
                    {words.colon}
                    <del>{valueWords(key, was, reading)}</del> → <ins>{valueWords(key, is, reading)}</ins>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {services.changeEstate && may(c, 'POST', '/estate/restore') && number !== services.config.revision && (
          <form method="post" action="/estate/restore">
            <FormToken c={c} />
            <input type="hidden" name="revision" value={String(number)} />
            <button type="submit" class="second">
              {words.estate.restore(number)}
            </button>
          </form>
        )}
      </>,
    );
  });

  app.write('/estate/restore', LEAD, async (c) => restore(c, services));
  app.write('/estate/undo', WORK, async (c) => undo(c, services));
};

type Context = Parameters<typeof changeEstate>[0];
type Services = Parameters<typeof changeEstate>[1];

/** Back to how a revision was, as a new one. */
async function restore(c: Context, services: Services) {
  const { words } = c.var;
  const number = Number((await c.req.parseBody()).revision);
  const revision = Number.isInteger(number) ? await services.store.estate.get(number) : null;
  const text = revision && (await services.store.estate.texts(number)).get('estate.yaml');
  if (!text) return tellProblem(c, 404, words.error.notFound);
  const what = words.estate.restored(number);
  const done = await changeEstate(c, services, { edit: () => text, why: '', what });
  return 'problems' in done ? tellProblem(c, 409, done.problems.join(' ')) : c.redirect('/estate');
}

/** Takes back what the visitor changed last, as long as nobody changed anything since. */
async function undo(c: Context, services: Services) {
  const { words } = c.var;
  const number = Number((await c.req.parseBody()).revision);
  if (!Number.isInteger(number)) return tellProblem(c, 400, words.error.invalid);
  const [latest, before] = await Promise.all([services.store.estate.latest(), services.store.estate.get(number - 1)]);
  const isMine = latest !== null && latest.number === number && latest.by === c.var.visitor?.email;
  if (!isMine || before === null) return tellProblem(c, 409, words.estate.notYours);
  const text = (await services.store.estate.texts(before.number)).get('estate.yaml') ?? '';
  const done = await changeEstate(c, services, { edit: () => text, why: '', what: words.estate.undone(number) });
  return 'problems' in done ? tellProblem(c, 409, done.problems.join(' ')) : c.redirect('/estate');
}

/** A person's reason as it was written, the program's own in the reader's language. */
const whySaid = (why: string, language: Language): string => (why === inBoth(BY_FILES) ? BY_FILES[language] : why);
