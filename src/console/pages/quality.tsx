import { QUALITY_CHECKS } from '../../checks/checks.ts';
import { isUnsure, nameOf, sentenceOf } from '../../checks/finding.ts';
import type { Finding } from '../../model/findings.ts';
import type { Language } from '../../model/sentence.ts';
import { namesOf } from '../../rows/names.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Count } from '../view/count.tsx';
import { choice, choiceOf, Filters } from '../view/filters.tsx';
import { findingTable } from '../view/finding-table.tsx';
import { page } from '../view/layout.tsx';
import { qualityPath, qualitySheetPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { paged } from '../view/pager.tsx';
import { tellProblem } from '../view/problem.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

const PAGE = 60;
const KINDS = QUALITY_CHECKS.map(({ kind }) => kind);

/** The quality of what is published: what each check found, and a sheet per site to hand over. */
export const registerQuality: Register = (app, services) => {
  app.section('quality', '/quality', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const names = namesOf(services.config, language);
    const all = judgement.result.findings.filter(({ kind }) => KINDS.includes(kind));
    const fits = (key: string, value: string | null) => ['', undefined, value].includes(c.req.query(key));
    const found = all.filter(({ kind, subject: { unit, site } }) => fits('kind', kind) && fits('unit', unit) && fits('site', site));
    const counts = countTable(all, c.var);
    const sites = siteTable(all, judgement.result.sites, words.quality);
    const list = findingTable(found, words.quality.list, { words, pack: services.config.pack, names, language });
    const { shown, pager } = paged(c, list.rows, PAGE);
    const file = await exported(c, counts, sites, list);
    if (file) return file;
    return page(
      c,
      { title: words.quality.title, section: 'quality', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <>
        <p class="hint">{words.quality.lead}</p>
        <TableView c={c} table={counts} />
        <TableView c={c} table={sites} />
        <Filters
          c={c}
          filters={[
            choice('kind', words.quality.check, KINDS, (kind) => nameOf(kind)[language]),
            choiceOf('unit', words.head.unit, judgement.result.units, names.unit),
            choiceOf('site', words.head.site, judgement.result.sites, names.site),
          ]}
        />
        <TableView c={c} table={{ ...list, shown }} />
        {pager}
      </>,
    );
  });

  app.read('/quality/sites/:site', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const site = judgement.result.sites.find(({ id }) => id === c.req.param('site')) ?? null;
    if (site === null) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(services.config, language);
    const own = judgement.result.findings.filter(({ kind, subject }) => KINDS.includes(kind) && subject.site === site.id);
    const sheet = sheetTable(own, { caption: words.quality.sheet, words: words.quality, language, unit: names.unit });
    const file = await exported(c, sheet);
    if (file) return file;
    return page(
      c,
      {
        title: words.quality.sheetOf(site.name),
        section: 'quality',
        lead: <Momentary judgement={judgement} names={names} words={words} />,
      },
      <>
        <p>
          <button type="button" class="plain" data-print data-script hidden>
            {words.duties.print}
          </button>
        </p>
        <TableView c={c} table={sheet} />
      </>,
    );
  });
};

interface Counted {
  readonly kind: string;
  readonly sure: number;
  readonly unsure: number;
}

type Told = { readonly words: { readonly quality: QualityWords }; readonly language: Language };
interface QualityWords {
  readonly counts: string;
  readonly check: string;
  readonly sure: string;
  readonly unsure: string;
  readonly sites: string;
  readonly site: string;
  readonly found: string;
  readonly sheet: string;
  readonly unit: string;
  readonly problem: string;
  readonly certainty: string;
  readonly evidence: string;
}

function countTable(findings: readonly Finding[], { words: { quality: words }, language }: Told): Table<Counted> {
  const rows = KINDS.map((kind): Counted => {
    const own = findings.filter((finding) => finding.kind === kind);
    const unsure = own.filter(isUnsure).length;
    return { kind, sure: own.length - unsure, unsure };
  });
  return {
    name: 'counts',
    caption: words.counts,
    rows,
    columns: [
      { head: words.check, value: (row) => nameOf(row.kind)[language] },
      {
        head: words.sure,
        value: (row) => row.sure,
        show: (row) => <Count of={row.sure} list={qualityPath({ kind: row.kind })} />,
        number: true,
      },
      {
        head: words.unsure,
        value: (row) => row.unsure,
        show: (row) => <Count of={row.unsure} list={qualityPath({ kind: row.kind })} />,
        number: true,
      },
    ],
  };
}

interface SiteCount {
  readonly id: string;
  readonly name: string;
  readonly found: number;
}

function siteTable(
  findings: readonly Finding[],
  sites: readonly { readonly id: string; readonly name: string }[],
  words: QualityWords,
): Table<SiteCount> {
  return {
    name: 'sites',
    caption: words.sites,
    rows: sites
      .map(({ id, name }) => ({ id, name, found: findings.filter(({ subject }) => subject.site === id).length }))
      .filter(({ found }) => found > 0)
      .sort((one, other) => other.found - one.found),
    columns: [
      { head: words.site, value: (row) => row.name },
      {
        head: words.found,
        value: (row) => row.found,
        show: (row) => <Count of={row.found} list={qualityPath({ site: row.id })} />,
        number: true,
      },
      { head: words.sheet, value: () => null, show: (row) => <a href={qualitySheetPath(row.id)}>{words.sheet}</a> },
    ],
  };
}

/** Everything that a webmaster needs: what is wrong where, how sure we are, and what it was seen on. */
function sheetTable(
  findings: readonly Finding[],
  { caption, words, language, unit }: { caption: string; words: QualityWords; language: Language; unit: (id: string) => string },
): Table<Finding> {
  return {
    name: 'sheet',
    caption,
    wordy: true,
    rows: findings,
    columns: [
      { head: words.check, value: ({ kind }) => nameOf(kind)[language] },
      { head: words.unit, value: ({ subject }) => (subject.unit === null ? null : unit(subject.unit)) },
      { head: words.problem, value: (finding) => sentenceOf(finding)[language] },
      { head: words.certainty, value: (finding) => (isUnsure(finding) ? words.unsure : words.sure) },
      {
        head: words.evidence,
        value: ({ evidence }) => evidence.join('\n'),
        show: ({ evidence }) => (
          <ul>
            {evidence.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        ),
      },
    ],
  };
}
