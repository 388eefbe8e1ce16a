import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentence } from '../model/sentence.ts';
import { ToldError } from '../model/told-error.ts';

/**
 * Writes another `estate.yaml` into a folder, whole or not at all.
 * @throws {ToldError} where somebody changed the file since it was read (`before`), or it cannot be written
 */
export function saveEstate(dir: string, before: string, after: string): void {
  const file = join(dir, 'estate.yaml');
  if (readFileSync(file, 'utf8') !== before) throw told(CHANGED);
  const beside = `${file}.new`;
  try {
    writeFileSync(beside, after);
    renameSync(beside, file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw told({ zh: `写不进 ${file}：${code ?? message}`, en: `${file} cannot be written: ${code ?? message}` });
  }
}

const CHANGED: Sentence = {
  zh: 'estate.yaml 在启动之后被人改过，没有覆盖。请重新启动，再改一次',
  en: 'estate.yaml was changed by somebody since the program started; nothing was written over it. Restart, then change it again',
};

function told(sentence: Sentence): ToldError {
  return new ToldError(sentence, { code: 'estate-not-saved', side: 'configuration' });
}
