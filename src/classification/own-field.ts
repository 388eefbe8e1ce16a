import { isPlace } from './places.ts';

/** How a title relates to the office that published it: it names the office's field, its place, both or neither. */
export type Relation = 'field' | 'place' | 'both' | 'neither' | 'unknown';

/** What is left of an office's name without its place and kind, and its place without what kind of place it is. */
interface Office {
  readonly field: readonly string[];
  readonly place: string | null;
}

const PLACE = /^(?:[\u4e00-\u9fa5]{2,8}?(?:自治区|自治州|自治县|省|市|县|区|州|盟|旗)){1,3}/;
const KIND =
  /(?:委员会|管理局|监督管理局|总局|局|厅|委|部|署|办公室|中心|研究所|所|队|站|处|人民政府|政府|门户网站|官网|网站|网|街道办事处|街道|镇|乡){1,4}$/;
const OWN_PLACE = /[我全本][省市县区州]/;

/** Bigrams that say nothing of a field: offices of all fields have them. */
const EVERYWHERE = /和|与|及|管理|监督|服务|工作|发展|事务|信息|综合/;

/** Tells for an office how titles relate to it. */
export function createRelation(unit: string | null | undefined): (title: string) => Relation {
  const office = unit ? readOffice(unit.replace(/[\s\u3000]+/g, '').slice(0, 40)) : null;
  if (!office) return () => 'unknown';
  return (title) => {
    const field = office.field.some((bigram) => title.includes(bigram));
    const place = OWN_PLACE.test(title) || (office.place !== null && title.includes(office.place));
    if (field) return place ? 'both' : 'field';
    return place ? 'place' : 'neither';
  };
}

function readOffice(name: string): Office {
  const places = PLACE.exec(name)?.[0] ?? (isPlace(name.slice(0, 2)) ? name.slice(0, 2) : '');
  const rest = name.slice(places.length).replace(KIND, '');
  const field = Array.from({ length: Math.max(0, rest.length - 1) }, (_, at) => rest.slice(at, at + 2));
  return { field: field.filter((bigram) => !EVERYWHERE.test(bigram)), place: lastPlace(places) };
}

/** The last of several places: 思明 of 厦门市思明区. */
function lastPlace(places: string): string | null {
  const names = places.match(/[\u4e00-\u9fa5]{2,8}?(?:自治区|自治州|自治县|省|市|县|区|州|盟|旗)/g);
  return names?.at(-1)?.replace(/(?:自治区|自治州|自治县|省|市|县|区|州|盟|旗)$/, '') ?? (places || null);
}
