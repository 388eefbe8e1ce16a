import { maskLine } from '../../src/privacy/personal-data.ts';
import { plainHead } from './post-fields.ts';

/** How exports call the column, line or key that says whose posts they are. */
const NAMES = new Set([
  ...[
    '公众号名称',
    '公众号',
    '账号名称',
    '帐号名称',
    '账号昵称',
    '帐号昵称',
    '账号',
    '帐号',
    '昵称',
    '微博昵称',
    '抖音昵称',
    '视频号名称',
    '头条号名称',
  ],
  ...['accountname', 'account', 'nickname', 'screenname', 'mpname', 'biznickname'],
]);
const SAID = /^\s{0,9}([^\s：:]{2,8})\s{0,9}[：:]\s{0,9}(\S.{0,60})$/;
const LONGEST_NAME = 60;

/** Whether a head or key says whose posts they are. */
export function namesAccount(head: string): boolean {
  return NAMES.has(plainHead(head));
}

/** Without a Chinese sign it is somebody's login, a number or a server's own name. */
const CHINESE = /\p{Script=Han}/u;

/** The names among what stands where a name is expected, each once. */
export function namesAmong(written: readonly unknown[]): string[] {
  const names = new Set(
    written.flatMap((value) => {
      const name =
        typeof value === 'string'
          ? value
              .normalize('NFKC')
              .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
              .trim()
          : '';
      return !CHINESE.test(name) || name.includes('@') || name.length > LONGEST_NAME ? [] : [maskLine(name)];
    }),
  );
  return [...names];
}

/** The only one of some names; null where there is none, or more than one. */
export function onlyName(names: readonly string[]): string | null {
  return names.length === 1 ? names[0]! : null;
}

/** What the rows above the head of an export call the account: `公众号名称：示例发布` in one cell, or in two. */
export function namesAbove(above: readonly (readonly unknown[])[]): string[] {
  return namesAmong(
    above.flatMap((row) =>
      row.flatMap((cell, place) => {
        if (typeof cell !== 'string') return [];
        const said = SAID.exec(cell);
        if (said !== null) return namesAccount(said[1]!) ? [said[2]] : [];
        return namesAccount(cell) ? [row[place + 1]] : [];
      }),
    ),
  );
}
