import type { MediaAccount } from '../model/media.ts';
import { ToldError } from '../model/told-error.ts';
import { bareName } from './bare-name.ts';

/** A file or a program's posts that say that they are another account's than the one that they are handed in for. Nothing was kept. */
export class AnotherAccount extends ToldError {
  override readonly name = 'AnotherAccount';

  constructor(written: string, account: Pick<MediaAccount, 'name'>) {
    super(
      {
        zh: `里面写的账号是“${written}”，要导入的账号是“${account.name}”，没有导入。`,
        en: `This says that it is of "${written}", and was to be taken for "${account.name}"; nothing was imported.`,
      },
      {
        code: 'another-account',
        side: 'us',
        remedy: {
          zh: '请核对账号和文件是不是选错了；账号改过名的，把旧名写进 estate.yaml 的 formerNames；确认就是这个账号的，勾选“名称不同也导入”（命令行加 --any-name，接口写 "anyName": true）。',
          en: 'Check whether the wrong account or file was chosen; write an earlier name into formerNames of estate.yaml; where it is this account’s all the same, tick "Take it whatever name it bears" (--any-name, or "anyName": true).',
        },
      },
    );
  }
}

/**
 * Another account's posts would prove this one's silence: each name that is written must be the account's, or one that it had.
 * @throws AnotherAccount
 */
export function checkWhose(names: readonly string[], account: Pick<MediaAccount, 'name' | 'formerNames'>): void {
  const own = new Set([account.name, ...account.formerNames.map(({ name }) => name)].map(bareName));
  const other = names.find((name) => !own.has(bareName(name)));
  if (other !== undefined) throw new AnotherAccount(other, account);
}
