import { describe, expect, it } from 'vitest';
import { readPage } from '../../crawlers/reading/read.ts';
import { UNSEEN, type Unseen } from './unseen-pages.ts';

const HERE = 'http://www.qingfeng.example/zwgk/tzgg/index.html';

const lists = UNSEEN.filter(({ kind }) => kind !== 'article');
const articles = UNSEEN.filter(({ kind }) => kind === 'article');

describe('a list of a system that nobody knew', () => {
  it.each(lists)('is read as it stands, or not at all: $name', (unseen) => {
    const reading = listOf(unseen);
    if (unseen.state !== undefined) expect(reading.state).toBe(unseen.state);
    expect(unseen.notState ?? []).not.toContain(reading.state);
    if (unseen.maybe && reading.state === 'none') return;
    const wanted = unseen.rows ?? [];
    if (wanted.length > 0)
      expect(reading.items.map(({ title, url }) => ({ title, url }))).toEqual(wanted.map((row) => linked(row, unseen)));
    for (const [at, [, , day, shown]] of wanted.entries()) {
      const item = reading.items[at]!;
      if (day?.startsWith('NOT:')) expect(String(item.publishedOn)).not.toContain(day.slice(4));
      else expect(item.publishedOn).toBe(day);
      if (shown !== undefined) expect(item.shown).toBe(shown);
    }
    if (unseen.next) expect(reading.next.map(({ url }) => url).join(' ')).toMatch(unseen.next);
  });
});

describe('an article of a system that nobody knew', () => {
  it.each(articles)('says what it says, and nothing else is guessed: $name', ({ page, url, says }) => {
    expect(readPage({ url: url!, text: page, kind: 'article' })).toMatchObject(says!);
  });
});

function listOf({ page, url = HERE, type = 'text/html; charset=utf-8' }: Unseen) {
  const reading = readPage({ url, bytes: new TextEncoder().encode(page), contentType: type, kind: 'list' });
  if (reading.kind !== 'list') throw new Error(`read as ${reading.kind}`);
  return reading;
}

function linked([title, path]: NonNullable<Unseen['rows']>[number], { url = HERE }: Unseen) {
  return { title, url: path === null ? null : path === 'ANY' ? expect.stringContaining('/') : new URL(path, url).href };
}
