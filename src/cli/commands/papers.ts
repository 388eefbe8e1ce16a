import type { Command } from 'commander';
import { PAPER_ACTS, PAPER_STATES, type PaperAct } from '../../model/paper.ts';
import { inBoth, type Sentence } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface ListOptions extends CommonOptions {
  readonly state?: string;
  readonly kind?: string;
  readonly unit?: string;
}

interface ShowOptions extends CommonOptions {
  readonly docx?: string;
  readonly xlsx?: string;
  readonly head: boolean;
}

interface ActOptions extends CommonOptions {
  readonly by?: string;
  readonly said?: string;
}

const ACTS: Readonly<Record<PaperAct, Sentence>> = {
  release: { zh: '发布：定稿、编文号、冻结数字和依据', en: 'release: from now on it never changes' },
  send: { zh: '送达单位', en: 'send it to whom it is for' },
  correct: { zh: '另起一份更正', en: 'begin the paper that comes in its place' },
  withdraw: { zh: '撤回（草稿作废）', en: 'withdraw it; a draft is dropped' },
  answer: { zh: '记录单位的答复', en: 'note what was answered' },
};

/** `gongkai papers …`: the office's papers that are kept, from draft to files; `gongkai report KIND --keep` begins one. */
export function registerKeptPapers(program: Command): void {
  const papers = program
    .command('papers')
    .description(inBoth({ zh: '公文：查看、发布、送达、答复、更正、撤回', en: 'papers that are kept' }));
  addCommonOptions(papers.command('list', { isDefault: true }))
    .description(inBoth({ zh: '列出公文', en: 'list papers' }))
    .option('--state <state>', PAPER_STATES.join(' | '))
    .option('--kind <kind>', inBoth({ zh: '只看这一种', en: 'only this kind' }))
    .option('--unit <id>', inBoth({ zh: '只看这个单位的', en: 'only of this unit' }))
    .action(async (_options, command: Command) => list(command.optsWithGlobals<ListOptions>()));
  addCommonOptions(papers.command('show <id>'))
    .description(inBoth({ zh: '一份公文的全文和经过，或写成文件', en: 'a paper with its life, or as a file' }))
    .option('--docx <file>', inBoth({ zh: '写成 Word 文件', en: 'write a Word file' }))
    .option('--xlsx <file>', inBoth({ zh: '写成 Excel 文件', en: 'write an Excel file' }))
    .option('--no-head', inBoth({ zh: '不带红头', en: 'without the red head' }))
    .action(async (id: string, _options, command: Command) => show(id, command.optsWithGlobals<ShowOptions>()));
  addCommonOptions(papers.command('fill <id> <file>'))
    .description(
      inBoth({ zh: '把填好的 Excel（或一张表的 CSV）填进草稿的空格', en: 'fill in the boxes of a draft from its Excel file or a CSV' }),
    )
    .option('--by <name>', inBoth({ zh: '经办人，缺省为系统用户名', en: 'who does it' }))
    .action(async (id: string, file: string, _options, command: Command) => fill(id, file, command.optsWithGlobals<ActOptions>()));
  for (const act of PAPER_ACTS)
    addCommonOptions(papers.command(`${act} <id>`))
      .description(inBoth(ACTS[act]))
      .option('--by <name>', inBoth({ zh: '经办人，缺省为系统用户名', en: 'who does it' }))
      .option('--said <text>', inBoth({ zh: '撤回的理由，或答复的内容', en: 'why, or what was answered' }))
      .action(async (id: string, _options, command: Command) => perform(id, act, command.optsWithGlobals<ActOptions>()));
}

async function list(options: ListOptions): Promise<void> {
  const state = PAPER_STATES.find((one) => one === options.state);
  if (options.state !== undefined && state === undefined)
    throw new Failure({ zh: `--state 只能是：${PAPER_STATES.join('、')}`, en: `must be one of: ${PAPER_STATES.join(', ')}` }, EXIT.usage);
  const [{ withWorkshop }, { fieldTable }, { paperFields }, { readerOf }, { toJson }] = await Promise.all([
    import('../workshop.ts'),
    import('../table.ts'),
    import('../../rows/papers.ts'),
    import('../../rows/field.ts'),
    import('../json.ts'),
  ]);
  await withWorkshop(options, async ({ store, config }) => {
    const { kind, unit } = options;
    const found = await store.papers.list({ ...(state && { states: [state] }), ...(kind && { kind }), ...(unit && { unit }) });
    if (options.json) for (const { drawn, ...paper } of found) process.stdout.write(`${toJson({ ...paper, title: drawn.title })}\n`);
    else if (found.length === 0) process.stdout.write(`${inBoth({ zh: '没有公文', en: 'no papers' })}\n`);
    else {
      const { id, number, state: standing, unit: whose, title } = paperFields;
      process.stdout.write(`${fieldTable([id, number, standing, whose, { ...title, least: 30 }], found, readerOf(config, 'zh'))}\n`);
    }
  });
}

async function show(id: string, options: ShowOptions): Promise<void> {
  const [
    { withWorkshop },
    { paperNow },
    { edited },
    { dressOf },
    { dayIn },
    { writePaper },
    { revisedSince },
    { readerOf },
    { changesInWords },
  ] = await Promise.all([
    import('../workshop.ts'),
    import('../../../jobs/reports/papers.ts'),
    import('../../reports/edits.ts'),
    import('../../reports/dress.ts'),
    import('../../model/day.ts'),
    import('../write-paper.ts'),
    import('../../../jobs/reports/revisions.ts'),
    import('../../rows/field.ts'),
    import('../../rows/closings.ts'),
  ]);
  await withWorkshop(options, async (workshop) => {
    const record = await paperNow(workshop, id);
    if (record === null) throw new Failure({ zh: `没有编号为 ${id} 的公文`, en: 'there is no such paper' }, EXIT.usage);
    const { estate, alerts } = workshop.config;
    const paper = record.state === 'draft' ? edited(record.drawn, record.edits) : record.drawn;
    const look = { headed: options.head, consoleUrl: alerts.consoleUrl ?? null };
    const dress = dressOf(record, estate.timezone, dayIn(estate.timezone, workshop.clock.now()), look);
    const { kind, state, number, from, to, unit } = record;
    const life = await workshop.store.papers.entries(id);
    const revised = await revisedSince(workshop, record);
    const reader = readerOf(workshop.config, 'zh');
    if (!options.quiet && !options.json)
      for (const { revision, closedAt, changes } of revised)
        process.stderr.write(
          `${inBoth({
            zh: `发布后数字有更正，第 ${revision} 版（${reader.names.time(closedAt)}）：${changesInWords(changes, reader)}`,
            en: `its figures were corrected since (revision ${revision})`,
          })}\n`,
        );
    const revisedSinceThen = revised.map(({ revision, closedAt, changes }) => ({ revision, at: closedAt.toISOString(), changes }));
    await writePaper(
      paper,
      dress,
      { schema: 'gongkai.paper/1', id, kind, state, number, from, to, unit, revisedSince: revisedSinceThen, life },
      { ...options, templates: workshop.config.papers.templates },
    );
  });
}

async function fill(id: string, file: string, options: ActOptions): Promise<void> {
  const [{ withWorkshop }, { fillPaper }, { userInfo }, { readFile }] = await Promise.all([
    import('../workshop.ts'),
    import('../../../jobs/reports/papers.ts'),
    import('node:os'),
    import('node:fs/promises'),
  ]);
  const bytes = await readFile(file);
  await withWorkshop(options, async (workshop) => {
    const boxes = await fillPaper(workshop, id, bytes, options.by ?? userInfo().username);
    if (options.json) process.stdout.write(`${JSON.stringify({ paper: id, boxes })}\n`);
    else if (!options.quiet) process.stdout.write(`${inBoth({ zh: `填入 ${boxes} 格`, en: `${boxes} boxes filled in` })}\n`);
  });
}

async function perform(id: string, act: PaperAct, options: ActOptions): Promise<void> {
  const [{ withWorkshop }, { actOnPaper }, { userInfo }] = await Promise.all([
    import('../workshop.ts'),
    import('../../../jobs/reports/act-on-paper.ts'),
    import('node:os'),
  ]);
  await withWorkshop(options, async (workshop) => {
    const acted = await actOnPaper(workshop, id, act, options.said?.trim() ?? '', options.by ?? userInfo().username);
    const { number = null, state = null } = (await workshop.store.papers.get(acted.paper)) ?? {};
    if (options.json) process.stdout.write(`${JSON.stringify({ ...acted, number, state })}\n`);
    else if (!options.quiet)
      process.stdout.write(`${[acted.paper, number, state, acted.sentTo].filter((one) => one !== null).join('  ')}\n`);
  });
}
