import { z } from 'zod';
import { namesOf } from '../../rows/names.ts';
import { type ConsoleContext, may, ownUnit, visitorOf } from '../context.ts';
import { findColumn } from '../judgement.ts';
import { ALL, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { CorrectionForm } from '../view/correction-form.tsx';
import { correctionTable } from '../view/correction-table.tsx';
import { External } from '../view/external.tsx';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';
import { columnPath, itemPath, unitPath } from '../view/links.ts';
import { LongText } from '../view/long-text.tsx';
import { tellProblem } from '../view/problem.tsx';
import { exported, TableView } from '../view/table.tsx';

const CORRECTION = z.object({ item: z.string().max(4000), category: z.string(), why: z.string().trim().min(2).max(500) });

/** One item: what its page says, why it has its category, and the form to set that right. */
export const registerItem: Register = (app, services) => {
  app.read('/item', ALL, async (c) => {
    const { words, language } = c.var;
    const item = await visibleItem(c, services, c.req.query('key') ?? '');
    if (item === null) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(services.config, language);
    const [text, rows, judgement] = await Promise.all([
      services.store.items.text(item.key),
      services.store.corrections.list({ item: item.key }),
      services.judgementFor(c),
    ]);
    const mayCorrect = may(c, 'POST', '/item/category');
    const corrections = correctionTable(rows, names, words, mayCorrect);
    const file = await exported(c, corrections);
    if (file) return file;
    const facts: readonly (readonly [string, unknown])[] = [
      [words.head.published, item.publishedAt?.slice(0, 16).replace('T', ' ') ?? item.publishedOn],
      [words.head.documentDate, item.documentDate],
      [words.head.documentNumber, item.documentNumber],
      [words.head.source, item.source],
      [words.head.firstSeen, names.time(item.firstSeen)],
      [words.items.removed, item.removedAt && names.time(item.removedAt)],
    ];
    return page(
      c,
      { title: item.title, section: 'items' },
      <>
        <div class="two">
          <section>
            <dl class="facts">
              {facts
                .filter(([, value]) => value)
                .map(([name, value]) => (
                  <>
                    <dt>{name}</dt>
                    <dd>{String(value)}</dd>
                  </>
                ))}
              <dt>{words.head.unit}</dt>
              <dd>
                <a href={unitPath(judgement.unit ?? item.unit)}>{names.unit(judgement.unit ?? item.unit)}</a>
              </dd>
              <dt>{words.items.where}</dt>
              <dd>
                {item.columns
                  .flatMap(({ site, column }) => findColumn(judgement, site, column) ?? [])
                  .map(({ site, id, name }) => (
                    <>
                      <a href={columnPath(site, id)}>{`${names.site(site)} / ${name}`}</a>{' '}
                    </>
                  ))}
              </dd>
              <dt>{words.head.url}</dt>
              <dd>
                <External url={item.url} />
              </dd>
            </dl>
          </section>
          <section>
            <h2>
              {words.head.category}
              {words.colon}
              {names.category(item.category)} {item.correctedCategory && <small>{words.items.corrected}</small>}
            </h2>
            <dl class="facts">
              <dt>{words.items.confidence}</dt>
              <dd>{`${Math.round(item.confidence * 100)} %`}</dd>
              <dt>{words.items.why}</dt>
              <dd>
                <ul class="plain">
                  {item.reasons.map((reason) => (
                    <li>{reason}</li>
                  ))}
                </ul>
              </dd>
            </dl>
          </section>
        </div>
        {text !== null && text !== '' && (
          <section>
            <h2>{words.items.text}</h2>
            <LongText name={words.items.text} text={text} />
          </section>
        )}
        {corrections.rows.length > 0 && <TableView c={c} table={corrections} />}
        {mayCorrect && (
          <CorrectionForm
            c={c}
            action="/item/category"
            title={words.items.correct}
            taxonomy={services.config.taxonomy}
            names={names}
            present={item.category}
            item={item.key}
          />
        )}
      </>,
    );
  });

  app.write('/item/category', WORK, async (c) => {
    const { words } = c.var;
    const form = await readForm(c, CORRECTION);
    const known = form !== null && services.config.taxonomy.categories.some(({ id }) => id === form.category);
    if (!known) return tellProblem(c, 400, words.error.invalid);
    const item = await visibleItem(c, services, form.item);
    if (item === null) return tellProblem(c, 404, words.error.notFound);
    await services.correct(c, { item: item.key }, form.category, form.why);
    return c.redirect(itemPath(item.key));
  });
};

/** The item, where it is one that the visitor may see. */
async function visibleItem(c: ConsoleContext, services: ConsoleServices, key: string) {
  const item = await services.store.search.item(key);
  const unit = ownUnit(visitorOf(c));
  if (item === null || unit === null || item.unit === unit) return item;
  const judgement = await services.judgementFor(c);
  return item.columns.some(({ site, column }) => findColumn(judgement, site, column)) ? item : null;
}
