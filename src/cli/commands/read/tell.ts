import { plainText } from '../../../model/plain-text.ts';
import type { ArticleReading, Entry, ListReading, ListWhy } from '../../../model/reading.ts';

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
  list: '列表 · list',
  blank: '空栏目 · blank column',
  landing: '栏目首页，有多个列表 · landing page with several lists',
  none: '没有找到列表 · no list found',
};

function tellList(reading: ListReading): string[] {
  const lines = [`${STATES[reading.state]}  ${reading.url}`, `方言 · dialect: ${reading.dialect}`];
  if (reading.columnName) lines.push(`栏目 · column: ${reading.columnName}`);
  lines.push(...reading.items.map(row));
  for (const block of reading.blocks) lines.push('', `【${block.name ?? '—'}】 ${block.url ?? ''}`, ...block.items.map(row));
  if (reading.state === 'list') lines.push(`共 ${reading.items.length} 条 · rows`);
  if (reading.total !== null) lines.push(`页面称共 ${reading.total} 条 · records claimed`);
  for (const page of reading.next.slice(0, 5)) lines.push(`下一页 · next: ${page.method === 'POST' ? 'POST ' : ''}${page.url}`);
  return lines;
}

const CERTAINTIES: Record<ListWhy['certainty'], string> = {
  sure: '确定 · sure',
  likely: '很可能 · likely',
  unsure: '不能肯定 · unsure',
};

function tellWhy({ certainty, blocks, doubts, emptyPlace }: ListWhy): string[] {
  const lines = ['', `把握 · certainty: ${CERTAINTIES[certainty]}`];
  for (const doubt of doubts) lines.push(`疑点 · doubt: ${doubt}`);
  if (emptyPlace) lines.push(`空列表 · empty list: ${emptyPlace}`);
  for (const block of blocks) {
    lines.push(`${block.chosen ? '＊' : '－'} ${block.place}  ${block.rows} 行 · rows${block.heading ? `  “${block.heading}”` : ''}`);
    for (const reason of block.for) lines.push(`    ＋ ${reason}`);
    for (const reason of block.against) lines.push(`    － ${reason}`);
  }
  return lines;
}

function row(entry: Entry): string {
  return `${(entry.publishedOn ?? entry.shown ?? '').padEnd(10)}  ${entry.title}\n${' '.repeat(12)}${entry.url ?? '（没有链接 · no link）'}`;
}

function tellArticle(reading: ArticleReading): string[] {
  const facts: [string, string | null][] = [
    ['标题 · title', reading.title],
    ['发布时间 · published', reading.publishedAt && `${reading.publishedAt}（${reading.publishedSource}）`],
    ['成文日期 · formation date', reading.documentDate],
    ['发文字号 · document number', reading.documentNumber],
    ['索引号 · index number', reading.indexNumber],
    ['发布机构 · issuer', reading.issuer],
    ['来源 · source', reading.source],
    ['作者 · author', reading.author],
    ['审核 · reviewer', reading.reviewer],
    ['主题分类 · subject', reading.subject],
    ['方言 · dialect', reading.dialect],
  ];
  const lines = [`文章 · article  ${reading.url}`];
  for (const [name, value] of facts) if (value) lines.push(`${name}: ${value}`);
  for (const conflict of reading.conflicts) lines.push(`日期矛盾 · another day: ${conflict.day}（${conflict.source}）`);
  for (const file of reading.attachments) lines.push(`附件 · attachment: ${file.name} ${file.url}`);
  lines.push('', reading.text);
  return lines;
}
