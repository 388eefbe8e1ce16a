/** What the operating system says of files, for people. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: '没有权限 · permission denied',
  EPERM: '没有权限 · permission denied',
  EROFS: '所在磁盘是只读的 · the file system is read-only',
  ENOENT: '没有这个文件或目录 · no such file or directory',
  ENOTDIR: '路径中有一段是文件，不是目录 · a part of the path is a file, not a directory',
  EISDIR: '这是目录，不是文件 · it is a directory, not a file',
  EEXIST: '已经有同名的文件 · a file of that name is there already',
  ENOSPC: '磁盘已满 · the disk is full',
  EDQUOT: '磁盘配额用完了 · the disk quota is used up',
  ENAMETOOLONG: '名字太长 · the name is too long',
};

/** A sentence on a file or directory that could not be read or written, or null where the error is of another kind. */
export function describeFileFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const meaning = code === undefined ? undefined : MEANINGS[code];
  return meaning === undefined || path === undefined ? null : `${path}：${meaning}`;
}
