import type { ColumnRow } from '../../audit/audit-result.ts';
import { valuesOf, withValues } from '../../config/edit-estate.ts';
import { formatPeriod } from '../../model/day.ts';
import type { Rule } from '../../model/rules.ts';
import { namesOf } from '../../rows/names.ts';
import { type ConsoleContext, may } from '../context.ts';
import { changeEstate } from '../estate/change.ts';
import { ALL, LEAD } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Count } from '../view/count.tsx';
import { FormToken, page } from '../view/layout.tsx';
import { columnsPath, rulePath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';
import { limitWords, sourceWords } from '../view/rule-words.ts';
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
    const mayConfirm = services.changeEstate !== undefined && may(c, 'POST', '/rules/:rule/confirmed');
    const table: Table<Rule> = {
      name: 'rules',
      caption: `${words.rules.pack}${words.colon}${pack.name}`,
      rows: pack.rules,
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
          show: (row) => (row.verified ? words.rules.verified : <Unchecked c={c} rule={row.id} mayConfirm={mayConfirm} />),
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
        <TableView c={c} table={table} />
        {pack.off && pack.off.length > 0 && (
          <section>
            <h2>{words.rules.off}</h2>
            <ul class="plain">
              {pack.off.map(({ id, reason }) => (
                <li>
                  <code>{id}</code> {reason}
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
    const done = await changeEstate(c, services, { edit, why: '', what: `${words.rules.confirm} ${rule.name}` });
    return 'problems' in done ? tellProblem(c, 409, done.problems.join(' ')) : c.redirect(rulePath(rule.id));
  });
};

/** A rule that nobody has compared with its document yet, and the button of whoever has now. */
function Unchecked({ c, rule, mayConfirm }: { c: ConsoleContext; rule: string; mayConfirm: boolean }) {
  const { rules } = c.var.words;
  if (!mayConfirm) return <>{rules.check}</>;
  return (
    <form class="inline" method="post" action={`/rules/${encodeURIComponent(rule)}/confirmed`}>
      <FormToken c={c} />
      {rules.check}
      <button type="submit" class="second">
        {rules.confirm}
      </button>
    </form>
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
