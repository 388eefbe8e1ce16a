import type { CategoryId } from '../model/estate.ts';

/** Something beside the title and the column that speaks for a category. */
interface Sign {
  readonly pattern: RegExp;
  readonly category: CategoryId;
  /** Log-odds. */
  readonly weight: number;
}

/** Characters in document numbers (发文字号), before the year. */
const NUMBER_SIGNS: readonly Sign[] = [
  { pattern: /任[〔[（(]/, category: 'personnel', weight: 4 },
  { pattern: /罚.{0,4}[〔[（(]/, category: 'administrative-power', weight: 4 },
  { pattern: /许(?:准|可|决).{0,2}[〔[（(]/, category: 'administrative-power', weight: 3 },
  { pattern: /环(?:审|评|建|验).{0,2}[〔[（(]/, category: 'environment', weight: 4 },
  { pattern: /(?:告|储|挂|拍|让)字[〔[（(]/, category: 'public-resources', weight: 3 },
  { pattern: /(?:价|费).{0,2}[〔[（(]/, category: 'prices-fees', weight: 2 },
  { pattern: /(?:规|府发|政发|政办发|国发|国办发|令第)/, category: 'policies-regulations', weight: 2.5 },
  { pattern: /(?:发|字|函|办)[〔[（(]\d{4}/, category: 'policies-regulations', weight: 1.2 },
];

/** Offices that publish mostly matters of one kind. */
const UNIT_SIGNS: readonly Sign[] = [
  { pattern: /统计(?:局|队)|调查队/, category: 'statistics', weight: 1 },
  { pattern: /生态环境|环境保护|环保局/, category: 'environment', weight: 1 },
  { pattern: /市场监督|市场监管|食品药品|食药/, category: 'food-drug-safety', weight: 1 },
  { pattern: /应急管理|安全生产|气象|消防|防汛/, category: 'emergency-management', weight: 1 },
  { pattern: /政府采购|采购中心/, category: 'government-procurement', weight: 1.2 },
  { pattern: /自然资源|国土资源|住房保障/, category: 'public-resources', weight: 0.6 },
  { pattern: /物价局/, category: 'prices-fees', weight: 1 },
  { pattern: /财政/, category: 'fiscal-budget', weight: 0.5 },
  { pattern: /电视台|融媒体/, category: 'video-news', weight: 0.5 },
];

/** A sign that was seen, with what it rests on. */
export interface CircumstanceSign {
  readonly category: CategoryId;
  /** Log-odds. */
  readonly weight: number;
  readonly reason: string;
}

const NO_SIGNS: readonly CircumstanceSign[] = [];

/** What a document number, an issuer and a unit add, as log-odds by category with what it rests on. */
export function readCircumstances(item: {
  readonly documentNumber?: string | null | undefined;
  readonly issuer?: string | null | undefined;
  readonly unit?: string | null | undefined;
}): readonly CircumstanceSign[] {
  const number = item.documentNumber?.slice(0, 60);
  const issuer = (item.issuer ?? item.unit)?.slice(0, 60);
  if (!number && !issuer) return NO_SIGNS;
  const numberSign = number ? NUMBER_SIGNS.find((sign) => sign.pattern.test(number)) : undefined;
  const unitSign = issuer ? UNIT_SIGNS.find((sign) => sign.pattern.test(issuer)) : undefined;
  return [
    ...(numberSign ? [{ ...numberSign, reason: `发文字号“${number}”` }] : []),
    ...(unitSign ? [{ ...unitSign, reason: `发布单位“${issuer}”` }] : []),
  ];
}
