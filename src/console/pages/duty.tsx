import type { ColumnRow } from '../../audit/audit-result.ts';
import { columnKey } from '../../counting/count.ts';
import { stateText } from '../../duties/cell-text.ts';
import { type DutyResult, standingOf } from '../../duties/duty.ts';
import { keepersOf } from '../../duties/roster.ts';
import { clickPath } from '../../model/click-path.ts';
import { daysBetween } from '../../model/day.ts';
import type { DutyRule } from '../../model/rules.ts';
import { namesOf } from '../../rows/names.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { External } from '../view/external.tsx';
import { page } from '../view/layout.tsx';
import { alertsPath, columnPath, dutiesPath, rulePath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { tellProblem } from '../view/problem.tsx';
import { sourceWords } from '../view/rule-words.ts';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

/** The evidence of one duty: by when and why, what was found, and every place where it was looked for. */
export const registerDuty: Register = (app, services) => {
  app.read('/duty', ALL, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const { rule, unit, year, site } = c.req.query();
    const duty = judgement.result.duties.find(
      (one) => one.rule === rule && one.unit === unit && String(one.year) === year && (one.site ?? '') === (site ?? ''),
    );
    if (duty === undefined) return tellProblem(c, 404, words.duties.unknown);
    const { pack, estate } = services.config;
    const names = namesOf(services.config, language);
    const byPack = pack.rules.find((one): one is DutyRule => one.kind === 'duty' && `${pack.id}/${one.id}` === duty.rule);
    const columns = judgement.result.columns;
    const places: Table<ColumnRow> = {
      name: 'places',
      caption: words.duties.places,
      rows: byPack === undefined ? [] : columns.filter((row) => isPlace(row, duty, byPack, keepersOf(byPack, estate.units))),
      columns: [
        { head: words.head.column, value: clickPath, show: (row) => <a href={columnPath(row.site, row.id)}>{clickPath(row)}</a> },
        { head: words.head.site, value: (row) => names.site(row.site), minor: true },
        { head: words.head.unit, value: (row) => names.unit(row.unit) },
        { head: words.head.readAt, value: (row) => row.readAt && names.time(new Date(row.readAt)) },
        {
          head: words.head.status,
          value: (row) => words.status[row.status],
          show: (row) => <Status name={row.status} of={words.status} />,
        },
      ],
    };
    const file = await exported(c, places);
    if (file) return file;
    const columnNames = new Map(columns.map((row) => [columnKey(row.site, row.id), row]));
    const { dueOn, publishedOn, lacking, fault, begunBy } = duty;
    const late = dueOn !== null && publishedOn !== null && publishedOn > dueOn ? daysBetween(dueOn, publishedOn) : 0;
    const told = duty.toldBy === null ? undefined : columnNames.get(duty.toldBy);
    return page(
      c,
      {
        title: `${names.unit(duty.unit)}${words.colon}${names.duty(duty)}`,
        section: 'duties',
        lead: (
          <>
            <span class={`status ${standingOf(duty)}`}>{stateText(duty, language)}</span>{' '}
            <Momentary judgement={judgement} names={names} words={words} />
          </>
        ),
      },
      <>
        <dl class="facts">
          <dt>{words.head.duty}</dt>
          <dd>{byPack ? <a href={rulePath(byPack.id)}>{names.duty(duty)}</a> : duty.name}</dd>
          <dt>{words.head.unit}</dt>
          <dd>
            <a href={unitPath(duty.unit)}>{names.unit(duty.unit)}</a> {duty.site !== null && names.site(duty.site)}
          </dd>
          <dt>{words.head.year}</dt>
          <dd>
            <a href={dutiesPath({ rule: duty.rule })}>{words.duties.year(duty.year)}</a>
          </dd>
          <dt>{words.head.publishBy}</dt>
          <dd>
            {dueOn !== null ? names.dutyDay(dueOn) : byPack?.standing ? words.duties.standing : words.duties.notBegun}
            {duty.movedFrom && <small> {words.duties.movedFrom(duty.movedFrom)}</small>}
          </dd>
          {begunBy && (
            <>
              <dt>{words.duties.clock}</dt>
              <dd>
                {words.duties.approvals[begunBy.what]} {begunBy.on} {begunBy.source && <External url={begunBy.source} />}
              </dd>
            </>
          )}
          <dt>{words.duties.document}</dt>
          <dd>
            {publishedOn} {duty.url ? <External url={duty.url} /> : words.none} {fault && words.duties.fault[fault]}
          </dd>
          {late > 0 && (
            <>
              <dt>{words.duties.daysLate}</dt>
              <dd>{words.days(late)}</dd>
            </>
          )}
          <dt>{words.head.document}</dt>
          <dd>
            {sourceWords(duty.source)}
            {!duty.source.verified && <small> {words.column.unverified}</small>}
          </dd>
          {told && (
            <>
              <dt>{words.duties.told}</dt>
              <dd>
                <a href={columnPath(told.site, told.id)}>{told.name}</a>
              </dd>
            </>
          )}
        </dl>
        {lacking && (
          <p class="note">
            {words.duties.lacking[lacking.why]}{' '}
            {lacking.of.map((one) => {
              const row = columnNames.get(one);
              return row ? <a href={columnPath(row.site, row.id)}>{clickPath(row)} </a> : `${names.category(one)} `;
            })}
          </p>
        )}
        <p>
          <a href={alertsPath({ unit: duty.unit, state: 'all', search: duty.name })}>{words.nav.alerts}</a>
        </p>
        <TableView c={c} table={places} />
      </>,
    );
  });
};

/** Whether a column is one where the duty's document has its place: the owner's own, or that of whoever keeps it for all. */
function isPlace(row: ColumnRow, { unit, site }: DutyResult, { categories }: DutyRule, keepers: ReadonlySet<string>): boolean {
  const isOwn = site === null ? row.unit === unit : row.site === site;
  return row.status !== 'exempt' && row.category !== null && categories.includes(row.category) && (isOwn || keepers.has(row.unit));
}
