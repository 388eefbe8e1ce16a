import type { ColumnRow, EstateStanding } from '../audit/audit-result.ts';
import type { Alert } from '../model/alerts.ts';
import type { PaperTable } from '../model/paper.ts';
import type { RulePack } from '../model/rules.ts';
import { groundsOfPeriod } from '../timeliness/grounds.ts';
import { stateWords } from '../timeliness/wording/states.ts';
import type { PaperFacts } from './facts.ts';
import { evidenceOf, groundsOf } from './grounds.ts';
import { standingOf } from './late.ts';
import { written } from './paper.ts';

interface Judged extends Pick<PaperFacts, 'unit'> {
  readonly result: EstateStanding;
}

/** Whether somebody had looked by the day that is judged. */
function wasLookedAt({ doubts }: Pick<ColumnRow, 'doubts'>): boolean {
  return !doubts.includes('read-later');
}

/** Columns that a paper may hold against a unit: what could not be read is never among them. */
export function problemsOf({ result, unit }: Judged): ColumnRow[] {
  return result.columns
    .filter((column) => (column.status === 'overdue' || column.status === 'blank') && (unit === null || column.unit === unit))
    .sort((one, other) => other.overdueDays - one.overdueDays);
}

/** Whether only this program's general practice says that a column is late: that is no fault before somebody has looked. */
export function isByDefault({ status, rule }: Pick<ColumnRow, 'status' | 'rule'>, pack: RulePack): boolean {
  return status === 'overdue' && groundsOfPeriod(rule, pack)?.of === 'default';
}

/**
 * Sites of which anything could be judged, and those of them without a problem; what was not read, or too long ago, neither passes nor
 * fails, and by a period that no document names nothing fails.
 */
export function sitesChecked(facts: Judged & Pick<PaperFacts, 'pack'>) {
  const judged = new Set(
    facts.result.columns.flatMap((column) => (column.status !== 'unknown' && wasLookedAt(column) ? [column.site] : [])),
  );
  const checked = facts.result.sites.filter(
    ({ id, status, columns }) => (status === 'ok' || status === 'partial') && (columns === 0 || judged.has(id)),
  );
  const failed = new Set(problemsOf(facts).flatMap((column) => (isByDefault(column, facts.pack) ? [] : [column.site])));
  return { checked, passed: checked.filter(({ id }) => !failed.has(id)) };
}

/** `99.22%`; a dash where there is no whole. */
export function rateInWords(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(2)}%`;
}

/** Columns that were not judged, with the reason: they could not be, or nobody had looked at them yet. */
export function unjudgedOf({ result, unit }: Pick<PaperFacts, 'result' | 'unit'>): ColumnRow[] {
  const isAsked = ({ status }: ColumnRow) => status !== 'exempt';
  return result.columns.filter(
    (column) => (unit === null || column.unit === unit) && (column.status === 'unknown' || (!wasLookedAt(column) && isAsked(column))),
  );
}

/** `有3个栏目因网站无法访问、拦截访问等原因未能判定`, and how many were not watched yet; null where all were judged. */
export function unjudgedInWords(facts: Pick<PaperFacts, 'result' | 'unit' | 'asOf'>): string | null {
  const unjudged = unjudgedOf(facts);
  const unwatched = unjudged.filter((column) => !wasLookedAt(column)).length;
  const said = [
    ...(unwatched > 0 ? [`有${unwatched}个栏目到${written(facts.asOf)}尚未监测`] : []),
    ...(unjudged.length > unwatched ? [`有${unjudged.length - unwatched}个栏目因网站无法访问、拦截访问等原因未能判定`] : []),
  ];
  return said.length === 0 ? null : said.join('，');
}

/** 网站问题清单, as the annex of a circular has it. */
export function problemTable(facts: PaperFacts): PaperTable {
  const names = nameReader(facts);
  const due = new Map(facts.opened.map((alert) => [`${alert.site}/${alert.column}`, alert]));
  return {
    name: '网站问题清单',
    columns: [
      '序号',
      '单位',
      '网站名称',
      '网站标识码',
      '栏目（点击路径）',
      '网址',
      '问题类型',
      '具体问题',
      '最近更新日期',
      '超期天数',
      '指标依据',
      '证据',
      '整改时限',
      '整改情况',
    ],
    rows: problemsOf(facts).map((column, place) => {
      const alert = due.get(`${column.site}/${column.id}`);
      return [
        place + 1,
        names.unit(column.unit),
        names.site(column.site),
        facts.estate.sites.find(({ id }) => id === column.site)?.idCode ?? null,
        [...column.path.slice(0, -1), column.name].join('＞'),
        column.url,
        column.status === 'blank'
          ? '空白栏目'
          : isByDefault(column, facts.pack)
            ? '长期未更新（文件没有规定周期，请核实）'
            : '栏目更新不及时',
        problemInWords(column),
        column.lastPublished ?? '—',
        column.status === 'blank' ? '—' : column.overdueDays,
        groundsOf(column, facts.pack),
        evidenceOf(column),
        alert?.dueOn ?? null,
        alert ? mendingInWords(alert) : null,
      ];
    }),
  };
}

/** 整改情况; empty where the unit was not told yet. */
export function mendingInWords(alert: Alert): string | null {
  const standing = standingOf(alert);
  if (standing === 'in-hand') return alert.answer ? '整改中' : alert.reachedAt === null ? '已交办' : '未答复';
  return standing && { mended: '已整改', objected: '有异议，核实中', unread: '暂时无法复核' }[standing];
}

/** 无法判定、不计入问题的栏目. */
export function unjudgedTable(facts: PaperFacts): PaperTable {
  const names = nameReader(facts);
  return {
    name: '无法判定不计入的栏目',
    columns: ['序号', '单位', '网站名称', '栏目', '网址', '原因'],
    rows: unjudgedOf(facts).map(({ unit, site, name, url, reason, doubts }, place) => [
      place + 1,
      names.unit(unit),
      names.site(site),
      name,
      url,
      !wasLookedAt({ doubts })
        ? '当时尚未监测'
        : reason === null
          ? null
          : reason === 'forbidden'
            ? '网站声明不允许程序读取'
            : stateWords.zh.reason[reason],
    ]),
  };
}

export function problemInWords({
  status,
  lastPublished,
  dueOn,
  overdueDays,
}: Pick<ColumnRow, 'status' | 'lastPublished' | 'dueOn' | 'overdueDays'>): string {
  if (status === 'blank') return '列表打开正常，没有任何信息';
  const last = lastPublished === null ? '没有见到更新日期' : `最近一次更新为${written(lastPublished)}`;
  return dueOn === null ? last : `${last}，应于${written(dueOn)}前更新，已超期${overdueDays}天`;
}

export function nameReader({ estate }: Pick<PaperFacts, 'estate'>) {
  const units = new Map(estate.units.map(({ id, name }) => [id, name]));
  const sites = new Map(estate.sites.map(({ id, name }) => [id, name]));
  return { unit: (id: string) => units.get(id) ?? id, site: (id: string) => sites.get(id) ?? id };
}

/** 主送: the unit that a paper is about, else every unit that it names, each once; null where it names none. */
export function addressees(facts: Pick<PaperFacts, 'estate' | 'unit'>, named: readonly { readonly unit: string | null }[]): string | null {
  const names = nameReader(facts);
  const units = facts.unit === null ? named.flatMap(({ unit }) => unit ?? []) : [facts.unit];
  return units.length === 0 ? null : `${[...new Set(units)].map(names.unit).join('、')}：`;
}
