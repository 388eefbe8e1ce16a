import { asp } from '../looks/asp.ts';
import { cards } from '../looks/cards.ts';
import { hanweb } from '../looks/hanweb.ts';
import type { Look } from '../looks/look.ts';
import { trs } from '../looks/trs.ts';
import { vsb } from '../looks/vsb.ts';
import type { ColumnPlan } from './column-plan.ts';
import { FAULTY_SITES, OWN_SITES } from './own-sites.ts';
import { PORTAL } from './portal.ts';
import { FAULTY_SUB_SITES, SUB_SITES } from './sub-sites.ts';

/** How a site that cannot be read turns its visitors away. */
type Refusal = 'challenge' | 'reset' | 'stall';

export interface SitePlan {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly idCode: string;
  readonly look: Look;
  readonly refusal: Refusal | null;
  readonly columns: readonly ColumnPlan[];
}

const SITES: readonly Omit<SitePlan, 'columns'>[] = [
  { id: 'portal', unit: 'gov-office', name: '广水市人民政府门户网站', idCode: '4213810001', look: trs, refusal: null },
  { id: 'edu', unit: 'education', name: '广水市教育局', idCode: '4213810012', look: hanweb, refusal: null },
  { id: 'police', unit: 'police', name: '广水市公安局', idCode: '4213810015', look: cards, refusal: null },
  { id: 'env', unit: 'environment', name: '广水市环境保护局', idCode: '4213810021', look: asp, refusal: null },
  { id: 'water', unit: 'water', name: '广水市水利局', idCode: '4213810026', look: vsb, refusal: null },
  { id: 'housing', unit: 'housing', name: '广水市房产管理局', idCode: '4213810031', look: trs, refusal: 'challenge' },
  { id: 'tourism', unit: 'tourism', name: '广水市旅游局', idCode: '4213810033', look: trs, refusal: 'reset' },
  { id: 'grain', unit: 'grain', name: '广水市粮食局', idCode: '4213810034', look: trs, refusal: 'stall' },
];

/** The sites of the city with their columns; without `faults`, only what can be read. */
export function planSites(faults: boolean): SitePlan[] {
  const columns = [...PORTAL, ...SUB_SITES, ...OWN_SITES, ...(faults ? [...FAULTY_SUB_SITES, ...FAULTY_SITES] : [])];
  return SITES.filter((site) => faults || site.refusal === null).map((site) => ({
    ...site,
    columns: columns.filter((column) => column.site === site.id),
  }));
}
