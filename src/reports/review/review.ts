import { REVIEW_CHECKS } from '../../checks/checks.ts';
import { sentenceOf } from '../../checks/finding.ts';
import { saidIn } from '../../model/paper.ts';
import { type PaperKind, published } from '../facts.ts';
import { numbered, periodInTitle } from '../paper.ts';
import { nameReader } from '../problems.ts';

const REVIEWS = '审核记录';
const REVIEWED: ReadonlySet<string> = new Set(REVIEW_CHECKS.map(({ kind }) => kind));

/** 信息审核记录: what was published, what was found in it, and who looked at it (三审三校); names and opinions a person writes. */
export const review: PaperKind = {
  id: 'review',
  name: { zh: '信息审核记录', en: 'record of reviews' },
  series: null,
  period: 'last-month',
  counts: 'in-words',
  // Where a unit published nothing there was nothing to review; what was found is answered one by one.
  owes: ({ table, row }) => table !== REVIEWS || saidIn(row[2] ?? null) !== 0,
  compose(facts) {
    const { estate, span, asOf, unit, result, counts } = facts;
    const names = nameReader(facts);
    const units = result.units.filter(({ id, columns }) => (unit === null ? columns > 0 : id === unit));
    const found = result.findings.filter(({ kind, subject }) => REVIEWED.has(kind) && (unit === null || subject.unit === unit));
    return {
      title: `${estate.name}信息审核记录（${periodInTitle(span)}）`,
      to: null,
      opening: [`本期共发布信息${published(facts).items}条，系统检查发现需要核对的情况${found.length}处。审核意见和签名由审核人填写。`],
      sections: numbered([]),
      tables: [
        {
          name: REVIEWS,
          columns: [
            '序号',
            '单位',
            '本期发布（条）',
            '需核对（处）',
            '抽查（条）',
            '一审意见、审核人',
            '二审意见、审核人',
            '三审意见、审核人',
            '三校',
            '复核时间',
          ],
          rows: units.map(({ id, name }, place) => [
            place + 1,
            name,
            counts.units.get(id) ?? 0,
            found.filter(({ subject }) => subject.unit === id).length,
            null,
            null,
            null,
            null,
            null,
            null,
          ]),
        },
        {
          name: '需要核对的情况',
          columns: ['序号', '单位', '网站', '情况', '网址', '核对人', '核对结果'],
          rows: found.map((finding, place) => [
            place + 1,
            finding.subject.unit === null ? '' : names.unit(finding.subject.unit),
            finding.subject.site === null ? '' : names.site(finding.subject.site),
            sentenceOf(finding).zh,
            finding.subject.url ?? '',
            null,
            null,
          ]),
        },
      ],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};
