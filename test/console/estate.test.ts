import { afterAll, describe, expect, test } from 'vitest';
import { makeAlert } from '../alerts/make.ts';
import { type Browser, openTestConsole, signIn } from './support.ts';

const console = await openTestConsole();
const officer = await signIn(console, 'officer');
const lead = await signIn(console, 'supervisor');
afterAll(() => console.close());

const estate = () => console.deps.config.estate;
const revision = () => String(console.deps.config.revision);
const textOf = async (answer: Response) => (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Sends a filled form of a kind of entry. */
const save = (browser: Browser, kind: string, fields: Record<string, string>) =>
  browser.post(`/estate/${kind}/entry`, { revision: revision(), why: '试', ...fields });

describe('what is watched is changed in the console', () => {
  test('a unit that nobody hears for is listed with the way to add its contact, and can be sent to from then on, without a restart', async () => {
    await console.store.alerts.apply([
      { alert: makeAlert({ id: 'lonely', key: 'lonely', column: null, state: 'confirmed' }), before: null, entries: [], notices: [] },
    ]);
    expect((await officer.post('/alerts', { act: 'sent', alert: 'lonely' })).status).toBe(409);
    expect(await (await officer.get('/alerts/lonely')).text()).toContain('/estate/contacts/entry?role=contact&amp;unit=water');
    expect(await textOf(await officer.get('/estate/contacts'))).toMatch(/市水利局 单位联系人 添加联系人/);
    expect((await save(officer, 'channels', { id: 'group', type: 'dingtalk', urlFrom: 'NOBODY_SET_IT' })).status).toBe(403);
    expect(
      (await lead.post('/estate/channels/entry', { revision: revision(), id: 'group', type: 'dingtalk', urlFrom: 'NOBODY SET IT' })).status,
    ).toBe(400);
    await lead.post('/estate/channels/entry', { revision: revision(), id: 'group', type: 'dingtalk', urlFrom: 'NOBODY_SET_IT' });
    const [channel] = console.deps.config.alerts.channels;
    expect(channel).toMatchObject({ type: 'dingtalk', urlFrom: 'NOBODY_SET_IT' });
    const contact = { name: '张三', role: 'contact', unit: 'water', phone: '0722-1', channel: channel!.id };
    expect((await save(officer, 'contacts', contact)).status).toBe(302);
    expect(await textOf(await officer.get('/estate/contacts'))).not.toMatch(/市水利局 单位联系人 添加联系人/);
    expect((await officer.post('/alerts', { act: 'sent', alert: 'lonely' })).status).toBe(302);
    expect(await console.store.alerts.get('lonely')).toMatchObject({ state: 'sent', dueOn: null });
  });

  test('what cannot be used is told in words beside the filled form, and changes nothing', async () => {
    const before = revision();
    const answer = await save(officer, 'columns', { site: 'portal', name: '通知公告', url: 'ftp://portal.example/x' });
    expect([answer.status, revision()]).toEqual([400, before]);
    expect(await answer.text()).toMatch(/class="problem".*应当是.*value="通知公告"/s);
  });

  test('a column gets a period of its own and a reason why nothing is expected; its other keys and the file’s comments stay', async () => {
    await console.deps.changeEstate!((text) => text.replace('columns:\n', 'columns: # 按门户菜单\n'), { by: 'test', why: '注' });
    const id = 'portal/health-news';
    const form = await (await officer.get(`/estate/columns/entry?id=${encodeURIComponent(id)}`)).text();
    expect(form).toContain('value="卫健动态"');
    const fields = { entry: id, name: '卫健动态', url: '/health/', unit: 'health', category: 'work-updates', period: 'P1M', exempt: '' };
    const answer = await save(officer, 'columns', fields);
    expect(answer.headers.get('location')).toBe(`/estate/columns?saved=${revision()}`);
    expect(estate().sites[0]!.columns![1]).toMatchObject({ id: 'health-news', unit: 'health', period: { months: 1 }, exempt: null });
    expect(console.deps.config.texts.get('estate.yaml')).toContain('# 按门户菜单');
    const told = await textOf(await officer.get(`/estate/revisions/${revision()}`));
    expect(told).toMatch(/officer\.office@example\.cn：试 修改 columns portal\/health-news period： null → .*months&quot;:1/);
  });

  test('who changed something undoes it while nobody changed more; a supervisor goes back to any revision', async () => {
    const first = revision();
    await save(officer, 'units', { name: '市民政局', kind: 'department' });
    expect(estate().units.map(({ name }) => name)).toContain('市民政局');
    expect((await lead.post('/estate/undo', { revision: revision() })).status).toBe(409);
    expect((await officer.post('/estate/undo', { revision: revision() })).status).toBe(302);
    expect(estate().units.map(({ name }) => name)).not.toContain('市民政局');
    await save(officer, 'units', { entry: 'health', name: '市卫生健康局', kind: 'department' });
    expect((await officer.post('/estate/restore', { revision: first })).status).toBe(403);
    await lead.post('/estate/restore', { revision: first });
    expect(estate().units.map(({ name }) => name)).toEqual(['市水利局', '市卫健局']);
  });

  test('a form that was opened before somebody else’s change writes nothing over it', async () => {
    const stale = revision();
    await save(officer, 'units', { name: '市司法局', kind: 'department' });
    const answer = await lead.post('/estate/units/entry', { revision: stale, name: '市审计局', kind: 'department' });
    expect([answer.status, estate().units.map(({ name }) => name)]).toEqual([400, ['市水利局', '市卫健局', '市司法局']]);
  });

  test('a unit that is in use is not taken out; one that is merged keeps its days', async () => {
    const answer = await officer.post('/estate/units/remove', { entry: 'water', revision: revision(), why: '撤并' });
    expect(answer.status).toBe(409);
    await save(officer, 'units', { entry: 'health', name: '市卫健局', kind: 'department', to: '2025-03-31', mergedInto: 'water' });
    expect(estate().units[1]).toMatchObject({ to: '2025-03-31', mergedInto: 'water' });
  });

  test('is none of those who only read or answer for a unit', async () => {
    for (const role of ['viewer', 'unit-editor'] as const) {
      const browser = await signIn(console, role, role === 'viewer' ? null : 'water');
      expect((await browser.get('/estate')).status).toBe(403);
      expect((await save(browser, 'units', { name: 'x', kind: 'other' })).status).toBe(403);
    }
  });
});
