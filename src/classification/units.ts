import { isPlace } from './places.ts';

/**
 * What kind of office a unit is, which decides what its news are: a `government` reports on its place, a `department` and a `town`
 * on their own work. `zone` is the committee of a development zone, `body` the party, congress, courts and their like.
 */
export const UNIT_KINDS = ['unknown', 'government', 'department', 'town', 'zone', 'body', 'other'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

const TOWN = /(?:街道|镇|乡|办事处)(?:人民政府|政府|办事处|党工委)?$/;
const ZONE = /(?:开发区|高新区|新区|实验区|示范区|度假区|保税区|园区|管委会|管理委员会|风景区)(?:管委会|管理委员会)?$/;
const BODY = /(?:人大|人民代表大会|政协|法院|检察院|纪委|监委|县委|市委|区委|省委|党委|工会|团委|妇联|联合会)/;
const GOVERNMENT = /(?:人民政府|政府|政府网|门户网站?|政府门户网站?|政府网站)$/;
const DEPARTMENT = /(?:局|厅|委员会|委|部|署|中心|所|队|馆|站|办|办公室|处|社|台|总局|公司|院)$/;
const OTHER = /(?:大学|学院|学校|中学|小学|医院|公司)$/;

/** Tells the kind of a unit from its name. An office of a government (市政府办公室) is a department, a government of a town is a town. */
export function unitKind(unit: string | null | undefined): UnitKind {
  const name = unit?.replace(/[\s\u3000]+/g, '').slice(0, 60);
  if (!name) return 'unknown';
  if (TOWN.test(name)) return 'town';
  if (GOVERNMENT.test(name) || isPlace(name)) return 'government';
  if (OTHER.test(name)) return 'other';
  if (ZONE.test(name)) return 'zone';
  if (BODY.test(name)) return 'body';
  return DEPARTMENT.test(name) ? 'department' : 'other';
}

/** How a kind is called in an explanation. */
export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  unknown: '单位不详',
  government: '政府门户',
  department: '部门',
  town: '乡镇街道',
  zone: '开发区',
  body: '党委、人大、群团等',
  other: '其他单位',
};
