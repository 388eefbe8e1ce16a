import type { Hit } from './passage.ts';
import { type HeadedTable, isName } from './tables.ts';

const HEADING = /^(?:家庭|户籍|居住|现居住?|常住)?(?:详细)?(?:住址|地址|住所)$|^户籍所在地$/;
/** Down to the door; a village or a street alone is no address of a person. */
const DOOR = /\d\s{0,3}(?:号|室|栋|幢|单元|户)|[一二三四五六七八九十](?:栋|单元)/;

/** Home addresses down to the door, in a column that says so, in rows that name a private person. */
export function findHomeAddresses({ headings, rows, person, official }: HeadedTable): Hit[] {
  const column = headings.findIndex((heading) => HEADING.test(heading));
  if (column < 0 || person < 0 || official) return [];
  return rows.flatMap((row) => {
    const written = (row[column] ?? '').trim();
    return DOOR.test(written) && isName(row[person] ?? '') ? [{ kind: 'home-address', certainty: 'sure', written }] : [];
  });
}
