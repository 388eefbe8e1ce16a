import { describe, expect, it } from 'vitest';
import { UnreadablePosts } from '../../crawlers/media/posts-read.ts';
import { Refused } from '../../jobs/alerts/act.ts';
import { QueueError } from '../../jobs/queue/queue-error.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { ToldError } from '../../src/model/told-error.ts';
import { StoreError } from '../../src/store/errors.ts';

const problem = {
  file: 'estate.yaml',
  line: 3,
  column: 1,
  key: 'units',
  given: null,
  expected: { zh: '单位', en: 'units' },
  mend: { zh: '补上', en: 'add them' },
};

describe('errors that people are told', () => {
  it.each([
    [new StoreError('磁盘已满。', 'The disk is full.'), 'us'],
    [new QueueError('连接不上。', 'It cannot be reached.'), 'us'],
    [new UnreadablePosts('文件是空的', 'the file is empty'), 'site'],
    [new Refused({ zh: '没有这条预警。', en: 'There is no such alert.' }), 'nobody'],
    [new ConfigError([problem]), 'configuration'],
  ])('%s: in each language by itself, and on whose side it is', (error, side) => {
    expect(error).toBeInstanceOf(ToldError);
    expect(error.side).toBe(side);
    expect(error.sentence.zh).toMatch(/^[^a-z]+$/);
    expect(error.sentence.en).toMatch(/^[\x20-\x7e]+$/);
    for (const said of Object.values(error.sentence)) expect(error.message).toContain(said);
  });
});
