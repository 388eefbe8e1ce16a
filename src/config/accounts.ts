import type { MediaAccount } from '../model/media.ts';
import { accountSchema } from './estate-file.ts';
import type { Problem } from './problem.ts';
import { addProblem, addWarning, checkFree, checkShape, checkUnit } from './shape.ts';
import type { Warning } from './warning.ts';
import type { YamlFile } from './yaml-file.ts';

/** Reads `accounts:` of `estate.yaml`; `units` are the ids of all units, each with its name. */
export function readAccounts(
  source: YamlFile,
  units: ReadonlyMap<string, string | null>,
  problems: Problem[],
  warnings: Warning[],
): MediaAccount[] {
  const written = (source.value as { accounts?: unknown } | null)?.accounts;
  const ids = new Set<string>();
  return (Array.isArray(written) ? written : []).flatMap((entry, index) => {
    const path = ['accounts', index];
    const account = checkShape(accountSchema, entry, source, path, problems);
    if (account === null) return [];
    checkFree(account.id, ids, source, [...path, 'id'], problems);
    checkUnit(account.unit, units, source, [...path, 'unit'], problems);
    if (account.takenOver) checkUnit(account.takenOver.from, units, source, [...path, 'takenOver', 'from'], problems);
    const { registered = null, closed = null, announcement = null, feed = null, column = null } = account;
    const { verified = null, filed = null, formerNames = [] } = account;
    const functions = (account.functions ?? []).map(({ name, url = null }) => ({ name, url }));
    if (registered !== null && closed !== null && closed < registered) {
      const expected = { zh: `不早于开设日 ${registered}`, en: 'a day not before it was registered' };
      addProblem(problems, source, [...path, 'closed'], closed, expected, { zh: '改其中一个日期', en: 'change one of the two' });
    }
    if (closed !== null && announcement === null) {
      const message = { zh: '账号已注销而没有写公告的网址：announcement', en: 'closed without the address of its announcement' };
      addWarning(warnings, source, [...path, 'closed'], message);
    }
    return [{ ...account, registered, closed, announcement, feed, column, verified, filed, formerNames, functions }];
  });
}
