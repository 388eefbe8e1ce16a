import type { PostColumns } from '../../src/model/media.ts';
import { isSheet, readLines, readTableFile, textOfFile } from '../documents/table-file.ts';
import { postsOfJson } from './posts-of-json.ts';
import { postsOfTable } from './posts-of-table.ts';
import { type PostsRead, UnreadablePosts } from './posts-read.ts';

/**
 * Posts of a file that a platform's back end exported: a table (XLSX or CSV) or JSON, in UTF-8 or GBK. What it is, its bytes say and not
 * its name.
 * @param own what columns are called on the platform, beside their usual names
 * @throws UnreadablePosts, UnreadableTable where no posts can be made out
 */
export async function readPostsFile(bytes: Uint8Array, own: PostColumns = {}): Promise<PostsRead> {
  if (isSheet(bytes)) return postsOfTable(await readTableFile(bytes), own);
  const text = textOfFile(bytes);
  const first = /\S/.exec(text)?.[0];
  return first === '[' || first === '{' ? postsOfJson(json(text), own) : postsOfTable(readLines(text), own);
}

/** One JSON document, or one a line. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const documents = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    try {
      return documents.map((line): unknown => JSON.parse(line));
    } catch {
      throw new UnreadablePosts(`不是完整的 JSON：${(error as Error).message}`, 'not valid JSON');
    }
  }
}
