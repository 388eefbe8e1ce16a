import { DrizzleQueryError } from 'drizzle-orm/errors';
import { eachLanguage, type Sentence } from '../model/sentence.ts';
import { ToldError } from '../model/told-error.ts';

interface About {
  readonly code?: string;
  readonly passing?: boolean;
  readonly remedy?: Sentence | null;
  readonly cause?: unknown;
}

/** What went wrong with the store, in words for people; a person can mend it. */
export class StoreError extends ToldError {
  override readonly name = 'StoreError';
  /** Whether the same may succeed by itself before long: the database restarts, or another transaction was in the way. */
  readonly passing: boolean;

  constructor(zh: string, en: string, { code = 'store', passing = false, remedy = null, cause }: About = {}) {
    super({ zh, en }, { code, side: 'us', remedy, cause });
    this.passing = passing;
  }
}

/** What a failure means and what to do about it; `{place}` is where the store is. */
interface Meaning extends Sentence {
  readonly code: string;
  readonly codes: RegExp;
  readonly passing: boolean;
  readonly remedy?: Sentence;
}

/** Codes of PostgreSQL (SQLSTATE) and of the operating system, and what each means for people; `{place}` is where the store is. */
const MEANINGS: readonly Meaning[] = [
  {
    code: 'store-busy',
    codes: /^(40001|40P01|55P03)$/,
    passing: true,
    zh: '数据库 {place} 中另一个任务正在写同样的数据，请重试。',
    en: 'Another task is writing the same data in {place}; try again.',
  },
  {
    code: 'store-connection-lost',
    codes: /^(57P0[1-4]|25P03|08.{3}|ECONNRESET|EPIPE|ETIMEDOUT|CONNECTION_LOST)$/,
    passing: true,
    zh: '与数据库 {place} 的连接中断（可能正在重启）。',
    en: 'The connection to {place} was lost (is it restarting?).',
    remedy: {
      zh: '已写入的数据没有丢失；数据库恢复后请重试。',
      en: 'Nothing written is lost; try again when it is back.',
    },
  },
  {
    code: 'store-unreachable',
    codes: /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/,
    passing: true,
    zh: '连接不上数据库 {place}。',
    en: 'The database {place} cannot be reached.',
    remedy: {
      zh: '请检查 PostgreSQL 是否已启动、DATABASE_URL 中的主机和端口是否正确。',
      en: 'Is PostgreSQL running, and are host and port in DATABASE_URL right?',
    },
  },
  {
    code: 'store-host-unknown',
    codes: /^(ENOTFOUND|EAI_AGAIN)$/,
    passing: false,
    zh: '找不到数据库 {place} 的主机名。',
    en: 'The host name of {place} is unknown.',
    remedy: {
      zh: '请检查 DATABASE_URL。',
      en: 'Check DATABASE_URL.',
    },
  },
  {
    code: 'store-full-of-connections',
    codes: /^53300$/,
    passing: true,
    zh: '数据库 {place} 的连接数已满。',
    en: 'The database {place} takes no more connections.',
    remedy: {
      zh: '请减少工作进程或调大 max_connections。',
      en: 'Run fewer workers or raise max_connections.',
    },
  },
  {
    code: 'store-login-refused',
    codes: /^(28P01|28000|NO_PASSWORD)$/,
    passing: false,
    zh: '数据库 {place} 不接受这个用户名或密码。',
    en: 'The database {place} does not accept this user name or password.',
    remedy: {
      zh: '请检查 DATABASE_URL。',
      en: 'Check DATABASE_URL.',
    },
  },
  {
    code: 'store-missing',
    codes: /^3D000$/,
    passing: false,
    zh: '数据库 {place} 不存在。',
    en: 'The database {place} does not exist.',
    remedy: {
      zh: '请先创建它（createdb），或检查 DATABASE_URL。',
      en: 'Create it (createdb), or check DATABASE_URL.',
    },
  },
  {
    code: 'store-rights-missing',
    codes: /^42501$/,
    passing: false,
    zh: '数据库用户在 {place} 中的权限不足。',
    en: 'The database user lacks rights in {place}.',
    remedy: {
      zh: '它需要能创建名为 gongkai 的 schema（GRANT CREATE ON DATABASE …）。',
      en: 'It must be allowed to create the schema gongkai (GRANT CREATE ON DATABASE …).',
    },
  },
  {
    code: 'store-read-only',
    codes: /^(25006)$/,
    passing: false,
    zh: '数据库 {place} 是只读的（备库？）。',
    en: 'The database {place} is read-only (a standby?).',
    remedy: {
      zh: '请在 DATABASE_URL 中指向主库。',
      en: 'Point DATABASE_URL to the primary.',
    },
  },
  {
    code: 'store-emptied',
    codes: /^(42P01|3F000)$/,
    passing: false,
    zh: '数据库 {place} 中没有 gongkai 的表：这不是原来的数据库（切换到了空的备库？）。',
    en: 'The database {place} has no tables of gongkai: it is not the one that was here before (failed over to an empty standby?).',
    remedy: {
      zh: '没有写入任何内容；请让 DATABASE_URL 指向原来的数据，或从备份恢复。',
      en: 'Nothing was written; point DATABASE_URL to the old data, or restore a backup.',
    },
  },
  {
    code: 'disk-full',
    codes: /^(53100|ENOSPC|EDQUOT)$/,
    passing: false,
    zh: '磁盘已满，{place} 写不进去。',
    en: 'The disk is full: nothing more can be written to {place}.',
    remedy: {
      zh: '已写入的数据没有丢失；请腾出空间后重试。',
      en: 'Nothing written is lost; free some space and try again.',
    },
  },
  {
    code: 'embedded-store-stopped',
    codes: /^ABORTED$/,
    passing: false,
    zh: '内嵌数据库 {place} 中止运行，最常见的原因是磁盘写满。',
    en: 'The embedded database in {place} stopped, most often because the disk is full.',
    remedy: {
      zh: '已写入的数据没有丢失；请检查磁盘空间后重新启动 gongkai。',
      en: 'Nothing written is lost; check the space and start gongkai again.',
    },
  },
  {
    code: 'folder-not-writable',
    codes: /^(EACCES|EPERM|EROFS)$/,
    passing: false,
    zh: '没有权限写入 {place}。',
    en: 'No permission to write to {place}.',
    remedy: {
      zh: '请更改该目录的权限，或用 --data 指定另一个目录。',
      en: 'Change its permissions, or name another directory with --data.',
    },
  },
  {
    code: 'path-missing',
    codes: /^ENOENT$/,
    passing: false,
    zh: '找不到 {place}。',
    en: '{place} does not exist.',
  },
  {
    code: 'path-is-a-folder',
    codes: /^EISDIR$/,
    passing: false,
    zh: '{place} 是目录，这里需要一个文件。',
    en: '{place} is a directory; a file is wanted here.',
  },
  {
    code: 'path-is-a-file',
    codes: /^(ENOTDIR|EEXIST)$/,
    passing: false,
    zh: '{place} 不是目录（是一个文件）。',
    en: '{place} is a file and no directory.',
    remedy: {
      zh: '请用 --data 指定一个目录。',
      en: 'Name a directory with --data.',
    },
  },
];

/**
 * The error as people should hear it: a StoreError where its code is one that people can mend, else the driver's error without
 * the statement's parameters, which may be megabytes of crawled text.
 */
export function explained(error: unknown, place: string): Error {
  if (error instanceof StoreError) return error;
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (cause instanceof StoreError) return cause;
  const code = codeOf(cause);
  const meaning = MEANINGS.find(({ codes }) => codes.test(code));
  if (meaning) {
    const placed = (sentence: Sentence) => eachLanguage(sentence, (text) => text.replace('{place}', () => place));
    const { zh, en } = placed(meaning);
    const remedy = meaning.remedy ? placed(meaning.remedy) : null;
    return new StoreError(zh, en, { code: meaning.code, passing: meaning.passing, remedy, cause });
  }
  if (!(error instanceof DrizzleQueryError)) return error instanceof Error ? error : new Error(String(error));
  return new Error(`${cause instanceof Error ? cause.message : String(cause)} (${error.query.slice(0, 300)})`, { cause });
}

/** How WebAssembly's file system numbers "no space left on device"; it comes as an object or in what a process said last. */
const WASI_NO_SPACE = 51;

/** The code of an error or of the errors that it gathers; node-postgres and PGlite give some of theirs none. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const { code, errno, message = '' } = error as { code?: unknown; errno?: unknown; message?: string };
  // After a failure in a commit PGlite cannot go on, and says so in one of these ways.
  if (/^Aborted\(|cannot drop active portal/.test(message)) return 'ABORTED';
  if (typeof code === 'string') return code;
  if (errno === WASI_NO_SPACE || new RegExp(`No space left on device|errno: ${WASI_NO_SPACE}\\b`).test(message)) return 'ENOSPC';
  if (/password must be a string|no pg_hba\.conf entry/.test(message)) return 'NO_PASSWORD';
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(message)
    ? 'CONNECTION_LOST'
    : '';
}
