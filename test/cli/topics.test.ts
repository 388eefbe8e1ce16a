import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays, dayIn } from '../../src/model/day.ts';
import { estateOf } from '../site/audits.ts';
import { complaint, configAt, gongkaiHere, useFolder } from './estate.ts';

const at = useFolder();
const columns = [
  '{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices }',
  "{ id: jr, name: 植树节, url: /zt/jr/, topicFrom: '2024-03-01', topicUntil: '2024-03-31' } # 每年一次",
  "{ id: hm, name: 惠民, url: /zt/hm/, topicFrom: '2024-01-01' }",
];
const where = ['--config', configAt(at('config'), estateOf('water', 'http://127.0.0.1:9/', columns)), '--data', at('data'), '--json'];
const topics = async (...args: string[]) => JSON.parse((await gongkaiHere(['topics', ...args, ...where])).stdout).topics;
const estateText = () => readFileSync(at('config', 'estate.yaml'), 'utf8');

test('a topic that is over waits until a person says that it was archived, which can be taken back; the file’s comments stay', async () => {
  expect(await topics()).toMatchObject([
    { column: 'jr', name: '植树节', from: '2024-03-01', until: '2024-03-31', archivedOn: null, state: 'over' },
    { column: 'hm', until: null, state: 'on' },
  ]);
  expect(await topics('archive', 'water/jr', '--on', '2024-04-02')).toMatchObject([{ archivedOn: '2024-04-02', state: 'archived' }]);
  expect(estateText()).toMatch(/archivedOn: "?2024-04-02"? } # 每年一次/);
  expect((await topics()).map(({ column, state }: { column: string; state: string }) => [column, state])).toEqual([
    ['jr', 'archived'],
    ['hm', 'on'],
  ]);
  expect(await topics('archive', 'water/jr', '--undo')).toMatchObject([{ archivedOn: null, state: 'over' }]);
  expect(estateText()).not.toContain('archivedOn');
  const [today] = await topics('archive', 'water/hm');
  expect(today).toMatchObject({ state: 'archived' });
  const log = JSON.parse((await gongkaiHere(['config', 'log', ...where])).stdout);
  expect(log.revisions.map(({ why }: { why: string }) => why)[0]).toContain(`专题“惠民”已于 ${today.archivedOn} 归档`);
});

test('what is no topic, a day to come and a day before its begin are refused in words, and nothing changes', async () => {
  const before = estateText();
  const refused = async (...args: string[]) => (await complaint(['topics', 'archive', ...args, ...where])).stderr;
  expect(await refused('water/tzgg')).toContain('“通知公告”不是有起止的专题。请先在监测范围里填写专题开始、专题结束。');
  expect(await refused('water/nowhere')).toContain('“water/nowhere”不是有起止的专题');
  const tomorrow = addDays(dayIn('Asia/Shanghai', new Date()), 2);
  expect(await refused('water/jr', '--on', tomorrow)).toContain(`${tomorrow} 还没有到`);
  expect(await refused('water/jr', '--on', '2024-02-28')).toContain('专题自 2024-03-01 开始');
  expect(await refused('water/jr', '--on', '昨天')).toContain('不是日历上的日期');
  expect(estateText()).toBe(before);
});
