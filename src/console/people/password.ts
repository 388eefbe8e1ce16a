import type { Words } from '../words/words.ts';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** Beginnings of the passwords that everybody tries first, long enough ones included. */
const COMMON = /^(?:password|passw0rd|admin|administrator|qwerty|qwertyuiop|1qaz2wsx|abc123|letmein|welcome|iloveyou|woaini|gongkai)/;
const ONE_STEP = 'abcdefghijklmnopqrstuvwxyz0123456789012345';

/** What is wrong with a new password, in words, or null. Length counts, not kinds of characters (NIST SP 800-63B 3.1.1.2). */
export function passwordProblem(password: string, owner: { readonly name: string; readonly email: string }, words: Words): string | null {
  const { account } = words;
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...password].length < SHORTEST_PASSWORD) return account.short;
  if (password.length > LONGEST_PASSWORD) return account.long;
  if (new Set(plain).size < 5 || COMMON.test(plain) || ONE_STEP.includes(plain)) return account.common;
  const own = [owner.email.split('@')[0] ?? '', owner.name].map((text) => text.toLowerCase()).filter((text) => text.length > 1);
  return own.some((text) => plain.includes(text)) ? account.personal : null;
}
