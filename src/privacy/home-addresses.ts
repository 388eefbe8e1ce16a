import type { Hit } from './passage.ts';
import { BODY, type HeadedTable, isName } from './tables.ts';

const HEADING = /^(?:家庭|户籍|居住|现居住?|常住)?(?:详细)?(?:住址|地址|住所)$|^户籍所在地$/;
/** Says by itself that somebody lives there; another may be that of the body which a column names. */
const OF_HOME = /家庭|户籍|居住|常住|住址/;
const OF_BODY = /机构|单位|委员会|公证处|事务所|公司|企业|医院|学校|部门|组织|协会|字号|店|厂|名称|中心|站|所$|执业|职务/;
/** Down to the door; a village or a street alone is no address of a person. */
const DOOR = /\d\s{0,3}(?:号|室|栋|幢|单元|户)|[一二三四五六七八九十](?:栋|单元)/;

/** Home addresses down to the door, in a column that says so, in rows that name a private person. */
export function findHomeAddresses({ headings, rows, person, official }: HeadedTable): Hit[] {
  const column = headings.findIndex((heading) => HEADING.test(heading));
  if (column < 0 || person < 0 || official) return [];
  const isHome = OF_HOME.test(headings[column]!);
  if (!isHome && headings.some((heading, at) => at !== column && OF_BODY.test(heading))) return [];
  return rows.flatMap((row) => {
    const written = (row[column] ?? '').trim();
    if (!isHome && row.some((cell, at) => at !== column && BODY.test(cell.trim()))) return [];
    return DOOR.test(written) && isName(row[person] ?? '') ? [{ kind: 'home-address', certainty: 'sure', written }] : [];
  });
}
