import type { PaperKind } from '../facts.ts';
import { alertInWords, daysLate, lateOf, rungInWords } from '../late.ts';
import { numbered, written } from '../paper.ts';
import { nameReader } from '../problems.ts';

const NOTHING = '没有列入通报后仍未整改的问题，不提出问责建议。';

/** Forms of accountability that the State Council's office counts, as in its circular on the fourth quarter of 2017. */
const FORMS = ['约谈', '书面检查', '通报批评', '调离岗位或者免职'];

/** 问责记录: who was held to account for what and how; only what was on the circular list is proposed, and a person decides. */
export const accountability: PaperKind = {
  id: 'accountability',
  name: { zh: '问责记录', en: 'accountability record' },
  series: '政公开责',
  marks: 'held-to-account',
  period: 'this-year',
  nothing: NOTHING,
  // Released it stands in the history of the alerts as what followed: who, how, by whom and with what result must be there.
  owes: () => true,
  compose(facts) {
    const { estate, asOf } = facts;
    const names = nameReader(facts);
    const listed = lateOf(facts).filter(({ level }) => level >= 3);
    return {
      title: '问责记录',
      to: null,
      opening: [
        listed.length === 0
          ? `截至${written(asOf)}，${NOTHING}`
          : `截至${written(asOf)}，下列${listed.length}个问题列入通报后仍未整改，提请研究问责。`,
      ],
      sections: numbered([
        ['说明', ['问责由有权机关决定；系统只列事实，不提出对个人的结论。没有读到、正在异议和没有送达的问题不在其中。']],
      ]),
      tables: [
        {
          name: '问责事项',
          columns: ['序号', '单位', '事由', '整改时限', '逾期天数', '已采取的措施', '问责方式', '被问责人', '决定机关', '决定日期', '结果'],
          rows: listed.map((alert, place) => [
            place + 1,
            alert.unit === null ? '' : names.unit(alert.unit),
            { text: alertInWords(alert), link: `/alerts/${encodeURIComponent(alert.id)}` },
            alert.dueOn,
            daysLate(alert, facts),
            rungInWords(alert),
            null,
            null,
            null,
            null,
            null,
          ]),
        },
        { name: '问责人次统计', columns: ['方式', '人次'], boxes: 'numbers', rows: [...FORMS, '合计'].map((form) => [form, null]) },
      ],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};
