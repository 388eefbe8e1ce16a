import type { Sentence } from '../model/sentence.ts';

/** What the operating system says of files, for people. */
const MEANINGS: Readonly<Record<string, Sentence>> = {
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'permission denied' },
  EROFS: { zh: '所在磁盘是只读的', en: 'the file system is read-only' },
  ENOENT: { zh: '没有这个文件或目录', en: 'no such file or directory' },
  ENOTDIR: { zh: '路径中有一段是文件，不是目录', en: 'a part of the path is a file, not a directory' },
  EISDIR: { zh: '这是目录，不是文件', en: 'it is a directory, not a file' },
  EEXIST: { zh: '已经有同名的文件', en: 'a file of that name is there already' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额用完了', en: 'the disk quota is used up' },
  ENAMETOOLONG: { zh: '名字太长', en: 'the name is too long' },
};

/** A sentence on a file or directory that could not be read or written, or null where the error is of another kind. */
export function describeFileFault(error: unknown): Sentence | null {
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const meaning = code === undefined ? undefined : MEANINGS[code];
  return meaning === undefined || path === undefined ? null : { zh: `${path}：${meaning.zh}`, en: `${path}: ${meaning.en}` };
}
