import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Randomness } from '../model/randomness.ts';
import { openPrivateFolder } from '../store/private-folder.ts';
import { EXIT, Failure } from './failure.ts';

const SHORTEST_SECRET = 32;

/**
 * What signs the sessions and backups of this installation: `GONGKAI_SECRET` where several processes share one database, else made
 * once and kept beside the data.
 */
export function installationSecret(data: string, randomness: Randomness): string {
  const given = process.env.GONGKAI_SECRET;
  if (given !== undefined) {
    if (given.length >= SHORTEST_SECRET) return given;
    throw new Failure(
      { zh: `GONGKAI_SECRET 至少 ${SHORTEST_SECRET} 个字符`, en: `GONGKAI_SECRET must have at least ${SHORTEST_SECRET} characters` },
      EXIT.usage,
    );
  }
  const file = join(data, 'console-secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  openPrivateFolder(data);
  const secret = randomness.token(48);
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}
