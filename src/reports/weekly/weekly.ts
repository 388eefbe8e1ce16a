import type { Day } from '../../model/day.ts';
import type { PaperTable } from '../../model/paper.ts';
import { FORTNIGHT, forecastWithin } from '../../timeliness/forecast.ts';
import { classesInWords, itemsOfClass, type PaperFacts, type PaperKind } from '../facts.ts';
import { lateOf, standingOf } from '../late.ts';
import { mediaLines, mediaTables } from '../media.ts';
import { numbered, written } from '../paper.ts';
import {
  isByDefault,
  nameReader,
  problemInWords,
  problemsOf,
  problemTable,
  unjudgedInWords,
  unjudgedOf,
  unjudgedTable,
} from '../problems.ts';
import { changeLines } from './changes.ts';
import { weeklyOfUnit } from './of-unit.ts';

/**
 * 工作周报, in both directions: of the office, what units published in a week, how columns stand at its end, what is in hand and what falls
 * due; of one unit, what it reports to the office.
 */
export const weekly: PaperKind = {
  id: 'weekly',
  name: { zh: '工作周报', en: 'weekly report' },
  series: null,
  period: 'last-week',
  counts: 'in-words',
  compares: true,
  compose(facts) {
    if (facts.unit !== null) return weeklyOfUnit(facts, facts.unit);
    const { estate, span, asOf, counts, result, opened } = facts;
    const problems = problemsOf(facts);
    const unjudged = unjudgedOf(facts);
    const names = nameReader(facts);
    const of = (status: string) => result.columns.filter((column) => column.status === status && !unjudged.includes(column)).length;
    return {
      title: `${estate.name}政务公开工作周报（${written(span.from)}至${written(span.to)}）`,
      to: null,
      opening: [],
      sections: numbered([
        ['本周信息发布情况', [`本周各单位共发布信息${counts.items}条，其中${classesInWords(facts)}。`, zeroInWords(facts)]],
        [
          '栏目更新情况',
          [
            `监测栏目${result.columns.length}个：正常${of('fresh')}个，即将到期${of('due')}个，超期${of('overdue')}个，空白${of('blank')}个，不作要求${of('exempt')}个，无法判定${unjudged.length}个。`,
            ...problems
              .slice(0, 10)
              .map(
                (column) =>
                  `${names.unit(column.unit)}“${column.name}”：${problemInWords(column)}${isByDefault(column, facts.pack) ? '（文件没有规定周期，请核实）' : ''}。`,
              ),
          ],
        ],
        ['与上周相比', changeLines(facts)],
        [
          '问题整改情况',
          [`本周新发现问题${opened.length}件，其中已整改${opened.filter(({ rectifiedAt }) => rectifiedAt !== null).length}件。`],
        ],
        ['政务新媒体', mediaLines(facts)],
        ['下周提醒', dueLines(facts)],
        ['无法判定，不计入', unjudged.length > 0 ? [`${unjudgedInWords(facts)}，不作为单位的问题，名单见附表。`] : []],
      ]),
      tables: [unitTable(facts), problemTable(facts), unjudgedTable(facts), ...mediaTables(facts)],
      signature: { office: `${estate.name}政务公开领导小组办公室`, day: asOf },
    };
  },
};

/** Lines of what falls due at most; the rest is counted. */
const MOST_DUE = 20;

/** 即将到期的栏目、事项: the first due first, what several owe by one day in one line. */
function dueLines({ result }: PaperFacts): string[] {
  const due = new Map<string, { dueOn: Day; name: string; units: string[] }>();
  for (const { name: unit, columns, duties } of forecastWithin(result.forecast, FORTNIGHT)) {
    for (const { name, dueOn } of [...duties, ...columns]) {
      const key = `${dueOn} ${name}`;
      const known = due.get(key) ?? { dueOn, name, units: [] };
      due.set(key, { ...known, units: [...new Set([...known.units, unit])] });
    }
  }
  const inOrder = [...due.values()].toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const lines = inOrder
    .slice(0, MOST_DUE)
    .map(({ dueOn, name, units }) => `“${name}”应于${written(dueOn)}前更新或公开：${units.join('、')}。`);
  return inOrder.length > MOST_DUE ? [...lines, `另有${inOrder.length - MOST_DUE}项。`] : lines;
}

/** A unit published nothing only where all its columns could be read. */
function zeroInWords(facts: PaperFacts): string {
  const none = facts.result.units.filter(({ id, columns }) => columns > 0 && (facts.counts.units.get(id) ?? 0) === 0);
  const [sure, unsure] = [none.filter(({ unknown }) => unknown === 0), none.filter(({ unknown }) => unknown > 0)];
  const named = (units: typeof none) => units.map(({ name }) => name).join('、');
  return [
    sure.length === 0 ? '' : `本周没有发布信息的单位：${named(sure)}。`,
    unsure.length === 0 ? '' : `没有见到信息、但有栏目未能读取、不作判断的单位：${named(unsure)}。`,
    none.length === 0 ? '各单位本周均有信息发布。' : '',
  ].join('');
}

function unitTable(facts: PaperFacts): PaperTable {
  const { result, counts, byUnit, taxonomy, opened, yearByUnit } = facts;
  const [problems, unjudged] = [problemsOf(facts), unjudgedOf(facts)];
  const late = lateOf(facts);
  const of = (unit: string, kind: string) => itemsOfClass(byUnit, unit, kind, taxonomy);
  const [, news, directory] = taxonomy.classes.map(({ id }) => id);
  return {
    name: '各单位情况',
    columns: [
      '序号',
      '单位',
      '本周发布（条）',
      '其中政务动态',
      '其中信息公开目录',
      '累计',
      '超期栏目',
      '空白栏目',
      '即将到期',
      '整改中',
      '逾期未整改',
      '备注',
    ],
    rows: result.units.map((unit, place) => {
      const ofUnit = (alert: { readonly unit: string | null }) => alert.unit === unit.id;
      return [
        place + 1,
        unit.name,
        counts.units.get(unit.id) ?? 0,
        of(unit.id, news ?? ''),
        of(unit.id, directory ?? ''),
        yearByUnit.get(unit.id) ?? 0,
        ...['overdue', 'blank'].map((status) => problems.filter((column) => column.unit === unit.id && column.status === status).length),
        unit.due,
        opened.filter((alert) => ofUnit(alert) && standingOf(alert) === 'in-hand').length,
        late.filter(ofUnit).length,
        unjudged.some((column) => column.unit === unit.id)
          ? `${unjudged.filter((column) => column.unit === unit.id).length}个栏目无法判定`
          : null,
      ];
    }),
  };
}
