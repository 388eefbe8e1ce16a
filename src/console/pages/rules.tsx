import { z } from 'zod';
import type { ColumnRow } from '../../audit/audit-result.ts';
import { entriesOf, valuesOf, withEntry, withoutEntry, withValues } from '../../config/edit-estate.ts';
import { formatPeriod } from '../../model/day.ts';
import { SEVERITIES } from '../../model/records.ts';
import type { Rule } from '../../model/rules.ts';
import { namesOf } from '../../rows/names.ts';
import { type ConsoleContext, may } from '../context.ts';
import { type Changed, changeEstate } from '../estate/change.ts';
import { ALL, LEAD } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Count } from '../view/count.tsx';
import { choice, Filters } from '../view/filters.tsx';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { columnsPath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';
import { limitWords, sourceWords } from '../view/rule-words.ts';
import { Saved } from '../view/saved.tsx';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

/** Every rule with the document that it stands on and the columns that it binds. */
export const registerRules: Register = (app, services) => {
  app.section('rules', '/rules', ALL, async (c) => {
    const { words, language } = c.var;
    const { pack, packs } = services.config;
    const packName = (of: string) => packs.find(({ id }) => id === of)?.name ?? of;
    const names = namesOf(services.config, language);
    const { result } = await services.judgementFor(c);
    const bound = (rule: Rule) =>
      rule.kind === 'column' ? result.columns.filter((column) => isBound(column, rule.categories, pack.id)) : [];
    const mayChange = services.changeEstate !== undefined && may(c, 'POST', '/rules/:rule/off');
    const { search = '', severity = '', checked = '' } = c.req.query();
    const wanted = pack.rules.filter(
      (rule) =>
        (search === '' ||
          `${rule.name} ${sourceWords(rule.source)} ${categoriesOf(rule).map(names.category).join(' ')}`.includes(search)) &&
        (severity === '' || rule.severity === severity) &&
        (checked === '' || String(rule.verified) === checked),
    );
    const table: Table<Rule> = {
      name: 'rules',
      caption: `${words.rules.pack}${words.colon}${pack.name}`,
      rows: wanted,
      rowId: (row) => `rule-${row.id}`,
      columns: [
        { head: words.head.rule, value: (row) => row.name },
        {
          head: words.head.severity,
          value: (row) => words.severity[row.severity],
          show: (row) => <Status name={row.severity} of={words.severity} />,
        },
        { head: words.head.period, value: (row) => limitOf(row, words) },
        { head: words.head.category, value: (row) => categoriesOf(row).map(names.category).join('、'), minor: true },
        { head: words.head.document, value: (row) => sourceWords(row.source) },
        { head: words.head.valid, value: (row) => `${row.source.validFrom} – ${row.source.validTo ?? ''}`, minor: true },
        {
          head: words.rules.verified,
          value: (row) => (row.verified ? words.rules.verified : words.rules.check),
          show: (row) => <Standing c={c} rule={row} mayChange={mayChange} />,
        },
        {
          head: words.head.binds,
          value: (row) => (row.kind === 'column' ? bound(row).length : null),
          show: (row) => row.kind === 'column' && <Bound columns={bound(row)} />,
          number: true,
        },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      {
        title: words.rules.title,
        section: 'rules',
        lead: (
          <>
            {pack.lineage.length > 0 && `${words.rules.lineage}${pack.lineage.map(packName).join('、')}。`} {words.rules.verifiedHelp}
          </>
        ),
      },
      <>
        <Saved c={c} services={services} />
        <Filters
          c={c}
          filters={[
            { kind: 'text', name: 'search', label: words.filter.search },
            choice('severity', words.head.severity, SEVERITIES, (value) => words.severity[value]),
            choice('checked', words.rules.verified, ['true', 'false'], (value) =>
              value === 'true' ? words.rules.verified : words.rules.check,
            ),
          ]}
        />
        <TableView c={c} table={table} />
        {pack.off && pack.off.length > 0 && (
          <section>
            <h2>{words.rules.off}</h2>
            <ul class="plain">
              {pack.off.map(({ id, reason, byEstate }) => (
                <li id={`rule-${id}`}>
                  <code>{id}</code> {reason}{' '}
                  {byEstate && mayChange && (
                    <form class="inline" method="post" action={`/rules/${encodeURIComponent(id)}/on`}>
                      <FormToken c={c} />
                      <button type="submit" class="second">
                        {words.rules.switchOn}
                      </button>
                    </form>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </>,
    );
  });

  app.write('/rules/:rule/confirmed', LEAD, async (c) => {
    const { words } = c.var;
    const { pack } = services.config;
    const rule = pack.rules.find(({ id }) => id === c.req.param('rule'));
    if (rule === undefined) return tellProblem(c, 404, words.error.notFound);
    const edit = (text: string) => {
      const confirmed = new Set([...valuesOf(text, ['confirmedRules']), `${pack.id}/${rule.id}`]);
      return withValues(text, [[['confirmedRules'], [...confirmed]]]);
    };
    return told(c, rule.id, await changeEstate(c, services, { edit, why: '', what: `${words.rules.confirm} ${rule.name}` }));
  });

  app.write('/rules/:rule/off', LEAD, async (c) => {
    const { words } = c.var;
    const { pack } = services.config;
    const form = await readForm(c, REASON);
    const rule = pack.rules.find(({ id }) => id === c.req.param('rule'));
    if (rule === undefined) return tellProblem(c, 404, words.error.notFound);
    if (form === null) return tellProblem(c, 400, words.rules.reasonNeeded);
    const { why } = form;
    const edit = (text: string) => withEntry(text, OFF, null, { rule: `${pack.id}/${rule.id}`, reason: why });
    return told(c, rule.id, await changeEstate(c, services, { edit, why, what: `${words.rules.switchOff} ${rule.name}` }));
  });

  app.write('/rules/:rule/on', LEAD, async (c) => {
    const { words } = c.var;
    const { pack } = services.config;
    const id = c.req.param('rule');
    if (!pack.off?.some((rule) => rule.id === id && rule.byEstate)) return tellProblem(c, 404, words.error.notFound);
    const edit = (text: string) => {
      const index = entriesOf(text, OFF).findIndex(({ rule }) => rule === `${pack.id}/${id}`);
      return index < 0 ? text : withoutEntry(text, OFF, index);
    };
    return told(c, id, await changeEstate(c, services, { edit, why: '', what: `${words.rules.switchOn} ${id}` }));
  });
};

const OFF = ['offRules'];
const REASON = z.object({ why: z.string().trim().min(1).max(500) });

function told(c: ConsoleContext, rule: string, done: Changed) {
  return 'problems' in done ? tellProblem(c, 409, done.problems.join(' ')) : c.redirect(`/rules?saved=${done.revision}#rule-${rule}`);
}

/** Whether a rule was compared with its document, and what a supervisor does with it: confirm it, or hold it against nobody. */
function Standing({ c, rule, mayChange }: { c: ConsoleContext; rule: Rule; mayChange: boolean }) {
  const { rules } = c.var.words;
  const says = rule.verified ? rules.verified : rules.check;
  if (!mayChange) return <>{says}</>;
  const path = `/rules/${encodeURIComponent(rule.id)}`;
  return (
    <>
      {says}
      {!rule.verified && (
        <form class="inline" method="post" action={`${path}/confirmed`}>
          <FormToken c={c} />
          <button type="submit" class="second">
            {rules.confirm}
          </button>
        </form>
      )}
      <details>
        <summary>{rules.switchOff}</summary>
        <form method="post" action={`${path}/off`}>
          <FormToken c={c} />
          <label>
            <span>{rules.offReason}</span>
            <input name="why" required maxlength={500} />
          </label>
          <button type="submit" class="second">
            {rules.switchOff}
          </button>
        </form>
      </details>
    </>
  );
}

function isBound(column: ColumnRow, categories: readonly string[], pack: string): boolean {
  return column.category !== null && categories.includes(column.category) && column.rule === `${pack}/${column.category}`;
}

function Bound({ columns }: { columns: readonly ColumnRow[] }) {
  const rules = [...new Set(columns.flatMap(({ rule }) => rule ?? []))];
  return <Count of={columns.length} list={columnsPath({ rule: rules.join(',') })} />;
}

function categoriesOf(rule: Rule): readonly string[] {
  return 'categories' in rule ? (rule.categories ?? []) : [];
}

function limitOf(rule: Rule, words: Parameters<typeof limitWords>[1]): string | null {
  if (!('limit' in rule)) return null;
  const { limit } = rule;
  if (limit === null) return rule.kind === 'column' ? words.eventDriven : null;
  return limitWords('period' in limit ? { period: formatPeriod(limit.period), workingDays: null } : { period: null, ...limit }, words);
}
