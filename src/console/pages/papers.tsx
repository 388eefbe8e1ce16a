import { z } from 'zod';
import { beginPaper } from '../../../jobs/reports/papers.ts';
import { PERIODS } from '../../counting/periods.ts';
import { dayIn } from '../../model/day.ts';
import type { PaperRecord } from '../../model/paper.ts';
import { kindOf, kinds } from '../../reports/kinds.ts';
import { readerOf } from '../../rows/field.ts';
import { namesOf } from '../../rows/names.ts';
import { paperFields } from '../../rows/papers.ts';
import { askedSpan } from '../asked-period.ts';
import { type ConsoleContext, may, visitorOf } from '../context.ts';
import { OFFICE, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { described } from '../view/described.ts';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { paperPath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

const NEW = z.object({
  kind: z.string().max(40),
  period: z.string().max(20).default(''),
  from: z.string().max(10).default(''),
  to: z.string().max(10).default(''),
  unit: z.string().max(100).default(''),
});

/** The office's papers: those that are there, and a new one by one click a kind. */
export const registerPapers: Register = (app, services) => {
  app.section('papers', '/papers', OFFICE, async (c) => {
    const { words } = c.var;
    const table = paperTable(c, services, await services.store.papers.list());
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      { title: words.papers.title, section: 'papers', lead: words.papers.lead },
      <>
        <p>
          <a href="/report-check">{words.reportCheck.title}</a>
        </p>
        {may(c, 'POST', '/papers') && <NewPaper c={c} services={services} />}
        <TableView c={c} table={table} />
      </>,
    );
  });

  app.write('/papers', WORK, async (c) => {
    const { words, language } = c.var;
    const form = await readForm(c, NEW);
    const kind = form && kindOf(form.kind);
    if (form === null || kind === null) return tellProblem(c, 400, words.error.invalid);
    const { estate } = services.config;
    const today = dayIn(estate.timezone, services.clock.now());
    const span = askedSpan(form, today, kind.period);
    if (span === null) return tellProblem(c, 400, words.error.invalid);
    const unit = form.unit === '' ? null : form.unit;
    if (unit !== null && !estate.units.some(({ id }) => id === unit)) return tellProblem(c, 400, words.error.invalid);
    const { id } = await beginPaper(services, kind, span, unit, visitorOf(c).email);
    await services.note(c, 'begin-paper', `paper/${id}`, `${kind.name[language]} ${span.from} ${span.to}`);
    return c.redirect(paperPath(id));
  });
};

function paperTable(c: ConsoleContext, { config }: ConsoleServices, rows: readonly PaperRecord[]): Table<PaperRecord> {
  const { words, language } = c.var;
  const reader = readerOf(config, language);
  const minor = { minor: true };
  return {
    name: 'papers',
    caption: words.papers.list,
    rows,
    columns: [
      described(reader, paperFields.kind),
      described(reader, paperFields.title, {
        show: (row) => (
          <a href={paperPath(row.id)} lang="zh-CN">
            {row.drawn.title}
          </a>
        ),
      }),
      described(reader, paperFields.number, { whole: true }),
      described(reader, paperFields.state),
      described(reader, paperFields.period, minor),
      described(reader, paperFields.unit, minor),
      described(reader, paperFields.by, minor),
      described(reader, paperFields.at, minor),
    ],
  };
}

function NewPaper({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { words, language } = c.var;
  const names = namesOf(services.config, language);
  return (
    <form method="post" action="/papers" class="new-paper">
      <FormToken c={c} />
      <h2>{words.papers.begin}</h2>
      <p class="hint">{words.papers.beginHint}</p>
      <div class="filters">
        <div class="field">
          <label for="paper-period">{words.papers.period}</label>
          <select id="paper-period" name="period">
            <option value="">{words.papers.usual}</option>
            {PERIODS.map((period) => (
              <option value={period}>{words.span.names[period]}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="paper-from">{words.filter.from}</label>
          <input type="date" id="paper-from" name="from" />
        </div>
        <div class="field">
          <label for="paper-to">{words.filter.to}</label>
          <input type="date" id="paper-to" name="to" />
        </div>
        <div class="field">
          <label for="paper-unit">{words.head.unit}</label>
          <select id="paper-unit" name="unit">
            <option value="">{words.papers.allUnits}</option>
            {services.config.estate.units.map(({ id }) => (
              <option value={id}>{names.unit(id)}</option>
            ))}
          </select>
        </div>
      </div>
      <div class="filters">
        {kinds.map(({ id, name }) => (
          <button type="submit" name="kind" value={id} class="second">
            {name[language]}
          </button>
        ))}
      </div>
    </form>
  );
}
