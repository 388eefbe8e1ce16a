import type { Config } from '../config/load.ts';
import { en } from '../console/words/en.ts';
import { zh } from '../console/words/zh.ts';
import { formatInstant } from '../model/day.ts';
import type { Person } from '../model/people.ts';
import { inBoth } from '../model/sentence.ts';
import type { CommonOptions } from './options.ts';
import { formatTable, terminalWidth } from './table.ts';

/** Prints accounts: JSON Lines, or a table for people. */
export function printPeople(people: readonly Person[], { estate }: Config, { json }: CommonOptions): void {
  const told = people.map(({ name, email, role, unit, active, createdAt }) => ({
    name,
    email,
    role,
    unit,
    active,
    createdAt: formatInstant(estate.timezone, createdAt),
  }));
  if (json) for (const person of told) print(JSON.stringify(person));
  else if (told.length === 0)
    print(
      inBoth({ zh: '还没有账户，第一个在 gongkai serve 打印的地址上建立', en: 'nobody yet; the first is made where `gongkai serve` says' }),
    );
  else {
    const columns = [{ head: '姓名' }, { head: '邮箱', least: 16 }, { head: '角色' }, { head: '单位' }, { head: '启用' }, { head: '建立' }];
    const rows = told.map(({ name, email, role, unit, active, createdAt }) => [
      name,
      email,
      `${zh.roles[role]} ${en.roles[role]}`,
      unit,
      active ? inBoth({ zh: '是', en: 'yes' }) : inBoth({ zh: '否', en: 'no' }),
      createdAt.slice(0, 10),
    ]);
    print(formatTable(columns, rows, terminalWidth()));
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
