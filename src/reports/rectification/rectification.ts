import { lastDayToMend, type PaperKind } from '../facts.ts';
import { groundsInWords } from '../grounds.ts';
import { numbered, written } from '../paper.ts';
import { addressees, isByDefault, nameReader, problemInWords, problemsOf, problemTable } from '../problems.ts';
import { deskInWords, SLIP } from '../slip.ts';

const NOTHING = '没有需要整改的问题。';

/** 整改通知书 with its return slip: for one unit, or for all that have something to mend. */
export const rectification: PaperKind = {
  id: 'rectification',
  name: { zh: '整改通知书', en: 'notice of rectification' },
  series: '政公开督',
  answered: true,
  period: 'this-year',
  nothing: NOTHING,
  compose(facts) {
    const { estate, asOf } = facts;
    const names = nameReader(facts);
    const problems = problemsOf(facts);
    const [asked, held] = [true, false].map((is) => problems.filter((column) => isByDefault(column, facts.pack) === is)) as [
      typeof problems,
      typeof problems,
    ];
    const told = (column: (typeof problems)[number], place: number) =>
      `${place + 1}.${names.site(column.site)}“${column.name}”（${column.url}）：${problemInWords(column)}。依据：${groundsInWords(column, facts.pack)}。`;
    return {
      title: '整改通知书',
      to: addressees(facts, problems),
      opening:
        problems.length === 0
          ? [`经检查，${NOTHING}`]
          : [
              `经日常监测，截至${written(asOf)}，发现你单位负责的栏目${held.length === 0 ? '有以下情况，请核实' : '存在以下问题，请按要求整改'}。`,
            ],
      sections: numbered([
        ['问题', held.map(told)],
        [
          '提请核实',
          asked.length === 0 ? [] : ['下列栏目长期没有更新，但文件没有规定更新周期，不作为问题，请核实是否需要更新。', ...asked.map(told)],
        ],
        [
          '整改要求',
          problems.length === 0
            ? []
            : [
                `请于${written(lastDayToMend(facts))}前完成整改，并填写整改情况反馈单报市政府办公室${deskInWords(facts)}。对检查结果有异议的，请在反馈单中说明并附佐证。`,
              ],
        ],
      ]),
      tables: [
        problemTable(facts),
        {
          name: '整改情况反馈单',
          columns: ['问题', '原因分析', ...SLIP],
          rows: problems.map((column) => [`${names.site(column.site)}“${column.name}”`, ...['原因分析', ...SLIP].map(() => null)]),
        },
      ],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};
