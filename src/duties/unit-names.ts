import type { Estate, Unit } from '../model/estate.ts';

/** Names that offices shorten in titles, as `[in full, in short]`; the ending (局, 委员会) stays or becomes 委. */
const SHORTENED: readonly (readonly [string, readonly string[]])[] = [
  ['人力资源和社会保障', ['人社', '人力资源社会保障']],
  ['住房和城乡建设', ['住建', '住房城乡建设']],
  ['住房和城乡规划建设', ['住建']],
  ['发展和改革', ['发改', '发展改革']],
  ['卫生健康', ['卫健']],
  ['卫生和计划生育', ['卫计', '卫生计生']],
  ['自然资源和规划', ['自规', '自然资源', '资规']],
  ['自然资源', ['资规']],
  ['国土资源', ['国土']],
  ['生态环境', ['环保']],
  ['环境保护', ['环保']],
  ['交通运输', ['交通']],
  ['市场监督管理', ['市监', '市场监管']],
  ['工商行政管理', ['工商']],
  ['质量技术监督', ['质监']],
  ['食品药品监督管理', ['食药监', '食药']],
  ['安全生产监督管理', ['安监']],
  ['应急管理', ['应急']],
  ['退役军人事务', ['退役军人']],
  ['文化和旅游', ['文旅', '文化旅游']],
  ['文体广电', ['文广', '文体']],
  ['科学技术', ['科技']],
  ['工业和信息化', ['工信']],
  ['经济和信息化', ['经信']],
  ['城市管理执法', ['城管', '城市管理', '城管执法']],
  ['城市管理', ['城管']],
  ['医疗保障', ['医保']],
  ['行政审批服务', ['行政审批', '审批']],
  ['民族宗教事务', ['民宗']],
  ['畜牧兽医', ['畜牧']],
  ['农业机械管理', ['农机']],
  ['房产管理', ['房管', '房产']],
  ['扶贫开发', ['扶贫']],
  ['人民防空', ['人防']],
  ['公共资源交易监督管理', ['公管', '公共资源交易']],
  ['供销合作社联合社', ['供销社', '供销合作社', '供销联社']],
];

/** What a unit may be called in a title of its own city: without the place before it, and shortened as offices do. */
export function namesOfUnit({ name }: Pick<Unit, 'name'>): string[] {
  const bare = withoutPlace(name);
  const names = new Set([bare]);
  for (const [full, shorts] of SHORTENED) {
    if (bare.includes(full)) for (const short of shorts) names.add(bare.replace(full, short));
  }
  for (const one of [...names]) {
    if (one.endsWith('委员会')) names.add(`${one.slice(0, -3)}委`);
    if (one.endsWith('办公室') && one.length > 3) names.add(one.slice(0, -2));
    if (one.endsWith('街道办事处')) names.add(one.slice(0, -3)).add(one.replace('街道办事处', '办事处'));
    if (one.endsWith('人民政府办公室')) names.add('政府办公室').add('政府办');
    if (one.endsWith('人民政府')) names.add(one.slice(0, -4));
    else if (/[镇乡]$/u.test(one)) names.add(`${one}人民政府`);
  }
  return [...names].filter((one) => [...one].length > 2).sort((one, other) => other.length - one.length);
}

/** 城市管理局 begins with no place, and 开发区管委会 with none that stands before its office's name. */
const ENDING =
  '(?:自治区|自治州|自治县|省(?!级|直)|(?<!城)市(?!场|政|直|属|级|容|民)|州|县(?!级|直|城)|旗|(?<![发园社景校新工业辖山地])区(?!域|划))';
const PLACE = new RegExp(`^(?:[\\u4e00-\\u9fa5]{1,6}?${ENDING})+(?=[\\u4e00-\\u9fa5]{2})`, 'u');
const CHAIN = new RegExp(`^(?:[\\u4e00-\\u9fa5]{2,6}?${ENDING})+`, 'u');

function withoutPlace(name: string): string {
  const bare = name.replace(/^(?:市|县|区|州|省)(?=[\u4e00-\u9fa5]{2})/u, '');
  return bare === name ? name.replace(PLACE, '') : bare;
}

/** The place whose offices are watched, as its name begins, or null where the name is no place's (某市, 示例市). */
function placeOf({ name }: Pick<Estate, 'name'>): string | null {
  const place = /^[\u4e00-\u9fa5]{1,8}?(?:自治区|自治州|自治县|市|州|县|旗|区)/u.exec(name)?.[0] ?? null;
  return place === null || /某|示例|样例|测试|试点/u.test(place) ? null : place;
}

/** Whom a title names. */
export interface TitleOwner {
  /** Ids of the units of this estate that it names as themselves. */
  readonly units: readonly string[];
  /** It names an office of another place or level, or one below a unit: what stands behind it is none of our units'. */
  readonly foreign: boolean;
  /** Id of the unit that it names as the one above: 教育局 of 教育局实验小学; null where it names nobody below one. */
  readonly above: string | null;
}

/** Reads whose document a title says it is: longer names first, so that a name within another's is not taken for it. */
export function titleReader({ units, name }: Pick<Estate, 'units' | 'name'>): (title: string) => TitleOwner {
  const known = units
    .flatMap((unit) => namesOfUnit(unit).map((one) => ({ unit: unit.id, name: one })))
    .sort((one, other) => other.name.length - one.name.length);
  const place = placeOf({ name });
  return (title) => {
    const text = title.replace(/\s+/gu, '');
    if (place !== null && isOfAnotherPlace(text, place)) return { units: [], foreign: true, above: null };
    let rest = text;
    const named = new Set<string>();
    for (const one of known) {
      const at = rest.indexOf(one.name);
      if (at < 0) continue;
      if (isBelow(rest.slice(at + one.name.length))) return { units: [], foreign: true, above: one.unit };
      for (const same of known) if (same.name === one.name) named.add(same.unit);
      rest = rest.replace(one.name, '·'.repeat(one.name.length));
    }
    return { units: [...named], foreign: false, above: null };
  };
}

/** 湖北省水利厅…, 随州市…: the last place before the office is not ours. Zones and quarters within a place (开发区, 社区) are none. */
function isOfAnotherPlace(text: string, place: string): boolean {
  if (/^(?:国务院|国家|全国|中央|中华人民共和国)/u.test(text) && !text.includes(place)) return true;
  const begin = text.replace(/^(?:关于|中共)/u, '');
  const chain = CHAIN.exec(begin)?.[0];
  if (chain === undefined || chain.includes(place)) return false;
  return !/(?:本|我|全|各)[市县区]/u.test(chain);
}

/** After a unit's name, something of its own below it: 教育局实验小学, 马坪镇卫生院. */
function isBelow(after: string): boolean {
  const below =
    /^(?:下属|所属|直属)?([\u4e00-\u9fa5]{0,16}?(?:站|所|中心|学校|小学|中学|幼儿园|医院|卫生院|大队|支队|中队|馆|公司|林场|农场|水库|基地|协会|集团|事务局|管理处))/u.exec(
      after.replace(/^(?:关于|公开|公布|发布|机关|本级|汇总|部门)/u, ''),
    )?.[1];
  return below !== undefined && !/[年度报告预算决算]/u.test(below);
}
