import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pipeLines } from '../../src/cli/lines.ts';

const gongkai = fileURLToPath(new URL('../../bin/gongkai.mjs', import.meta.url));

function run(args: readonly string[], input: string): Promise<{ out: string; status: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [gongkai, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (piece) => {
      out += piece;
    });
    child.on('close', (status) => resolve({ out, status }));
    child.stdin.end(input);
  });
}

describe('gongkai classify', () => {
  it('answers line for line in order, a bad line with an error that names it, and goes on', async () => {
    const lines = [
      '{"title":"云溪县2022年度部门决算公开"}',
      '',
      '{"title":',
      '{"column":"通知公告"}',
      '{"title":"县长调研重点项目","column":"要闻"}',
    ];
    const { out, status } = await run(['classify', '--json'], lines.join('\r\n'));
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers).toHaveLength(4);
    expect(answers[0]).toMatchObject({ category: 'fiscal-budget', second: { category: expect.any(String) } });
    expect(answers[1]).toMatchObject({ line: 3, error: expect.stringContaining('JSON') });
    expect(answers[2]).toMatchObject({ line: 4, error: expect.stringContaining('title') });
    expect(answers[3].category).toBe('local-news');
  });

  it('takes plain titles without --json and shows them to people', async () => {
    const { out } = await run(['classify'], '云溪县2022年度部门决算公开\n');
    expect(out).toContain('财政');
    expect(out).toContain('云溪县2022年度部门决算公开');
  });
});

describe('lines', () => {
  const gather = async (chunks: readonly string[]) => {
    let out = '';
    const slow = new Writable({
      highWaterMark: 4,
      write: (piece, _encoding, done) => {
        out += String(piece);
        setImmediate(done);
      },
    });
    await pipeLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), slow, (line, number) => `${number}:${line}`);
    return out;
  };

  it('come out the same however the input is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', '中', '\n'), minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        async (chunks) => {
          const whole = chunks.join('');
          expect(await gather(chunks)).toBe(await gather(whole === '' ? [] : [whole]));
        },
      ),
    );
  });
});
