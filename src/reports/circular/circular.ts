import { columnBlank } from '../../checks/column-blank.ts';
import { columnOverdue } from '../../checks/column-overdue.ts';
import { ownRule } from '../../checks/parts/rules.ts';
import { classesInWords, lastDayToMend, type PaperFacts, type PaperKind } from '../facts.ts';
import { standingOf } from '../late.ts';
import { mediaLines, mediaTables } from '../media.ts';
import { mediaProblemLines, mediaProblems, mediaProblemTables } from '../media-problems.ts';
import { NUMERALS, numbered, periodInTitle, written } from '../paper.ts';
import {
  isByDefault,
  nameReader,
  problemsOf,
  problemTable,
  rateInWords,
  sitesChecked,
  unjudgedInWords,
  unjudgedTable,
} from '../problems.ts';
import { qualityLines, qualityTables } from '../quality.ts';
import { reminderLines, reminderTables } from '../reminders.ts';

/** 工作通报: last period's problems first, then how sites stand, what was found, by when it is to be mended. */
export const circular: PaperKind = {
  id: 'circular',
  name: { zh: '工作通报', en: 'circular' },
  series: '政办函',
  period: 'last-quarter',
  counts: 'in-words',
  compose(facts) {
    const { estate, span, asOf, result, before, counts } = facts;
    const names = nameReader(facts);
    const problems = problemsOf(facts);
    const unjudged = unjudgedInWords(facts);
    const { checked, passed } = sitesChecked(facts);
    const media = mediaLines(facts);
    const byDefault = problems.filter((column) => isByDefault(column, facts.pack));
    const kinds = [
      ['栏目更新不及时', problems.filter((column) => column.status === 'overdue' && !byDefault.includes(column))],
      ['空白栏目', problems.filter(({ status }) => status === 'blank')],
    ] as const;
    const whose = (rows: typeof problems) => [...new Set(rows.map(({ unit }) => names.unit(unit)))].join('、');
    const found = [
      ...kinds.flatMap(([kind, rows]) => (rows.length === 0 ? [] : [`${kind}${rows.length}个。${whose(rows)}存在此类问题，具体见附件1。`])),
      ...mediaProblemLines(facts),
      ...(byDefault.length === 0
        ? []
        : [
            `另有${byDefault.length}个栏目长期没有更新，但文件没有规定更新周期，按监测系统的一般要求提示，不列为问题。请${whose(byDefault)}核实，具体见附件1。`,
          ]),
    ];
    return {
      title: `${estate.name}人民政府办公室关于${periodInTitle(span)}政府网站检查情况的通报`,
      to: '各乡镇人民政府、街道办事处，市政府各部门：',
      opening: [
        `按照${standardsInWords(facts)}，市政府办公室对全市政府网站${written(span.from)}至${written(span.to)}的运行情况进行了检查，现将有关情况通报如下。`,
      ],
      sections: numbered([
        [
          '总体情况',
          [
            `（一）上期问题整改。${lastPeriodInWords(before)}`,
            `（二）网站运行。在运行网站${result.sites.length}个，检查${checked.length}个（${rateInWords(checked.length, result.sites.length)}），合格${passed.length}个，不合格${checked.length - passed.length}个，合格率${rateInWords(passed.length, checked.length)}。`,
            ...(media.length > 0 ? [`（三）政务新媒体。${media.join('')}`] : []),
            `（${media.length > 0 ? '四' : '三'}）信息发布。本期共发布信息${counts.items}条，其中${classesInWords(facts)}。`,
          ],
        ],
        ['存在的主要问题', found.map((line, place) => `（${NUMERALS[place] ?? place + 1}）${line}`)],
        ['发布内容质量', qualityLines(facts)],
        ['提醒事项', reminderLines(facts)],
        [
          '下一步工作要求',
          problems.length + mediaProblems(facts).length === 0
            ? ['请各单位继续做好信息发布和栏目维护工作。']
            : [`请存在问题的单位于${written(lastDayToMend(facts))}前完成整改，并将整改情况报市政府办公室。市政府办公室将逐项复核。`],
        ],
        ['无法判定，不计入', unjudged === null ? [] : [`${unjudged}，不计入上述问题，名单见附件2。`]],
      ]),
      tables: [
        problemTable(facts),
        unjudgedTable(facts),
        {
          name: '信息发布量统计表',
          columns: ['序号', '单位', '合计（条）', '零发布'],
          rows: result.units.map(({ id, name, unknown }, place) => [
            place + 1,
            name,
            counts.units.get(id) ?? 0,
            (counts.units.get(id) ?? 0) > 0 ? null : unknown > 0 ? '有栏目未能读取' : '是',
          ]),
        },
        ...mediaTables(facts),
        ...mediaProblemTables(facts),
        ...qualityTables(facts),
        ...reminderTables(facts),
      ],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};

/** 依据: the guidelines, once they held, and the standard that sites were really judged by, with its document. */
function standardsInWords({ pack, asOf }: Pick<PaperFacts, 'pack' | 'asOf'>): string {
  const rules = [columnOverdue, columnBlank].map(({ kind }) => ownRule(pack, kind));
  const documents = [...new Set(rules.flatMap((rule) => (rule?.verified ? [rule.source.document] : [])))];
  const standard = `《${pack.name.replace(/（\d{4}）$/, '')}》${documents.length === 0 ? '' : `（${documents.join('、')}）`}`;
  return asOf < GUIDELINES.from ? standard : `${GUIDELINES.name}和${standard}`;
}

/** 政府网站发展指引, 2017-06-08. */
const GUIDELINES = { name: '《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号）', from: '2017-06-08' };

/** 上期问题 = 已整改 + 未整改; what waits for an answer of ours, or could not be read again, is in neither. */
function lastPeriodInWords(before: PaperFacts['before']): string {
  const of = (standing: ReturnType<typeof standingOf>) => before.filter((alert) => standingOf(alert) === standing).length;
  const [mended, open, objected, unread] = [of('mended'), of('in-hand'), of('objected'), of('unread')];
  const apart = [
    ...(objected > 0 ? [`另有${objected}件单位提出异议，正在核实`] : []),
    ...(unread > 0 ? [`另有${unread}件因网站无法读取暂未复核`] : []),
  ];
  const counted = mended + open === 0 ? '上期没有通知整改的问题' : `上期问题${mended + open}件，已整改${mended}件，未整改${open}件`;
  return `${[counted, ...apart].join('；')}。`;
}
