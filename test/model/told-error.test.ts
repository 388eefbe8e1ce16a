import { describe, expect, it } from 'vitest';
import { UnreadablePosts } from '../../crawlers/media/posts-read.ts';
import { Refused } from '../../jobs/alerts/act.ts';
import { asFailedReason, readFailedReason } from '../../jobs/queue/failed-reason.ts';
import { QueueError } from '../../jobs/queue/queue-error.ts';
import { EXIT, Failure } from '../../src/cli/failure.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { ToldError, toldOf } from '../../src/model/told-error.ts';
import { explained, StoreError } from '../../src/store/errors.ts';

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
    [
      new QueueError(
        { zh: '连接不上。', en: 'It cannot be reached.' },
        { code: 'queue-unreachable', remedy: { zh: '请检查。', en: 'Check it.' } },
      ),
      'us',
    ],
    [new Failure({ zh: '端口已被占用。', en: 'The port is taken.' }, EXIT.usage), 'configuration'],
    [new UnreadablePosts('文件是空的', 'the file is empty'), 'site'],
    [new Refused({ zh: '没有这条预警。', en: 'There is no such alert.' }), 'nobody'],
    [new ConfigError([problem]), 'configuration'],
  ])('%s: in each language by itself, and on whose side it is', (error, side) => {
    expect(error).toBeInstanceOf(ToldError);
    expect(error.side).toBe(side);
    expect(error.code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(error.sentence.zh).toMatch(/^[^a-z]+$/);
    expect(error.sentence.en).toMatch(/^[\x20-\x7e]+$/);
    for (const said of Object.values(error.sentence)) expect(error.message).toContain(said);
  });

  it('what to do about it stands by itself, and is said with what happened', () => {
    const away = explained(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'db.example') as StoreError;
    expect(away).toMatchObject({ code: 'store-unreachable', side: 'us', sentence: { en: 'The database db.example cannot be reached.' } });
    expect(away.remedy?.zh).toMatch(/^请/);
    const { zh, en } = toldOf(away);
    expect([zh, en].join('\n')).toBe(away.message);
    expect(en).toBe(`${away.sentence.en} ${away.remedy?.en}`);
  });

  it('a command that failed says in one line what happened and what to do', () => {
    const remedy = { zh: '请用 --port 换一个', en: 'Choose another with --port' };
    const taken = new Failure({ zh: '端口已被占用。', en: 'The port is taken.' }, EXIT.failed, { code: 'port-taken', remedy });
    expect(taken).toMatchObject({ code: 'port-taken', side: 'us', remedy, exitStatus: EXIT.failed });
    expect(taken.message).toBe('端口已被占用。请用 --port 换一个 · The port is taken. Choose another with --port');
  });

  it('goes through the queue’s one text and comes out as it was; what is no sentence stays in its own words', () => {
    const told = new QueueError(
      { zh: '“连接”不上。', en: 'It "cannot" be reached.' },
      { code: 'q', remedy: { zh: '请检查。', en: 'Check it.' } },
    );
    const kept = asFailedReason(told) as Error;
    expect(kept.cause).toBe(told);
    expect(readFailedReason(kept.message)).toEqual({ zh: '“连接”不上。请检查。', en: 'It "cannot" be reached. Check it.' });
    const fault = new TypeError('x is not a function');
    expect(asFailedReason(fault)).toBe(fault);
    for (const text of ['x is not a function', '{"zh":"半句"}', '[1]', 'null', ''])
      expect(readFailedReason(text)).toEqual({ zh: text, en: text });
  });

  it('an error that is none of ours is told in its own words', () => {
    expect(toldOf(new Error('EPIPE'))).toEqual({ zh: 'EPIPE', en: 'EPIPE' });
    expect(toldOf('no error at all')).toEqual({ zh: 'no error at all', en: 'no error at all' });
  });
});
