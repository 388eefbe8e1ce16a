import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { canPrint, printPage } from '../../../crawlers/browser/print.ts';
import { actOnPaper } from '../../../jobs/reports/act-on-paper.ts';
import { editPaper, fillPaper, PaperLacks } from '../../../jobs/reports/papers.ts';
import { revisedSince } from '../../../jobs/reports/revisions.ts';
import { dayIn } from '../../model/day.ts';
import { PAPER_ACTS, type PaperRecord } from '../../model/paper.ts';
import { ToldError } from '../../model/told-error.ts';
import type { Dress } from '../../reports/docx.ts';
import { dressOf } from '../../reports/dress.ts';
import { edited } from '../../reports/edits.ts';
import { paperHtml } from '../../reports/html.ts';
import { kindOf } from '../../reports/kinds.ts';
import { templateOf, wordFile } from '../../reports/template.ts';
import { buildWorkbook } from '../../reports/workbook.ts';
import { changesInWords } from '../../rows/closings.ts';
import { readerOf } from '../../rows/field.ts';
import { paperStates } from '../../rows/papers.ts';
import { type ConsoleContext, may, visitorOf } from '../context.ts';
import { paperFor } from '../paper-for.ts';
import { ALL, ANSWER, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';
import { paperPath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';
import { PaperActs } from './papers/acts.tsx';
import { PaperText } from './papers/editing.tsx';
import { LacksOfPaper } from './papers/lacks.tsx';
import { LifeOfPaper } from './papers/life.tsx';

const ACT = z.object({ act: z.enum(PAPER_ACTS).exclude(['answer']), why: z.string().trim().max(1000).default('') });
const SAID = z.object({ said: z.string().trim().min(1).max(4000) });
const FILE = z.object({ file: z.instanceof(File) });
const TEXTS = z.record(z.string(), z.unknown());
const LONGEST_TEXT = 20_000;
const PLACE = /^text:(.{1,120})$/s;

const FILES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** One paper: what it says, what people wrote, what may be done with it, its life, and its files. A unit sees what was released to it. */
export const registerPaper: Register = (app, services) => {
  app.read('/papers/:paper', ALL, async (c) => {
    const record = await paperFor(c, services, c.req.param('paper'));
    if (record === null) return tellProblem(c, 404, c.var.words.error.notFound);
    const { words, language } = c.var;
    const reader = readerOf(services.config, language);
    const entries = await services.store.papers.entries(record.id);
    const correction = await services.store.papers.correctionOf(record.id);
    const revisions = correction === null ? await revisedSince(services, record) : [];
    const mayWrite = may(c, 'POST', '/papers/:paper');
    return page(
      c,
      {
        title: kindOf(record.kind)?.name[language] ?? record.kind,
        section: 'papers',
        lead: `${paperStates[record.state][language]} ${record.number ?? ''} ${words.papers.span(record.from, record.to)}`,
      },
      <>
        {revisions.length > 0 && (
          <div class="problem" role="status">
            <p>{words.papers.revised}</p>
            <ul>
              {revisions.map(({ revision, closedAt, changes }) => (
                <li>{words.papers.revision(revision, reader.names.time(closedAt), changesInWords(changes, reader))}</li>
              ))}
            </ul>
          </div>
        )}
        <PaperActs c={c} record={record} correction={correction} canPrint={canPrint()} />
        <PaperText c={c} record={record} writable={mayWrite && record.state === 'draft'} />
        <LifeOfPaper c={c} services={services} entries={entries} />
      </>,
    );
  });

  app.write('/papers/:paper', WORK, async (c) => {
    const form = await readForm(c, ACT);
    const id = c.req.param('paper');
    if (form === null) return tellProblem(c, 400, c.var.words.error.invalid);
    const by = visitorOf(c).email;
    return told(c, id, async () => {
      const { paper: shown } = await actOnPaper(services, id, form.act, form.why, by);
      await services.note(c, `paper-${form.act}`, `paper/${id}`, form.why);
      return c.redirect(paperPath(shown));
    });
  });

  app.write('/papers/:paper/text', WORK, async (c) => {
    const form = await readForm(c, TEXTS);
    const id = c.req.param('paper');
    const texts = new Map(
      Object.entries(form ?? {}).flatMap(([name, text]) => {
        const place = PLACE.exec(name)?.[1];
        return place === undefined || typeof text !== 'string' ? [] : [[place, text.slice(0, LONGEST_TEXT)] as const];
      }),
    );
    return told(c, id, async () => {
      await editPaper(services, id, texts, visitorOf(c).email);
      await services.note(c, 'edit-paper', `paper/${id}`, '');
      return c.redirect(paperPath(id));
    });
  });

  app.write('/papers/:paper/fill', WORK, async (c) => {
    const form = await readForm(c, FILE);
    const id = c.req.param('paper');
    if (form === null) return tellProblem(c, 400, c.var.words.error.invalid);
    return told(c, id, async () => {
      const filled = await fillPaper(services, id, new Uint8Array(await form.file.arrayBuffer()), visitorOf(c).email);
      await services.note(c, 'edit-paper', `paper/${id}`, `${form.file.name}: ${filled}`);
      return c.redirect(paperPath(id));
    });
  });

  app.write('/papers/:paper/answer', ANSWER, async (c) => {
    const form = await readForm(c, SAID);
    const record = await paperFor(c, services, c.req.param('paper'));
    if (record === null) return tellProblem(c, 404, c.var.words.error.notFound);
    if (form === null) return tellProblem(c, 400, c.var.words.error.invalid);
    return told(c, record.id, async () => {
      await actOnPaper(services, record.id, 'answer', form.said, visitorOf(c).email);
      await services.note(c, 'answer-paper', `paper/${record.id}`, form.said.slice(0, 200));
      return c.redirect(paperPath(record.id));
    });
  });

  app.read('/papers/:paper/print', ALL, async (c) => {
    const record = await paperFor(c, services, c.req.param('paper'));
    if (record === null) return tellProblem(c, 404, c.var.words.error.notFound);
    const { paper, dress } = finished(c, services, record);
    return c.html(paperHtml(paper, { ...dress, consoleUrl: null }, '<link rel="stylesheet" href="/assets/paper.css">'));
  });

  app.read('/papers/:paper/file/:file', ALL, async (c) => {
    const record = await paperFor(c, services, c.req.param('paper'));
    const format = c.req.param('file');
    if (record === null || !isFormat(format)) return tellProblem(c, 404, c.var.words.error.notFound);
    const { paper, dress } = finished(c, services, record);
    const make = {
      docx: () => wordFile(paper, dress, templateOf(services.config.papers.templates, services.configDir, record.kind)),
      xlsx: () => buildWorkbook(paper.tables),
      pdf: async () => printPage(String(await paperHtml(paper, dress, `<style>${STYLES}</style>`))),
    };
    return told(c, record.id, async () => {
      const bytes = await make[format]();
      if (bytes === null) return tellProblem(c, 404, c.var.words.papers.noBrowser);
      const name = `gongkai-${record.kind}-${record.from}-${record.to}.${format}`;
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': FILES[format],
        'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(`${paper.title}.${format}`)}`,
      });
    });
  });
};

const STYLES = readFileSync(new URL('../assets/paper.css', import.meta.url), 'utf8');

function finished(
  c: ConsoleContext,
  { config, clock, publicUrl }: ConsoleServices,
  record: PaperRecord,
): { paper: PaperRecord['drawn']; dress: Dress } {
  const zone = config.estate.timezone;
  const look = { headed: c.req.query('head') !== 'none', consoleUrl: publicUrl };
  return {
    paper: record.state === 'draft' ? edited(record.drawn, record.edits) : record.drawn,
    dress: dressOf(record, zone, dayIn(zone, clock.now()), look),
  };
}

function isFormat(format: string): format is keyof typeof FILES {
  return Object.hasOwn(FILES, format);
}

/** What a paper does not allow is told in the visitor's language, with the way back to it and to each place that is lacking. */
async function told(c: ConsoleContext, id: string, act: () => Promise<Response>): Promise<Response> {
  const { language, words } = c.var;
  const back = { href: paperPath(id), label: words.papers.back };
  try {
    return await act();
  } catch (error) {
    if (error instanceof PaperLacks)
      return tellProblem(c, 409, words.papers.lacks(error.lacks.length), back, <LacksOfPaper c={c} id={id} lacks={error.lacks} />);
    if (error instanceof ToldError) return tellProblem(c, 409, error.sentence[language], back);
    throw error;
  }
}
