import { afterAll, describe, expect, test } from 'vitest';
import { buildSheet } from '../../src/reports/sheet.ts';
import { makeAlert } from '../alerts/make.ts';
import { type Browser, ORIGIN, openTestConsole, signIn } from './support.ts';

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

  test('a period of its own needs a reason, which its page shows; who owes what is set by a supervisor, with a reason, and can be undone', async () => {
    const id = 'portal/health-news';
    const fields = { entry: id, name: '卫健动态', url: '/health/', unit: 'health', category: 'work-updates', period: 'P1M' };
    const refused = await save(lead, 'columns', fields);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('另定更新周期要写明理由')]);
    await save(lead, 'columns', { ...fields, periodReason: '上级批复按月更新' });
    expect(await (await officer.get('/columns/portal/health-news')).text()).toContain('上级批复按月更新');
    await lead.post('/estate/undo', { revision: revision() });

    const entry = { duty: 'annual-report-government', unit: 'water', owes: 'false', from: '2024-01-01', to: '' };
    expect((await save(officer, 'roster', { ...entry, reason: '并入编报' })).status).toBe(403);
    expect((await save(lead, 'roster', { ...entry, reason: '' })).status).toBe(400);
    expect((await save(lead, 'roster', { ...entry, reason: '随主管部门并入编报' })).status).toBe(302);
    expect(estate().roster).toEqual([
      { duty: 'annual-report-government', unit: 'water', owes: false, from: '2024-01-01', reason: '随主管部门并入编报' },
    ]);
    expect(await textOf(await lead.get('/estate/roster'))).toMatch(/（本级政府） 市水利局 不承担 2024-01-01 – 随主管部门并入编报/);
    const { number, texts } = { number: console.deps.config.revision!, texts: console.deps.config.texts };
    expect(texts.get('estate.yaml')).toContain('随主管部门并入编报');
    await lead.post('/estate/undo', { revision: String(number) });
    expect(estate().roster).toEqual([]);
  });

  test('a column gets a period of its own by a supervisor, and a reason why nothing is expected; its other keys and the file’s comments stay', async () => {
    await console.deps.changeEstate!((text) => text.replace('columns:\n', 'columns: # 按门户菜单\n'), { by: 'test', why: '注' });
    const id = 'portal/health-news';
    const form = await (await officer.get(`/estate/columns/entry?id=${encodeURIComponent(id)}`)).text();
    expect(form).toContain('value="卫健动态"');
    expect(form).not.toContain('name="period"');
    const own = { period: 'P1M', periodReason: '人手少', periodUntil: '2030-12-31' };
    const fields = { entry: id, name: '卫健动态', url: '/health/', unit: 'health', category: 'work-updates', exempt: '', ...own };
    const answer = await save(lead, 'columns', fields);
    expect(answer.headers.get('location')).toBe(`/estate/columns?saved=${revision()}`);
    expect(estate().sites[0]!.columns![1]).toMatchObject({
      id: 'health-news',
      unit: 'health',
      period: { months: 1 },
      periodUntil: '2030-12-31',
      exempt: null,
    });
    expect(console.deps.config.texts.get('estate.yaml')).toContain('# 按门户菜单');
    const told = await textOf(await officer.get(`/estate/revisions/${revision()}`));
    expect(told).toMatch(
      /supervisor\.office@example\.cn：试 修改 栏目 卫健动态 更新周期： — → 1 个月 另定周期执行到： — → 2030-12-31 另定周期的理由： — → 人手少/,
    );
    await save(officer, 'columns', { ...fields, period: 'P1Y', exempt: '机构改革', exemptUntil: '2030-06-30' });
    expect(estate().sites[0]!.columns![1]).toMatchObject({ period: { months: 1 }, exempt: '机构改革', exemptUntil: '2030-06-30' });
    const topic = { topicFrom: '2029-03-01', topicUntil: '2029-12-31', archivedOn: '2030-01-08' };
    await save(officer, 'columns', { ...fields, ...topic });
    const days = { from: '2029-03-01', until: '2029-12-31', archivedOn: '2030-01-08' };
    expect(estate().sites[0]!.columns![1]).toMatchObject({ topic: days });
    expect(await textOf(await officer.get('/estate/columns'))).toContain('专题归档日期 2030-01-08');
    await save(officer, 'columns', fields);
    expect(estate().sites[0]!.columns![1]).not.toHaveProperty('topic');
  });

  test('a topic is archived from its own page, by the words of the form that holds its days, and that is taken back there', async () => {
    const topic = () => estate().sites[0]!.columns!.find(({ id }) => id === 'water-news')?.topic;
    const column = { entry: 'portal/water-news', name: '水利动态', url: '/water/', category: 'work-updates' };
    const page = async () => await textOf(await officer.get('/columns/portal/water-news'));
    expect(await page()).not.toContain('专题归档日期');
    expect((await officer.post('/columns/portal/water-news/archive', { on: '2024-02-02' })).status).toBe(400);
    await save(officer, 'columns', { ...column, topicFrom: '2024-01-01', topicUntil: '2024-01-31' });
    expect(await page()).toMatch(/专题开始 2024-01-01 专题结束 2024-01-31 专题归档日期 .* 状态 已结束，未归档/);
    expect((await officer.post('/columns/portal/water-news/archive', { on: '2024-02-02' })).status).toBe(302);
    expect(topic()).toEqual({ from: '2024-01-01', until: '2024-01-31', archivedOn: '2024-02-02' });
    expect(await page()).toMatch(/专题归档日期 2024-02-02 状态 已归档 撤销归档/);
    await officer.post('/columns/portal/water-news/archive', { undo: 'yes' });
    expect(topic()).toMatchObject({ archivedOn: null });
    await save(officer, 'columns', column);
    expect(topic()).toBeUndefined();
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

  test('an alert on a rule that nobody compared with its document is sent only after a supervisor confirmed the rule', async () => {
    const { pack } = console.deps.config;
    const rule = pack.rules.find(({ verified }) => !verified)!;
    const basis = { rule: `${pack.id}/${rule.id}`, unverified: true };
    const alert = makeAlert({ id: 'doubtful', key: 'doubtful', column: null, state: 'confirmed', basis });
    await console.store.alerts.apply([{ alert, before: null, entries: [], notices: [] }]);
    const refused = await officer.post('/alerts', { act: 'sent', alert: 'doubtful' });
    expect([refused.status, await textOf(refused)]).toEqual([409, expect.stringContaining('还没有与原文核对')]);
    expect((await officer.post(`/rules/${rule.id}/confirmed`, {})).status).toBe(403);
    expect((await lead.post(`/rules/${rule.id}/confirmed`, {})).status).toBe(302);
    expect(console.deps.config.pack.rules.find(({ id }) => id === rule.id)).toMatchObject({ verified: true });
    expect((await officer.post('/alerts', { act: 'sent', alert: 'doubtful' })).status).toBe(302);
  });

  test('a rule is switched off by a supervisor with a reason, binds nobody from then on, and is held again', async () => {
    const [rule] = console.deps.config.pack.rules.filter(({ kind }) => kind === 'column');
    const off = (browser: Browser, why: string) => browser.post(`/rules/${rule!.id}/off`, { why });
    expect((await off(officer, '地方没有这项要求')).status).toBe(403);
    expect((await off(lead, ' ')).status).toBe(400);
    const answer = await off(lead, '地方没有这项要求');
    expect(answer.headers.get('location')).toBe(`/rules?saved=${revision()}#rule-${rule!.id}`);
    expect(console.deps.config.pack.rules).not.toContainEqual(expect.objectContaining({ id: rule!.id }));
    expect(await textOf(await lead.get('/rules'))).toMatch(new RegExp(`停用的条款 .*${rule!.id} 地方没有这项要求 恢复执行`));
    expect((await officer.post(`/rules/${rule!.id}/on`, {})).status).toBe(403);
    expect((await lead.post(`/rules/${rule!.id}/on`, {})).status).toBe(302);
    expect(console.deps.config.pack.rules).toContainEqual(expect.objectContaining({ id: rule!.id }));
    await lead.post('/estate/undo', { revision: revision() });
    expect(console.deps.config.pack.rules).not.toContainEqual(expect.objectContaining({ id: rule!.id }));
    expect((await lead.post(`/rules/${rule!.id}/on`, {})).status).toBe(302);
    const log = await textOf(await lead.get('/log'));
    expect(log).toContain('地方没有这项要求');
  });

  test('each kind of channel has a form of its own, in words', async () => {
    const form = async (type: string) =>
      await (await lead.get(`/estate/channels/entry?${new URLSearchParams(type ? { type } : {})}`)).text();
    expect(await form('')).toMatch(/href="\/estate\/channels\/entry\?type=dingtalk"[^>]*>钉钉/);
    expect(await form('')).toMatch(/name="host".*不加密/s);
    const dingtalk = await form('dingtalk');
    expect(dingtalk).toMatch(/aria-current="page"[^>]*>钉钉/);
    expect(dingtalk).toContain('name="urlFrom"');
    expect(dingtalk).not.toMatch(/name="host"|<option value="email"/);
  });

  test('a line without a name keeps its other cells in their places', async () => {
    const checked = await textOf(await officer.post('/estate/sites/paste', { list: ',http://nameless.example/,市水利局' }));
    expect(checked).toMatch(/1 http:\/\/nameless\.example\/ 市水利局 要有名称和网址两列/);
  });

  test('a pasted list of sites is checked line by line, and only what is without fault is saved', async () => {
    const list =
      '网站名称\t网址\t单位\t标识码\n民政局网站\tmzj.example.cn\t市民政局\t4213810002\n坏的\tht!tp//\t\n重复\thttp://mzj.example.cn/\n只有名称';
    const checked = await textOf(await officer.post('/estate/sites/paste', { list }));
    for (const said of ['可以添加', '网址不对', '与上面重复', '要有名称和网址两列']) expect(checked).toContain(said);
    const saved = await officer.post('/estate/sites/paste', { list, sure: 'yes' });
    expect(saved.status).toBe(302);
    expect(estate().sites.at(-1)).toMatchObject({ name: '民政局网站', url: 'http://mzj.example.cn/', idCode: '4213810002', columns: null });
    expect(estate().units.map(({ name }) => name)).toContain('市民政局');
  });

  test('a list of sites comes as a file too, its columns in whatever order its heads say; what is no table is told, and nothing is lost', async () => {
    const rows = [
      ['序号', '主办单位', '网站名称', '首页网址', '网站标识码'],
      ['1', '市气象局', '气象网站', 'http://qx.example.cn', '4213810003'],
      ['2', '市气象局', '', 'http://qx2.example.cn', null],
      ['3', '市档案局', '门户', 'http://portal.example/', null],
    ];
    const book = await buildSheet('网站', rows[0]!.map(String), rows.slice(1));
    const upload = async (bytes: Uint8Array, name: string) => {
      const page = await (await officer.get('/estate/sites/paste')).text();
      const form = new FormData();
      form.set('_token', /name="_token" value="([^"]+)"/.exec(page)![1]!);
      form.set('list', '');
      form.set('file', new File([new Uint8Array(bytes)], name));
      return officer.send('/estate/sites/paste', { method: 'POST', body: form, headers: { origin: ORIGIN } });
    };
    for (const [bytes, name] of [
      [new Uint8Array(book), 'sites.xlsx'],
      [new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n')), 'sites.csv'],
    ] as const) {
      const answer = await textOf(await upload(bytes, name));
      expect(answer, name).toMatch(/2 气象网站 http:\/\/qx\.example\.cn\/ 市气象局 4213810003 可以添加/);
      expect(answer, name).toMatch(/3 http:\/\/qx2\.example\.cn\/ 市气象局 要有名称和网址两列/);
      expect(answer, name).toContain('保存这 1 个网站');
    }
    const refused = await upload(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'old.xls');
    expect([refused.status, await textOf(refused)]).toEqual([400, expect.stringContaining('请另存为 .xlsx')]);
  });

  test('the schedule is changed by a supervisor, told in words with its next times, and undone', async () => {
    const form = {
      at: '20:15',
      until: '06:00',
      on: 'working-days',
      reportOn: 'tuesday',
      reportAt: '09:00',
      night: 'yes',
      papers: ['circular'],
    };
    expect((await officer.post('/settings/schedule', form)).status).toBe(403);
    expect((await lead.post('/settings/schedule', { ...form, at: '25:00' })).status).toBe(409);
    expect((await lead.post('/settings/schedule', form)).headers.get('location')).toBe(`/settings?saved=${revision()}`);
    expect(console.deps.config.schedule).toEqual({
      audit: { at: '20:15', on: 'working-days', until: '06:00' },
      report: null,
      papers: ['circular'],
    });
    const page = await textOf(await lead.get('/settings'));
    expect(page).toContain('每个工作日 20:15 开始监测，最迟到次日 06:00 结束。 不自动发工作周报。');
    expect(page.match(/20:15 – \d{4}-\d\d-\d\d 06:00 每晚监测/g)).toHaveLength(5);
    await lead.post('/estate/undo', { revision: revision() });
    expect(console.deps.config.schedule).toMatchObject({ audit: { at: '19:00' }, papers: [] });
  });

  test('everything is found by one search, and of it each only what is theirs to see', async () => {
    expect(await textOf(await officer.get('/search?q=水利'))).toMatch(/单位 市水利局.*栏目 水利动态/);
    const editor = await signIn(console, 'unit-editor', 'health');
    expect(await textOf(await editor.get('/search?q=水利'))).not.toContain('水利动态');
  });

  test('is none of those who only read or answer for a unit', async () => {
    for (const role of ['viewer', 'unit-editor'] as const) {
      const browser = await signIn(console, role, role === 'viewer' ? null : 'water');
      expect((await browser.get('/estate')).status).toBe(403);
      expect((await save(browser, 'units', { name: 'x', kind: 'other' })).status).toBe(403);
    }
  });
});
