import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { BUNDLED_DIR, configOf, loadConfig } from '../../src/config/load.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { type BackupPart, readBackup, writeBackup } from '../../src/store/backup-file.ts';
import { StoreError } from '../../src/store/errors.ts';
import { pieced, survives } from './fuzzed.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));
const SECRET = 'x'.repeat(32);

/** A text in which a stretch was replaced. */
const doctored = (text: string, pieces: readonly string[]) =>
  fc.tuple(fc.nat(text.length), fc.nat(30), pieced(pieces)).map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));

describe('a file that somebody hands in', () => {
  it('as a backup is read whole or refused in words', async () => {
    const file = join(folder, 'backup.gz');
    const parts: readonly BackupPart[] = [
      { kind: 'head', head: { version: 1, createdAt: '2024-01-05T00:00:00Z' } },
      { kind: 'table', name: 'runs' },
      { kind: 'row', json: '{"id":"one"}' },
      { kind: 'end', rows: { runs: 1 } },
    ];
    await writeBackup(file, Readable.from(parts), SECRET);
    const whole = gunzipSync(readFileSync(file)).toString();
    const lines = doctored(whole, [
      '[',
      ']',
      '"table"',
      '{"id":',
      '\n',
      '["end",{}]',
      'null',
      '9'.repeat(400),
      '\u0000',
      '{"__proto__":1}',
    ]);
    const bytes = fc.oneof(
      lines.map((text) => ({ sealed: false, bytes: gzipSync(text) })),
      lines.map((text) => ({ sealed: true, bytes: gzipSync(text) })),
      fc
        .uint8Array({ maxLength: 300 })
        .map((noise) => ({ sealed: false, bytes: Buffer.concat([gzipSync(whole).subarray(0, noise.length), noise]) })),
    );
    await survives(bytes, async ({ sealed, bytes }) => {
      writeFileSync(file, bytes);
      try {
        const read: BackupPart[] = [];
        for await (const part of readBackup(file, sealed ? SECRET : null)) read.push(part);
        if (sealed) expect(read).toEqual(parts);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
      }
    });
  });

  it('as an estate is taken over or refused with what is wrong', () => {
    const { texts } = loadConfig(BUNDLED_DIR);
    const estate = `name: 广水市
units:
  - { id: office, name: 市政府办公室, kind: office, from: 2019-03-01 }
sites:
  - id: portal
    unit: office
    name: 门户网站
    url: http://www.example.gov.cn/
    crawl: { requestsPerSecond: 1 }
    columns:
      - { id: tzgg, name: 通知公告, url: /tzgg/, category: notices, period: P14D }
`;
    const pieces = [
      '- ',
      '{ ',
      ' }',
      ': ',
      '&a',
      '*a',
      '<<: ',
      '!!js/function',
      '~',
      '1e309',
      '[',
      ']',
      '\n  ',
      '__proto__: ',
      '"',
      'id: portal',
      'P0D',
      '|',
      '\t',
      '---\n',
      '? ',
    ];
    return survives(fc.tuple(fc.oneof(doctored(estate, pieces), pieced(pieces)), fc.boolean()), ([text, quarantine]) => {
      try {
        expect(configOf(new Map([...texts, ['estate.yaml', text]]), { quarantine }).estate.units.length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
      }
    });
  });
});
