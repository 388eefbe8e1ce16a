import { plainText } from '../../../model/plain-text.ts';
import type { ArticleReading, Entry, ListReading, ListWhy } from '../../../model/reading.ts';
import { inBoth } from '../../../model/sentence.ts';

/** A reading as lines for a person. */
export function tell(reading: ListReading | ArticleReading, explain: boolean): string {
  const lines = reading.kind === 'list' ? [...tellList(reading), ...(explain ? tellWhy(reading.why) : [])] : tellArticle(reading);
  return `${lines
    .flatMap((line) => line.split('\n'))
    .map(harmless)
    .join('\n')}\n`;
}

/** The line's own indent stays; what a page may have put into it to play with the terminal goes. */
function harmless(line: string): string {
  return /^ */.exec(line)![0] + plainText(line);
}

const STATES: Record<ListReading['state'], string> = {
  list: inBoth({ zh: '列表', en: 'list' }),
  blank: inBoth({ zh: '空栏目', en: 'blank column' }),
  landing: inBoth({ zh: '栏目首页，有多个列表', en: 'landing page with several lists' }),
  none: inBoth({ zh: '没有找到列表', en: 'no list found' }),
};

function tellList(reading: ListReading): string[] {
  const lines = [`${STATES[reading.state]}  ${reading.url}`, `${inBoth({ zh: '方言', en: 'dialect' })}: ${reading.dialect}`];
  if (reading.columnName) lines.push(`${inBoth({ zh: '栏目', en: 'column' })}: ${reading.columnName}`);
  lines.push(...reading.items.map(row));
  for (const block of reading.blocks) lines.push('', `【${block.name ?? '—'}】 ${block.url ?? ''}`, ...block.items.map(row));
  if (reading.state === 'list') lines.push(inBoth({ zh: `共 ${reading.items.length} 条`, en: 'rows' }));
  if (reading.total !== null) lines.push(inBoth({ zh: `页面称共 ${reading.total} 条`, en: 'records claimed' }));
  for (const page of reading.next.slice(0, 5))
    lines.push(`${inBoth({ zh: '下一页', en: 'next' })}: ${page.method === 'POST' ? 'POST ' : ''}${page.url}`);
  return lines;
}

const CERTAINTIES: Record<ListWhy['certainty'], string> = {
  sure: inBoth({ zh: '确定', en: 'sure' }),
  likely: inBoth({ zh: '很可能', en: 'likely' }),
  unsure: inBoth({ zh: '不能肯定', en: 'unsure' }),
};

function tellWhy({ certainty, blocks, doubts, emptyPlace }: ListWhy): string[] {
  const lines = ['', `${inBoth({ zh: '把握', en: 'certainty' })}: ${CERTAINTIES[certainty]}`];
  for (const doubt of doubts) lines.push(`${inBoth({ zh: '疑点', en: 'doubt' })}: ${inBoth(doubt)}`);
  if (emptyPlace) lines.push(`${inBoth({ zh: '空列表', en: 'empty list' })}: ${emptyPlace}`);
  for (const block of blocks) {
    lines.push(
      `${block.chosen ? '＊' : '－'} ${block.place}  ${inBoth({ zh: `${block.rows} 行`, en: 'rows' })}${block.heading ? `  “${block.heading}”` : ''}`,
    );
    for (const reason of block.for) lines.push(`    ＋ ${inBoth(reason)}`);
    for (const reason of block.against) lines.push(`    － ${inBoth(reason)}`);
  }
  return lines;
}

function row(entry: Entry): string {
  return `${(entry.publishedOn ?? entry.shown ?? '').padEnd(10)}  ${entry.title}\n${' '.repeat(12)}${entry.url ?? `（${inBoth({ zh: '没有链接', en: 'no link' })}）`}`;
}

function tellArticle(reading: ArticleReading): string[] {
  const facts: [string, string | null][] = [
    [inBoth({ zh: '标题', en: 'title' }), reading.title],
    [inBoth({ zh: '发布时间', en: 'published' }), reading.publishedAt && `${reading.publishedAt}（${reading.publishedSource}）`],
    [inBoth({ zh: '成文日期', en: 'formation date' }), reading.documentDate],
    [inBoth({ zh: '发文字号', en: 'document number' }), reading.documentNumber],
    [inBoth({ zh: '索引号', en: 'index number' }), reading.indexNumber],
    [inBoth({ zh: '发布机构', en: 'issuer' }), reading.issuer],
    [inBoth({ zh: '来源', en: 'source' }), reading.source],
    [inBoth({ zh: '作者', en: 'author' }), reading.author],
    [inBoth({ zh: '审核', en: 'reviewer' }), reading.reviewer],
    [inBoth({ zh: '主题分类', en: 'subject' }), reading.subject],
    [inBoth({ zh: '方言', en: 'dialect' }), reading.dialect],
  ];
  const lines = [`${inBoth({ zh: '文章', en: 'article' })}  ${reading.url}`];
  for (const [name, value] of facts) if (value) lines.push(`${name}: ${value}`);
  for (const conflict of reading.conflicts)
    lines.push(`${inBoth({ zh: '日期矛盾', en: 'another day' })}: ${conflict.day}（${conflict.source}）`);
  for (const file of reading.attachments) lines.push(`${inBoth({ zh: '附件', en: 'attachment' })}: ${file.name} ${file.url}`);
  lines.push('', reading.text);
  return lines;
}
