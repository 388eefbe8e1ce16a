import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { openStore } from '../../src/store/open.ts';
import { type Receiver, startReceiver } from '../jobs/alerts/receivers.ts';
import { complaint, configAt, gongkaiHere, goodEstate, useFolder } from './estate.ts';

const at = useFolder();
const where = ['--config', at('config'), '--data', at('data')];
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
  vi.stubEnv('GROUP', receiver.url);
  configAt(
    at('config'),
    `${goodEstate()}
alerts:
  channels:
    - { id: group, type: dingtalk, urlFrom: GROUP, allowPrivateNetworks: true }
    - { id: mail, type: email, host: 127.0.0.1, from: a@example.gov.cn }
`,
  );
  const store = await openStore({ dataDir: join(at('data')), clock: systemClock, randomness: systemRandomness });
  const now = systemClock.now();
  const letter = { language: 'zh', subject: '预警一条', opening: '如下', sections: [], closing: '完' } as const;
  const begun = { state: 'waiting', attempts: 0, createdAt: now, nextTry: now, sentAt: null, detail: null } as const;
  const to = { id: 'd1', channel: 'group', address: null, role: 'contact', unit: 'water' } as const;
  await store.outbox.compose([{ delivery: { ...to, letter, ...begun }, notices: [] }]);
  const until = new Date(now.getTime() + 60_000);
  await store.outbox.claim({ channel: 'group', token: 't', now, until, perMinute: 9 });
  await store.outbox.settle({
    delivery: 'd1',
    token: 't',
    at: now,
    outcome: 'refused',
    detail: { zh: '机器人已停用', en: 'the robot is off' },
    nextTry: null,
  });
  await store.close();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await receiver.close();
});

describe('gongkai alerts test-channel', () => {
  it('sends a test and says so', async () => {
    receiver.answer(200, { errcode: 0 });
    const { status, stdout } = await gongkaiHere(['alerts', 'test-channel', 'group', ...where]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('渠道“group”接受了测试消息')]);
    expect(receiver.requests.at(-1)?.body).toContain('这是一条测试消息，说明渠道“group”已经配置好');
  });

  it('says what went wrong, and ends with 1', async () => {
    receiver.answer(200, { errcode: 310000, errmsg: 'sign not match' });
    const { status, stderr } = await complaint(['alerts', 'test-channel', 'group', ...where]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('sign not match')]);
  });

  it('names the channels there are, and asks where a mail goes', async () => {
    expect(await complaint(['alerts', 'test-channel', 'gruop', ...where])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('group、mail'),
    });
    expect(await complaint(['alerts', 'test-channel', 'mail', ...where])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--to'),
    });
  });
});

describe('a message that was given up', () => {
  it('is listed with its last error, is tried once more, and leaves', async () => {
    const listed = await gongkaiHere(['alerts', 'deliveries', '--state', 'dead', '--json', ...where]);
    expect(JSON.parse(listed.stdout)).toMatchObject({ id: 'd1', state: 'dead', detail: '机器人已停用 · the robot is off' });
    const shown = await gongkaiHere(['alerts', 'delivery', 'd1', ...where]);
    expect(shown.stdout).toMatch(/预警一条[\s\S]*1\. .*被拒收 · refused 机器人已停用[\s\S]*如下/);
    receiver.answer(200, { errcode: 0 });
    expect((await gongkaiHere(['alerts', 'retry', 'd1', ...where])).status).toBe(0);
    expect(JSON.parse((await gongkaiHere(['alerts', 'deliver', '--json', ...where])).stdout)).toMatchObject({ sent: 1, dead: 0 });
    expect(JSON.parse((await gongkaiHere(['alerts', 'delivery', 'd1', '--json', ...where])).stdout)).toMatchObject({
      state: 'sent',
      tries: [{ outcome: 'refused' }, { outcome: 'sent' }],
    });
  });

  it('that is none is refused in words', async () => {
    expect(await complaint(['alerts', 'retry', 'd1', 'nowhere', ...where])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('d1 nowhere'),
    });
  });
});
