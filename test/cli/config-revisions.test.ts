import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estateWith } from '../config/scratch.ts';
import { complaint, configAt, gongkaiHere, useFolder } from './estate.ts';

const at = useFolder();
const NEWS = '{ id: news, name: 动态, url: /news/, category: work-updates }';
const EXEMPT = '{ id: news, name: 动态, url: /news/, category: work-updates, exempt: 已归档 }';

describe('what is watched', () => {
  const where = ['--config', configAt(at('config'), estateWith(NEWS)), '--data', at('data')];
  const file = at('config', 'estate.yaml');
  const json = async (...args: string[]) => JSON.parse((await gongkaiHere([...args, ...where, '--json', '--quiet'])).stdout);
  const statusOn = async (day: string) => (await json('audit', '--no-crawl', '--as-of', day)).columns[0].status;

  it('becomes a revision whenever the file is read changed, and a past day is judged by what held then', async () => {
    expect(await statusOn('2024-03-10')).toBe('unknown');
    expect(await statusOn('2024-03-12')).toBe('unknown');
    writeFileSync(file, estateWith(EXEMPT));
    expect(await statusOn('2024-06-01')).toBe('exempt');
    expect(await statusOn('2024-03-10')).toBe('unknown');
    // What nobody wrote down is judged by the file.
    expect(await statusOn('2023-01-01')).toBe('exempt');
    const { revisions } = await json('config', 'log');
    expect(revisions.map(({ number, from }: { number: number; from: string }) => [number, from.slice(0, 10)])).toEqual([
      [2, '2024-06-01'],
      [1, '2024-03-10'],
    ]);
  });

  it('is compared, exported as it was, and imported with a reason', async () => {
    const { changes } = await json('config', 'diff', '1', '2');
    expect(changes).toEqual([{ kind: 'columns', id: 'portal/news', change: 'changed', keys: { exempt: [null, '已归档'] } }]);
    const first = await gongkaiHere(['config', 'export', ...where, '--revision', '1']);
    expect(first.stdout).toBe(estateWith(NEWS));
    expect((await gongkaiHere(['config', 'export', ...where, '--revision', '1', '--write', at('old'), '--quiet'])).status).toBe(0);
    expect(readFileSync(at('old', 'estate.yaml'), 'utf8')).toBe(estateWith(NEWS));
    expect((await complaint(['config', 'export', ...where, '--write', at('old')])).status).toBe(2);
    const imported = await json('config', 'import', at('old'), '--why', '恢复监测');
    expect(imported).toMatchObject({ revision: 3, changed: true, changes: [{ kind: 'columns', change: 'changed' }] });
    expect((await json('config', 'import', at('old'), '--why', '再来一次')).changed).toBe(false);
    expect((await json('config', 'log')).revisions[0]).toMatchObject({ number: 3, why: '恢复监测' });
  });

  it('is the store’s latest revision where the folder holds no estate', async () => {
    rmSync(file);
    expect(await statusOn('2098-01-01')).toBe('unknown');
    expect((await json('config', 'diff', '2', '3')).changes).toHaveLength(1);
    const nowhere = await complaint(['audit', '--config', at('config'), '--data', at('empty'), '--json']);
    expect([nowhere.status, nowhere.stderr]).toEqual([2, expect.stringContaining('estate.yaml')]);
  });

  it('is refused with words where a revision is asked for that is none', async () => {
    for (const number of ['9', 'x', '0', '-1']) expect((await complaint(['config', 'diff', number, ...where])).status).toBe(2);
    expect((await complaint(['config', 'import', ...where])).status).toBe(2);
  });
});
