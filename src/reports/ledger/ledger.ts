import { dayIn } from '../../model/day.ts';
import type { PaperKind } from '../facts.ts';
import { periodGrounds, periodInWords } from '../grounds.ts';
import { mediaTables } from '../media.ts';
import { periodInTitle } from '../paper.ts';
import { nameReader, problemTable } from '../problems.ts';

/** 问题整改台账: every problem that was opened in the period with its whole way, and what columns lack at its end. */
export const ledger: PaperKind = {
  id: 'ledger',
  name: { zh: '工作台账', en: 'ledger' },
  series: null,
  period: 'this-year',
  counts: 'in-words',
  compose(facts) {
    const { estate, span, asOf, opened, unit, result } = facts;
    const names = nameReader(facts);
    const zone = estate.timezone;
    const categories = new Map<string, string>(facts.taxonomy.categories.map(({ id, name }) => [id, name]));
    const own = opened.filter((alert) => unit === null || alert.unit === unit);
    const columns = new Map(result.columns.map((column) => [`${column.site}/${column.id}`, column]));
    return {
      title: `${estate.name}政务公开问题整改台账（${periodInTitle(span)}）`,
      to: null,
      opening: [],
      sections: [],
      tables: [
        {
          name: '问题整改台账',
          columns: [
            '序号',
            '发现日期',
            '来源',
            '单位',
            '网站',
            '栏目',
            '网址',
            '具体问题',
            '最近更新日期',
            '超期天数',
            '交办日期',
            '整改时限',
            '单位反馈',
            '承诺完成',
            '复核整改日期',
            '升级情况',
            '销号日期',
          ],
          rows: own.map((alert, place) => [
            place + 1,
            dayIn(zone, alert.openedAt),
            '日常监测',
            alert.unit === null ? null : names.unit(alert.unit),
            alert.site === null ? null : names.site(alert.site),
            columns.get(`${alert.site}/${alert.column}`)?.name ?? alert.column,
            alert.url ?? columns.get(`${alert.site}/${alert.column}`)?.url ?? null,
            alert.message.zh,
            alert.measured?.lastPublished ?? null,
            alert.measured?.overdueDays ?? null,
            alert.sentAt && dayIn(zone, alert.sentAt),
            alert.dueOn,
            alert.answer?.what ?? null,
            alert.answer?.until ?? null,
            alert.rectifiedAt && dayIn(zone, alert.rectifiedAt),
            ['联系人', '负责人', '督办', '通报'][alert.level] ?? null,
            alert.closedAt && dayIn(zone, alert.closedAt),
          ]),
        },
        problemTable(facts),
        ...mediaTables(facts),
        {
          name: '栏目台账',
          columns: ['单位', '网站', '栏目', '网址', '类别', '更新周期', '依据', '最近更新', '下次应更新', '本期发布（条）'],
          rows: result.columns
            .filter((column) => unit === null || column.unit === unit)
            .map((column) => [
              names.unit(column.unit),
              names.site(column.site),
              column.name,
              column.url,
              categories.get(column.category ?? '') ?? null,
              periodInWords(column),
              periodGrounds(column, facts.pack),
              column.lastPublished,
              column.dueOn,
              facts.counts.columns.get(`${column.site}/${column.id}`) ?? 0,
            ]),
        },
      ],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};
