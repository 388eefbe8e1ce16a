import { afterAll, describe, expect, test } from 'vitest';
import { configHeld } from '../../src/estate/held.ts';
import { ORIGIN, openTestConsole, signIn, tokenOf } from './support.ts';

const console = await openTestConsole();
const [officer, lead] = await Promise.all([signIn(console, 'officer'), signIn(console, 'supervisor')]);
afterAll(() => console.close());

const estate = () => console.deps.config.estate;
const unitsOf = () => Object.fromEntries((estate().sites[0]!.columns ?? []).map(({ id, unit }) => [id, unit]));
const latest = async () => (await console.store.estate.latest())!;
const undo = async () => officer.post('/estate/undo', { revision: String((await latest()).number) });
const textOf = async (answer: Response) => (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('units merge and split in one act', () => {
  test('a merger ends the unit the day before and moves what it answers for, is told in one sentence, and can be undone', async () => {
    const before = estate();
    const answer = await officer.post('/estate/units/merge', { units: ['health'], into: 'water', on: '2024-03-15', why: '机构改革' });
    expect(answer.headers.get('location')).toMatch(/^\/estate\/units\?saved=/);
    expect(estate().units.find(({ id }) => id === 'health')).toMatchObject({ to: '2024-03-14', mergedInto: 'water' });
    expect(unitsOf()).toEqual({ 'water-news': 'water', 'health-news': 'water' });
    expect(estate().accounts.map(({ unit }) => unit)).toEqual(['water', 'water']);
    const taken = { from: 'health', on: '2024-03-15' };
    expect((estate().sites[0]!.columns ?? []).map(({ takenOver }) => takenOver)).toEqual([undefined, taken]);
    expect(estate().accounts.map(({ takenOver }) => takenOver)).toEqual([undefined, taken]);
    expect(await latest()).toMatchObject({ by: 'officer.office@example.cn', why: '机构改革' });
    expect(await textOf(await lead.get('/log'))).toContain('市卫健局并入市水利局（自 2024-03-15）: 机构改革');
    expect((await undo()).status).toBe(302);
    expect(estate()).toEqual(before);
  });

  test('several become a new one, which is there from the day on', async () => {
    const merger = { units: ['water', 'health'], into: '', name: '市水利卫生局', kind: 'department', on: '2024-03-15', why: '' };
    expect((await officer.post('/estate/units/merge', merger)).status).toBe(302);
    const founded = estate().units.find(({ name }) => name === '市水利卫生局')!;
    expect(founded).toMatchObject({ from: '2024-03-15', kind: 'department' });
    expect(unitsOf()).toEqual({ 'water-news': founded.id, 'health-news': founded.id });
    expect(estate().sites[0]!.unit).toBe(founded.id);
    await undo();
  });

  test('a split founds a unit with what is ticked, and leaves all else where it was, also where a column said nothing of its unit', async () => {
    const split = { unit: 'water', name: '市水库管理处', kind: 'department', on: '2024-03-15', why: '' };
    expect((await officer.post('/estate/units/split', split)).status).toBe(400);
    await officer.post('/estate/units/split', { ...split, sites: ['portal'], accounts: ['wx-water'] });
    const founded = estate().units.find(({ name }) => name === '市水库管理处')!;
    expect(estate().sites[0]!.unit).toBe(founded.id);
    expect(unitsOf()).toEqual({ 'water-news': 'water', 'health-news': 'health' });
    expect(estate().accounts.map(({ unit }) => unit)).toEqual([founded.id, 'health']);
    await undo();
    await officer.post('/estate/units/split', { ...split, columns: ['portal/water-news', 'portal/health-news'] });
    expect(unitsOf()).toEqual({ 'water-news': founded.id, 'health-news': 'health' });
    await undo();
  });

  test('is refused for a day that is not here yet, for units that were not there then, and where nobody takes over', async () => {
    const number = (await latest()).number;
    const merge = async (fields: Record<string, string | string[]>) => {
      const answer = await officer.post('/estate/units/merge', { units: ['health'], into: 'water', on: '2024-03-15', ...fields });
      return [answer.status, await textOf(answer)] as const;
    };
    expect(await merge({ on: '2999-01-01' })).toEqual([400, expect.stringContaining('这一天还没有到')]);
    expect(await merge({ into: '' })).toEqual([400, expect.stringContaining('并入的单位')]);
    expect(await merge({ into: 'nobody' })).toEqual([400, expect.stringContaining('并入的单位')]);
    expect(await merge({ units: ['water'] })).toEqual([400, expect.stringContaining('请选择要撤并的单位')]);
    expect((await latest()).number).toBe(number);
  });

  test('programs do the same, and are told why not', async () => {
    const token = await tokenOf(lead, ['read', 'admin']);
    const ask = (path: string, body: object) =>
      console.app.request(`${ORIGIN}/api/v1/units/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const before = estate();
    const split = await ask('split', { unit: 'water', name: '市水库管理处', columns: ['portal/water-news'], on: '2024-03-15' });
    expect([split.status, await split.json()]).toEqual([200, { revision: (await latest()).number }]);
    const founded = estate().units.find(({ name }) => name === '市水库管理处')!;
    expect(unitsOf()['water-news']).toBe(founded.id);
    expect((await ask('merge', { units: [founded.id], into: 'water', on: '2024-03-16' })).status).toBe(200);
    expect(unitsOf()).toEqual({ 'water-news': 'water', 'health-news': 'health' });
    const refused = await ask('merge', { units: ['health'], on: '2024-03-16' });
    expect([refused.status, await refused.json()]).toEqual([409, { error: expect.stringContaining('并入的单位') }]);
    expect((await ask('merge', { units: ['health'], into: 'water', on: 'morgen' })).status).toBe(400);
    await lead.post('/estate/restore', { revision: String((await latest()).number - 2) });
    expect(estate()).toEqual(before);
  });

  test('days before are judged by who answered then', async () => {
    const then = await configHeld(console.deps, console.deps.clock.now());
    const later = new Date(console.deps.clock.now().getTime() + 1000);
    await officer.post('/estate/units/merge', { units: ['health'], into: 'water', on: '2024-03-15', why: '' });
    const columnsOf = (config: typeof then) => config.estate.sites[0]!.columns!.map(({ unit }) => unit);
    expect(columnsOf(then)).toEqual(['water', 'health']);
    expect(columnsOf(await configHeld(console.deps, new Date(later.getTime() + 60_000)))).toEqual(['water', 'water']);
    await undo();
  });
});
