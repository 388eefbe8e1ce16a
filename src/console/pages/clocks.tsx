import type { ClockResult, Measure } from '../../duties/clocks/clocks.ts';
import { formatPeriod } from '../../model/day.ts';
import { namesOf } from '../../rows/names.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { External } from '../view/external.tsx';
import { choiceOf, Filters } from '../view/filters.tsx';
import { page } from '../view/layout.tsx';
import { unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { limitWords, sourceWords } from '../view/rule-words.ts';
import { exported, type Table, TableView } from '../view/table.tsx';

/** Terms of the law that pages show both ends of: how each unit keeps them, and what took too long. */
export const registerClocks: Register = (app, services) => {
  app.read('/clocks', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const names = namesOf(services.config, language);
    const nameOf = (row: ClockResult) => (language === 'zh' ? row.name : row.nameEn);
    const rows = judgement.result.clocks.filter(({ unit }) => [unit, undefined, ''].includes(c.req.query('unit')));
    const terms: Table<ClockResult> = {
      name: 'clocks',
      caption: words.clocks.title,
      rows,
      columns: [
        { head: words.clocks.clock, value: nameOf },
        {
          head: words.head.unit,
          value: (row) => names.unit(row.unit),
          show: (row) => <a href={unitPath(row.unit)}>{names.unit(row.unit)}</a>,
        },
        { head: words.clocks.limit, value: (row) => `${row.atLeast ? words.clocks.atLeast : words.clocks.atMost} ${limitText(row)}` },
        { head: words.clocks.items, value: (row) => row.items, number: true },
        { head: words.clocks.measured, value: (row) => row.measured, number: true },
        { head: words.clocks.unproven, value: (row) => row.unproven, number: true },
        { head: words.clocks.median, value: (row) => row.median, number: true },
        { head: words.clocks.p90, value: (row) => row.p90, number: true },
        { head: words.clocks.worst, value: (row) => row.worst, number: true },
        { head: words.clocks.late, value: (row) => (row.measurable ? row.late.length : words.clocks.filledIn), number: true },
        { head: words.head.document, value: (row) => sourceWords(row.source), minor: true },
      ],
    };
    const late: Table<Measure & { readonly of: ClockResult }> = {
      name: 'late',
      caption: words.clocks.late,
      rows: rows.flatMap((of) => of.late.map((one) => ({ ...one, of }))),
      columns: [
        { head: words.clocks.clock, value: ({ of }) => nameOf(of) },
        { head: words.head.unit, value: ({ of }) => names.unit(of.unit) },
        { head: words.head.title, value: (row) => row.title, show: (row) => <External url={row.url}>{row.title}</External> },
        { head: words.head.url, value: (row) => row.url, filed: true },
        { head: words.clocks.from, value: (row) => row.from },
        { head: words.clocks.until, value: (row) => row.until },
        { head: words.clocks.days, value: (row) => row.days, number: true },
      ],
    };
    const file = await exported(c, terms, late);
    if (file) return file;
    return page(
      c,
      { title: words.clocks.title, section: 'duties', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <>
        <p class="hint">{words.clocks.lead}</p>
        <Filters c={c} filters={[choiceOf('unit', words.head.unit, judgement.result.units, names.unit)]} />
        <TableView c={c} table={terms} />
        <TableView c={c} table={late} />
      </>,
    );

    function limitText({ limit }: ClockResult): string | null {
      return limitWords('period' in limit ? { period: formatPeriod(limit.period), workingDays: null } : { period: null, ...limit }, words);
    }
  });
};
