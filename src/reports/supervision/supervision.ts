import { dayIn } from '../../model/day.ts';
import { lastDayToMend, type PaperKind } from '../facts.ts';
import { groundsOfAlert } from '../grounds.ts';
import { alertInWords, daysLate, lateOf, rungInWords, termInWords } from '../late.ts';
import { numbered, written } from '../paper.ts';
import { addressees, nameReader } from '../problems.ts';
import { deskInWords, SLIP } from '../slip.ts';

const NOTHING = '没有超过整改时限的问题。';

/** 督办单: what a unit was told to mend and did not in time, with the term before, the days over it, and the slip to return. */
export const supervision: PaperKind = {
  id: 'supervision',
  name: { zh: '督办单', en: 'supervision order' },
  series: '政公开督',
  answered: true,
  period: 'this-year',
  nothing: NOTHING,
  compose(facts) {
    const { estate, asOf } = facts;
    const names = nameReader(facts);
    const late = lateOf(facts);
    return {
      title: '督办单',
      to: addressees(facts, late),
      opening:
        late.length === 0
          ? [`截至${written(asOf)}，${NOTHING}`]
          : [`截至${written(asOf)}，下列${late.length}个问题已超过整改时限仍未整改，现予督办。`],
      sections: numbered([
        [
          '督办事项',
          late.map(
            (alert, place) =>
              `${place + 1}.${alertInWords(alert)}。上次时限为${termInWords(alert, facts.calendar)}，已逾期${daysLate(alert, facts)}天，${rungInWords(alert)}。`,
          ),
        ],
        [
          '办理要求',
          late.length === 0
            ? []
            : [
                `请于${written(lastDayToMend(facts))}前整改到位，并填写反馈单报市政府办公室${deskInWords(facts)}。逾期仍未整改的，将提出约谈或者问责建议。`,
              ],
        ],
      ]),
      tables: [
        {
          name: '督办事项清单',
          columns: ['序号', '单位', '问题', '网址', '依据', '交办日期', '上次时限', '逾期天数', '第几次督办', '拟问责建议'],
          rows: late.map((alert, place) => [
            place + 1,
            alert.unit === null ? '' : names.unit(alert.unit),
            { text: alertInWords(alert), link: `/alerts/${encodeURIComponent(alert.id)}` },
            alert.url ?? '',
            groundsOfAlert(alert, facts.pack),
            alert.sentAt === null ? '' : dayIn(estate.timezone, alert.sentAt),
            alert.dueOn,
            daysLate(alert, facts),
            Math.max(1, alert.level - 1),
            null,
          ]),
        },
        {
          name: '督办反馈单',
          columns: ['问题', '未按期整改的原因', ...SLIP],
          rows: late.map((alert) => [alertInWords(alert), ...['未按期整改的原因', ...SLIP].map(() => null)]),
        },
      ],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};
