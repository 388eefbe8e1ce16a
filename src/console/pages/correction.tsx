import { z } from 'zod';
import { findLike, type Like } from '../../classification/corrections.ts';
import type { CorrectionRecord } from '../../model/records.ts';
import { namesOf } from '../../rows/names.ts';
import { findCorrection, spreadCorrection, undoCorrection } from '../corrections.ts';
import { WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { columnPath, correctionPath, itemPath } from '../view/links.ts';
import { paged } from '../view/pager.tsx';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

const PAGE = 60;
const NAMED = z.object({ id: z.string().max(200) });

/** One correction: what looks the same and may be given the same category, and the way back from both. */
export const registerCorrection: Register = (app, services) => {
  app.read('/corrections/:id', WORK, async (c) => {
    const { words, language } = c.var;
    const correction = await findCorrection(services, c.req.param('id'));
    if (correction === null) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(services.config, language);
    const likes = await findLike(services.store, correction);
    const { shown, pager } = paged(c, likes, PAGE);
    const table: Table<Like> = {
      name: 'likes',
      caption: words.correction.likes,
      rows: likes,
      shown,
      columns: [{ head: words.head.title, value: ({ name }) => name, show: (like) => <a href={pathOf(like.target)}>{like.name}</a> }],
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      {
        title: words.correction.title,
        section: 'items',
        lead: <a href={pathOf(correction.target)}>{`${names.category(correction.category)}${words.colon}${correction.why}`}</a>,
      },
      <>
        <p class="hint">{likes.length > 0 ? words.correction.offer(likes.length) : words.correction.alone}</p>
        {likes.length > 0 && (
          <form method="post" action="/corrections/spread">
            <FormToken c={c} />
            <input type="hidden" name="id" value={correction.id} />
            <button type="submit">{words.correction.apply(likes.length)}</button>
          </form>
        )}
        <form method="post" action="/corrections/undo">
          <FormToken c={c} />
          <input type="hidden" name="id" value={correction.id} />
          <button type="submit">{words.correction.undo}</button>
        </form>
        {likes.length > 0 && <TableView c={c} table={table} />}
        {pager}
      </>,
    );
  });

  app.write('/corrections/spread', WORK, async (c) => {
    const form = await readForm(c, NAMED);
    const correction = form && (await findCorrection(services, form.id));
    if (!correction) return tellProblem(c, 404, c.var.words.error.notFound);
    await spreadCorrection(services, c, correction);
    return c.redirect(correctionPath(correction.id));
  });

  app.write('/corrections/undo', WORK, async (c) => {
    const form = await readForm(c, NAMED);
    const correction = form && (await findCorrection(services, form.id));
    if (!correction) return tellProblem(c, 404, c.var.words.error.notFound);
    await undoCorrection(services, c, correction);
    return c.redirect(pathOf(correction.target));
  });
};

const pathOf = (target: CorrectionRecord['target']): string =>
  'item' in target ? itemPath(target.item) : columnPath(target.site, target.column);
