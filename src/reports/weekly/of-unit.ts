import type { Paper, PaperTable } from '../../model/paper.ts';
import { FORTNIGHT, forecastWithin } from '../../timeliness/forecast.ts';
import { stateWords } from '../../timeliness/wording/states.ts';
import { classesInWords, opens, type PaperFacts, published } from '../facts.ts';
import { alertInWords, standingOf, termOf } from '../late.ts';
import { mediaLines } from '../media.ts';
import { numbered, written } from '../paper.ts';
import { nameReader, problemInWords, problemsOf, unjudgedOf } from '../problems.ts';
import { qualityLines, qualityTables } from '../quality.ts';
import { changeLines } from './changes.ts';

/**
 * A unit's own weekly report to the office: what it published, what its self-check found, how problems were mended, what comes next. The
 * figures stand there; how problems were mended and what is planned the unit writes.
 */
export function weeklyOfUnit(facts: PaperFacts, unit: string): Paper {
  const { estate, span, asOf, yearByUnit, result } = facts;
  const name = nameReader(facts).unit(unit);
  const own = result.columns.filter((column) => column.unit === unit);
  const of = (status: string) => own.filter((column) => column.status === status).length;
  const problems = problemsOf(facts);
  const unjudged = unjudgedOf(facts);
  return {
    title: `${name}政务公开工作周报（${written(span.from)}至${written(span.to)}）`,
    to: `${estate.name}政务公开领导小组办公室：`,
    opening: [],
    sections: numbered([
      [
        '本周信息发布情况',
        [`本周发布信息${published(facts).items}条，其中${classesInWords(facts)}；本年累计发布${yearByUnit.get(unit) ?? 0}条。`],
      ],
      [
        '自查情况',
        [
          `负责栏目${own.length}个：正常${of('fresh')}个，即将到期${of('due')}个，超期${of('overdue')}个，空白${of('blank')}个，不作要求${of('exempt')}个，无法判定${unjudged.length}个。`,
          ...problems.map((column) => `“${column.name}”：${problemInWords(column)}。`),
          ...qualityLines(facts),
        ],
      ],
      ['与上周相比', changeLines(facts)],
      ['问题整改情况', mendingLines(facts, unit)],
      ['政务新媒体', mediaLines(facts)],
      ['下周计划', [...dueLines(facts, unit), '〔待填：下周拟发布和更新的内容〕']],
      ['无法判定，不计入', unjudged.length > 0 ? [`有${unjudged.length}个栏目因网站无法访问、拦截访问等原因未能判定，不作为问题。`] : []],
    ]),
    tables: [columnTable(facts, unit), ...qualityTables(facts)],
    signature: { office: name, day: asOf },
  };
}

function mendingLines(facts: PaperFacts, unit: string): string[] {
  const told = facts.opened.filter((alert) => alert.unit === unit && standingOf(alert) !== null);
  if (told.length === 0) return ['本周没有交办的问题。'];
  const mended = told.filter((alert) => standingOf(alert) === 'mended').length;
  return [
    `本周交办问题${told.length}件，已整改${mended}件。`,
    ...told.map((alert) => {
      const how = { mended: '已整改', objected: '已提出异议', unread: '暂时无法复核', 'in-hand': termOf(alert) }[standingOf(alert)!];
      return `${alertInWords(alert)}：${how}。${alert.answer ? `整改措施：${alert.answer.what}` : '整改措施：〔待填〕'}`;
    }),
  ];
}

function dueLines({ result }: PaperFacts, unit: string): string[] {
  const columns = forecastWithin(result.forecast, FORTNIGHT)
    .filter((one) => one.unit === unit)
    .flatMap((one) => one.columns);
  if (columns.length === 0) return [];
  return [`应按期更新的栏目：${columns.map((column) => `“${column.name}”（${written(column.dueOn)}前）`).join('、')}。`];
}

function columnTable(facts: PaperFacts, unit: string): PaperTable {
  const names = nameReader(facts);
  return {
    name: '本单位栏目情况',
    columns: ['序号', '网站', '栏目', '本周发布（条）', '最近更新日期', '下次应更新', '状态'],
    rows: facts.result.columns
      .filter((column) => column.unit === unit)
      .map((column, place) => [
        place + 1,
        names.site(column.site),
        column.name,
        opens(facts.counts.columns.get(`${column.site}/${column.id}`) ?? 0, facts, { site: column.site, column: column.id }),
        column.lastPublished,
        column.dueOn,
        stateWords.zh.column[column.status],
      ]),
  };
}
