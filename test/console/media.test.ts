import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../../src/model/day.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { type Browser, ORIGIN, openTestConsole, signIn, type TestConsole, tokenOf } from './support.ts';

const console: TestConsole = await openTestConsole();
let officer: Browser;
let editor: Browser;
beforeAll(async () => {
  officer = await signIn(console, 'officer');
  editor = await signIn(console, 'unit-editor', 'water');
});
afterAll(() => console.close());

const RECENTLY = addDays(dayIn('Asia/Shanghai', new Date()), -3);
const textOf = async (browser: Browser, path: string) => (await browser.get(path)).text();

describe('new media in the console', () => {
  it('stand with their state; one of which nothing was handed in is unknown', async () => {
    const text = await textOf(officer, '/media');
    expect(text).toContain('水利发布');
    expect(text).toContain('卫健发布');
    expect(text).toContain('还没有导入过帖文');
  });

  it('take a post by a form, once, and say who entered it', async () => {
    const post = { title: '汛期值班安排', on: '2024-03-18', url: 'javascript:alert(1)', original: 'yes' };
    expect((await officer.post('/media/accounts/wx-water/post', post)).status).toBe(302);
    await officer.post('/media/accounts/wx-water/post', post);
    expect(await console.store.posts.list('wx-water', { from: '2024-01-01', to: '2024-12-31' }, 9)).toMatchObject([
      { title: '汛期值班安排', url: null, original: true },
    ]);
    expect(await textOf(officer, '/media/accounts/wx-water')).toContain('手工录入');
    expect((await officer.post('/media/accounts/wx-water/post', { title: '', on: '2024-02-31' })).status).toBe(400);
  });

  it('hold no number of a private person, by whatever way it comes', async () => {
    const id = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
    await officer.post('/media/accounts/wx-water/post', { title: `失主身份证号${id}`, on: '2024-03-17' });
    expect(await textOf(officer, '/media/accounts/wx-water')).not.toContain(id);
    expect(JSON.stringify(await console.store.posts.list('wx-water', { from: '2024-01-01', to: '2024-12-31' }, 9))).not.toContain(id);
    expect(JSON.stringify(await console.store.posts.deliveries('wx-water'))).not.toContain(id);
    expect(JSON.stringify(await console.store.people.logged(50))).not.toContain(id);
  });

  it('refuse a file and a program’s posts of another account until somebody says that they are its own', async () => {
    const path = '/media/accounts/wx-water';
    const stored = async () => JSON.stringify(await console.store.posts.list('wx-water', { from: '2024-01-01', to: '2024-12-31' }, 99));
    const send = async (more: Record<string, string>) => {
      const form = new FormData();
      form.set('_token', /name="_token" value="([^"]+)"/.exec(await textOf(officer, path))![1]!);
      form.set('file', new File(['公众号名称：东河水利\n标题,发布时间\n东河放水,2024-03-12\n'], '导出.csv'));
      for (const [name, value] of Object.entries(more)) form.set(name, value);
      return officer.send(`${path}/import`, { method: 'POST', body: form, headers: { origin: ORIGIN } });
    };
    const refused = await send({});
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/东河水利[\s\S]*水利发布[\s\S]*名称不同也导入/);
    expect(await stored()).not.toContain('东河放水');
    expect((await send({ anyName: 'yes' })).status).toBe(302);
    expect(await stored()).toContain('东河放水');
    const authorization = `Bearer ${await tokenOf(officer, ['corrections'])}`;
    const hand = (more: object) =>
      console.app.request(`${ORIGIN}/api/v1${path.replace('/media', '')}/posts`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ posts: [{ title: '东河巡查', time: '2024-03-13' }], named: '东河水利', ...more }),
      });
    const answer = await hand({});
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('东河水利')]);
    expect(await stored()).not.toContain('东河巡查');
    expect((await hand({ anyName: true })).status).toBe(200);
  });

  it('take messages by file and form and words of functions, masked, and show them', async () => {
    const id = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
    const path = '/media/accounts/wx-water';
    expect((await officer.post(`${path}/message`, { subject: `身份证号${id}求助`, received: RECENTLY })).status).toBe(302);
    expect((await officer.post(`${path}/message`, { subject: '水费', received: RECENTLY, answered: '2024-03-01' })).status).toBe(400);
    expect((await officer.post(`${path}/function`, { function: '留言', works: 'no', detail: `身份证号${id}打不开` })).status).toBe(302);
    expect((await officer.post(`${path}/function`, { function: '没有的', works: 'no' })).status).toBe(400);
    const text = await textOf(officer, path);
    expect(text).toContain('求助');
    expect(text).toContain('打不开');
    expect(text).not.toContain(id);
    expect((await editor.post('/media/accounts/wx-health/function', { function: '留言', works: 'no' })).status).toBe(404);
  });

  it('of another unit are not there for a unit’s editor', async () => {
    expect(await textOf(editor, '/media')).not.toContain('卫健');
    expect((await editor.get('/media/accounts/wx-health')).status).toBe(404);
    expect((await editor.post('/media/accounts/wx-health/post', { title: '甲', on: '2024-03-18' })).status).toBe(404);
    expect((await editor.get('/media/forwarded')).status).toBe(403);
  });

  it('say who carried an item that all must carry, and of whom nobody knows', async () => {
    const asked = `/media/forwarded?${new URLSearchParams({ title: '汛期值班安排', at: '2024-03-18T08:00', hours: '24' })}`;
    const text = await textOf(officer, asked);
    expect(text).toContain('已转发');
    expect(text).toContain('无法判断');
    expect(ORIGIN).toBeTruthy();
  });
});
