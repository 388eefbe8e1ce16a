import { z } from 'zod';
import { maskedPage } from '../../../../crawlers/reading/masked-page.ts';
import type { ColumnRow } from '../../../audit/audit-result.ts';
import { clickPath } from '../../../model/click-path.ts';
import type { ToldReading } from '../../../model/told-reading.ts';
import { namesOf } from '../../../rows/names.ts';
import { askedTold, followersOf, readStored, toldOf } from '../../column-reading.ts';
import type { ConsoleContext } from '../../context.ts';
import { changeEstate } from '../../estate/change.ts';
import { findColumn } from '../../judgement.ts';
import { WORK } from '../../permissions.ts';
import type { Register } from '../../register.ts';
import type { ConsoleServices } from '../../services.ts';
import { readForm } from '../../view/form.ts';
import { harmlessPage } from '../../view/harmless-page.ts';
import { FormToken, page } from '../../view/layout.tsx';
import { columnPath, readingPath } from '../../view/links.ts';
import { tellProblem } from '../../view/problem.tsx';
import { Saved } from '../../view/saved.tsx';
import { TableView } from '../../view/table.tsx';
import { ReadAgain } from '../read-again.tsx';
import { choiceTable, Present, Rows } from './reading-shown.tsx';
import { ByHand, SaveForm, withTold } from './reading-told.tsx';

/** As of a stored page: nothing loads or runs. A click may lead to the console's own page, since choosing a block is one. */
const ISOLATION = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-top-navigation-by-user-activation; frame-ancestors 'self'";
const SAVED = z
  .object({ revision: z.coerce.number(), scope: z.enum(['column', 'site']), why: z.string().trim().max(500).default('') })
  .loose();

/**
 * How a column is read: its stored page with the rows that were read marked, why this block is the list, and another block, selectors or an API
 * instead, tried on that page and on those of the site's other columns before anything is saved.
 */
export const registerColumnReading: Register = (app, services) => {
  app.read('/columns/:site/:column/reading', WORK, async (c) => {
    const column = await columnOf(c, services);
    if (column === null) return tellProblem(c, 404, c.var.words.error.notFound);
    return readingPage(c, services, column, { given: c.req.query(), problems: [] });
  });

  app.read('/columns/:site/:column/reading/view', WORK, async (c) => {
    const column = await columnOf(c, services);
    const { told } = askedTold(c.req.query());
    const read = column && (await readStored(services, column, told ?? toldOf(services, column)));
    if (!read) return tellProblem(c, 404, c.var.words.evidence.gone);
    const marks = {
      label: c.var.words.reading.thisOne,
      choose: (place: number) => {
        const choice = read.choices[place];
        return choice === undefined || (choice.chosen && !mayConfirm(column, told))
          ? null
          : readingPath(column.site, column.id, { rows: choice.selector });
      },
    };
    return c.body(harmlessPage(maskedPage(read.html).text, read.contentType, marks), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': ISOLATION,
      'x-dns-prefetch-control': 'off',
    });
  });

  app.write('/columns/:site/:column/reading', WORK, async (c) => {
    const { words } = c.var;
    const column = await columnOf(c, services);
    if (column === null) return tellProblem(c, 404, words.error.notFound);
    const form = await readForm(c, SAVED);
    if (form === null) return tellProblem(c, 400, words.error.invalid);
    const { told, wrong } = askedTold(form);
    const again = (problems: readonly string[]) => readingPage(c, services, column, { given: form, problems });
    if (wrong !== null) return again([words.reading.wrong(wrong)]);
    if (form.revision !== (services.config.revision ?? 0)) return again([words.estate.changedMeanwhile]);
    const also = [form.also ?? []].flat().filter((id): id is string => typeof id === 'string');
    const targets = form.scope === 'site' ? null : [column.id, ...also];
    const what = `${words.reading.title} ${clickPath(column)}${told === null ? `: ${words.reading.byItself}` : ''}`;
    const done = await changeEstate(c, services, { edit: (text) => withTold(text, column.site, targets, told), why: form.why, what });
    return 'problems' in done ? again(done.problems) : c.redirect(`${readingPath(column.site, column.id)}?saved=${done.revision}`);
  });
};

/** What nobody told and is not read for sure can be confirmed as it is. */
const mayConfirm = ({ certainty }: ColumnRow, asked: ToldReading | null): boolean => asked === null && certainty !== 'sure';

async function columnOf(c: ConsoleContext, services: ConsoleServices): Promise<ColumnRow | null> {
  const { site = '', column = '' } = c.req.param();
  return findColumn(await services.judgementFor(c), site, column);
}

interface Asked {
  readonly given: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

async function readingPage(c: ConsoleContext, services: ConsoleServices, column: ColumnRow, { given, problems }: Asked) {
  const { words, language } = c.var;
  const names = namesOf(services.config, language);
  const now = toldOf(services, column);
  const { told: asked, wrong } = askedTold(given);
  const all = [...problems, ...(wrong === null || problems.length > 0 ? [] : [words.reading.wrong(wrong)])];
  const [present, tried] = await Promise.all([readStored(services, column, now), asked && readStored(services, column, asked)]);
  const judgement = await services.judgementFor(c);
  const followers = asked && tried?.reading?.items.length ? await followersOf(services, column, judgement.result.columns, asked) : [];
  if (all.length > 0) c.status(400);
  const shown = tried ?? present;
  return page(
    c,
    {
      title: `${words.reading.title}${words.colon}${clickPath(column)}`,
      section: 'columns',
      lead: <a href={columnPath(column.site, column.id)}>{words.reading.back}</a>,
    },
    <>
      {all.map((problem) => (
        <p class="problem" role="alert">
          {problem}
        </p>
      ))}
      <Saved c={c} services={services} />
      {c.req.query('saved') && <ReadAgain c={c} services={services} of={columnPath(column.site, column.id)} />}
      <div class="two">
        <Present c={c} column={column} present={present} told={now} time={names.time} />
        <section>
          <h2>{asked ? words.reading.tried : words.reading.rows}</h2>
          {asked?.api !== undefined && <p class="note">{words.reading.apiLater}</p>}
          <Rows c={c} read={shown} />
        </section>
      </div>
      {asked && wrong === null && <SaveForm c={c} services={services} column={column} told={asked} followers={followers} />}
      {shown && (
        <section>
          <h2>{words.reading.page}</h2>
          <p class="hint">{words.reading.pageHint}</p>
          <iframe
            class="stored"
            src={`${readingPath(column.site, column.id, { ...asked }, '/view')}#read`}
            sandbox="allow-top-navigation-by-user-activation"
            title={words.reading.page}
          />
        </section>
      )}
      {shown && (
        <section>
          <h2>{words.reading.choices}</h2>
          <TableView c={c} table={choiceTable(c, column, shown, mayConfirm(column, asked))} bare />
        </section>
      )}
      <details class="card" open={all.length > 0}>
        <summary>{words.reading.byHand}</summary>
        <ByHand c={c} column={column} values={asked ? { ...asked } : all.length > 0 ? given : { ...now }} />
      </details>
      {now && services.changeEstate && (
        <form class="card" method="post" action={readingPath(column.site, column.id)}>
          <FormToken c={c} />
          <input type="hidden" name="revision" value={String(services.config.revision ?? 0)} />
          <input type="hidden" name="scope" value={isOwn(services, column) ? 'column' : 'site'} />
          <button type="submit" class="second">
            {words.reading.backToItself}
          </button>
        </form>
      )}
    </>,
  );
}

/** Whether what was told was told of this column, not of its site. */
function isOwn({ config }: ConsoleServices, { site, id }: ColumnRow): boolean {
  return config.estate.sites.find((one) => one.id === site)?.columns?.some((one) => one.id === id && one.read !== undefined) === true;
}
