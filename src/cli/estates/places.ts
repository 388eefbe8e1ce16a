import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inLines, type Sentence } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { ESTATE_MARK } from '../servers.ts';

/** Where one of several estates has its configuration and its data. */
export interface EstatePlace {
  /** Name of its folder. */
  readonly estate: string;
  readonly config: string;
  readonly data: string;
}

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * The estates of a directory: each folder in it that holds an `estate.yaml` is one. Throws a Failure where there is none, a name cannot
 * stand in an address, or all of them would share one database.
 */
export function placesIn(directory: string, data: string): readonly EstatePlace[] {
  const faults: Sentence[] = [];
  const folders = existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [];
  const names = folders.map(({ name }) => name).filter((name) => existsSync(join(directory, name, 'estate.yaml')));
  if (names.length === 0)
    faults.push({
      zh: `${directory} 里没有带 estate.yaml 的文件夹；每个市一个文件夹，例如 ${join(directory, 'lanting', 'estate.yaml')}`,
      en: `${directory} has no folder with an estate.yaml; give each city one, for example ${join(directory, 'lanting', 'estate.yaml')}`,
    });
  for (const name of names.filter((one) => !ID.test(one)))
    faults.push({
      zh: `文件夹名要用在网址里，只能是小写字母、数字和横线：${join(directory, name)}`,
      en: `a folder's name stands in addresses, so lower-case letters, digits and dashes only: ${join(directory, name)}`,
    });
  for (const variable of ['DATABASE_URL', 'QUEUE_URL'].filter((one) => isSharedByAll(process.env[one])))
    faults.push({
      zh: `${variable} 里要有 ${ESTATE_MARK}，让每个市有自己的数据库，例如 postgres://…/gongkai_${ESTATE_MARK}`,
      en: `${variable} needs ${ESTATE_MARK}, so that each city has a database of its own, for example postgres://…/gongkai_${ESTATE_MARK}`,
    });
  if (faults.length > 0) throw new Failure(inLines(faults), EXIT.usage, { code: 'estates' });
  return names.toSorted().map((estate) => ({ estate, config: join(directory, estate), data: join(data, estate) }));
}

/** Several estates may share a Redis, where each has key names of its own, but no PostgreSQL database. */
function isSharedByAll(url: string | undefined): boolean {
  return url !== undefined && /^postgres(?:ql)?:/.test(url) && !decodeURI(url).includes(ESTATE_MARK);
}
