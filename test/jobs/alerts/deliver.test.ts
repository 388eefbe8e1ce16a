import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actOnAlert } from '../../../jobs/alerts/act.ts';
import { deliverDue } from '../../../jobs/alerts/deliver.ts';
import type { Alert, Delivery } from '../../../src/model/alerts.ts';
import { dayIn } from '../../../src/model/day.ts';
import type { MadeAlert } from '../../alerts/make.ts';
import { configWith, type Office, openOffice, putAlert, TestClock, type WrittenAlerts } from './office.ts';
import { type Mailbox, partOf, type Receiver, startMailbox, startReceiver } from './receivers.ts';

type Channel = NonNullable<WrittenAlerts['channels']>[number];

describe('delivery', () => {
  let office: Office;
  let receiver: Receiver;
  let mailbox: Mailbox;
  let clock: TestClock;
  let place = 0;

  beforeAll(async () => {
    office = await openOffice();
    receiver = await startReceiver();
    mailbox = await startMailbox({ user: 'gongkai', password: '口令' });
    vi.stubEnv('ROBOT_URL', receiver.url);
    vi.stubEnv('ROBOT_SECRET', 'SEC密');
    vi.stubEnv('SMTP_PASSWORD', '口令');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await receiver.close();
    await mailbox.close();
    await office.close();
  });
  beforeEach(() => {
    place += 1;
    // A Wednesday.
    clock = new TestClock('2024-03-06T10:00:00+08:00');
    receiver.requests.length = 0;
    receiver.answer(200, { errcode: 0, code: 0 });
    mailbox.mails.length = 0;
    mailbox.refuse('rcpt', null);
    mailbox.refuse('data', null);
  });

  // What a test left unsent is given up, so that the next one does not meet it.
  afterEach(async () => {
    clock.minutesLater(40 * 24 * 60);
    await deliverDue({ ...office, config: configWith({}) }, clock);
  });

  const mail = (): Channel => ({
    type: 'email',
    id: `mail${place}`,
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none',
    user: 'gongkai',
    passwordFrom: 'SMTP_PASSWORD',
    from: 'gongkai@example.gov.cn',
    fromName: '政务公开监测',
  });
  const robot = (type: 'wecom' | 'dingtalk' | 'feishu' | 'webhook', more = {}): Channel =>
    ({ type, id: `${type}${place}`, urlFrom: 'ROBOT_URL', secretFrom: 'ROBOT_SECRET', allowPrivateNetworks: true, ...more }) as Channel;

  /** A workshop whose unit's contact hears by one channel. */
  function workshopWith(channel: Channel, more: WrittenAlerts = {}) {
    const via = [{ channel: channel.id, ...(channel.type === 'email' ? { to: 'zhang@example.gov.cn' } : {}) }];
    const contacts = [{ name: '张三', role: 'contact' as const, unit: 'water', via }];
    const config = configWith({ consoleUrl: 'https://desk.example.gov.cn/', channels: [channel], contacts, ...more });
    return { ...office, config, clock };
  }

  async function send(workshop: ReturnType<typeof workshopWith>, alert: Alert): Promise<void> {
    await actOnAlert(workshop, alert.id, { kind: 'sent', why: '' }, '李四');
  }

  /** One urgent alert, sent and delivered once; gives its delivery. */
  async function deliverOne(channel: Channel, given: MadeAlert = {}): Promise<Delivery> {
    const workshop = workshopWith(channel);
    await send(workshop, await putAlert(office.store, `one${place}`, { severity: 'veto', ...given }));
    await deliverDue(workshop, clock);
    const [delivery] = await office.store.outbox.list({ channels: [channel.id] });
    return delivery!;
  }

  describe('e-mail', () => {
    it('is one mail with text and HTML, to the contact, under the delivery’s own Message-ID', async () => {
      const delivery = await deliverOne(mail(), { message: '栏目“<b onload=x>通知&公告”超期' });
      expect(delivery).toMatchObject({ state: 'sent', attempts: 1, unit: 'water', address: 'zhang@example.gov.cn' });
      const [received] = mailbox.mails;
      expect(received!.to).toEqual(['zhang@example.gov.cn']);
      expect(received!.headers.get('message-id')).toBe(`<${delivery.id}@example.gov.cn>`);
      expect(partOf(received!, 'text/plain')).toContain('栏目“<b onload=x>通知&公告”超期（单项否决；请于 2024-');
      const markup = partOf(received!, 'text/html');
      expect(markup).toContain('&lt;b onload=x&gt;通知&amp;公告');
      expect(markup).not.toContain('<b ');
      expect(markup).toContain(`href="https://desk.example.gov.cn/alerts/one${place}"`);
    });

    it('refused for now is tried again under the same Message-ID; refused for good is given up', async () => {
      mailbox.refuse('data', 451);
      const workshop = workshopWith(mail());
      await send(workshop, await putAlert(office.store, `later${place}`, { severity: 'veto' }));
      expect(await deliverDue(workshop, clock)).toMatchObject({ failed: 1, sent: 0 });
      mailbox.refuse('data', null);
      expect(await deliverDue(workshop, clock)).toMatchObject({ failed: 0, sent: 0 });
      clock.minutesLater(2);
      expect(await deliverDue(workshop, clock)).toMatchObject({ sent: 1 });
      const [delivery] = await office.store.outbox.list({ channels: [mail().id] });
      expect((await office.store.outbox.attempts(delivery!.id)).map(({ outcome }) => outcome)).toEqual(['failed', 'sent']);
      expect(mailbox.mails[0]!.headers.get('message-id')).toBe(`<${delivery!.id}@example.gov.cn>`);
    });

    it('to a mailbox that does not exist is dead at once', async () => {
      mailbox.refuse('rcpt', 550);
      expect(await deliverOne(mail())).toMatchObject({
        state: 'dead',
        attempts: 1,
        detail: { zh: expect.stringContaining('550'), en: expect.stringContaining('550') },
      });
    });

    it('waits where the password is wrong, missing, or the server away', async () => {
      vi.stubEnv('WRONG', 'x');
      expect(await deliverOne({ ...mail(), passwordFrom: 'WRONG' } as Channel)).toMatchObject({
        state: 'waiting',
        detail: { zh: expect.stringContaining('535'), en: expect.stringContaining('535') },
      });
      place += 100;
      expect(await deliverOne({ ...mail(), passwordFrom: 'NOT_SET' } as Channel)).toMatchObject({
        state: 'waiting',
        detail: { zh: expect.stringContaining('NOT_SET'), en: expect.stringContaining('NOT_SET') },
      });
      place += 100;
      expect(await deliverOne({ ...mail(), port: 9 } as Channel)).toMatchObject({
        state: 'waiting',
        detail: { zh: expect.stringContaining('127.0.0.1:9'), en: expect.stringContaining('127.0.0.1:9') },
      });
      place -= 200;
    });
  });

  describe('group robots', () => {
    it('企业微信 gets plain text within 2,048 bytes', async () => {
      expect(await deliverOne(robot('wecom'), { message: '长'.repeat(3000) })).toMatchObject({ state: 'sent' });
      const { body, path } = receiver.requests[0]!;
      expect(path).toBe('/robot?key=K');
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(2048);
      expect(JSON.parse(body)).toMatchObject({ msgtype: 'text', text: { content: expect.stringMatching(/长…/) } });
    });

    it('钉钉 is signed in the address, and crawled text cannot call people or make links', async () => {
      await deliverOne(robot('dingtalk'), { message: '《@所有人 <at user_id="all"> http://evil.example》\u202e超期' });
      const { path, body } = receiver.requests[0]!;
      const query = new URLSearchParams(path.split('?')[1]);
      const timestamp = query.get('timestamp')!;
      expect(Number(timestamp)).toBe(clock.time);
      expect(query.get('sign')).toBe(createHmac('sha256', 'SEC密').update(`${timestamp}\nSEC密`).digest('base64'));
      const { text } = JSON.parse(body) as { text: { content: string } };
      expect(text.content).toContain('《＠所有人 ＜at user_id="all"＞ http：／／evil.example》超期');
      expect(text.content).toContain(`https://desk.example.gov.cn/alerts/one${place}`);
    });

    it('钉钉 that is full takes no more than 20 a minute; the rest follows', async () => {
      const units = Array.from({ length: 25 }, (_, n) => `unit${n}`);
      const channel = robot('dingtalk');
      const contacts = units.map((unit) => ({ name: unit, role: 'contact' as const, unit, via: [{ channel: channel.id }] }));
      const workshop = workshopWith(channel, { contacts });
      for (const unit of units) await send(workshop, await putAlert(office.store, `full ${unit}`, { severity: 'veto', unit }));
      expect(await deliverDue(workshop, clock)).toMatchObject({ composed: 25, sent: 20 });
      expect(await deliverDue(workshop, clock)).toMatchObject({ sent: 0 });
      clock.minutesLater(1);
      expect(await deliverDue(workshop, clock)).toMatchObject({ sent: 5 });
      expect(receiver.requests).toHaveLength(25);
    });

    it('a digest that is too long ends at a whole line and says how many are left', async () => {
      const channel = robot('dingtalk');
      const workshop = workshopWith(channel);
      for (let n = 0; n < 40; n++)
        await send(workshop, await putAlert(office.store, `long${n}`, { message: `第${n}个${'超期'.repeat(350)}。` }));
      clock.minutesLater(24 * 60);
      expect(await deliverDue(workshop, clock)).toMatchObject({ composed: 1, sent: 1 });
      const { body } = receiver.requests[0]!;
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000);
      const lines = (JSON.parse(body) as { text: { content: string } }).text.content.split('\n');
      const shown = lines.filter((line) => /^\d+\. /.test(line));
      expect(shown.every((line) => line.endsWith(`/alerts/long${/第(\d+)个/.exec(line)![1]}`))).toBe(true);
      expect(lines.at(-2)).toBe(`另有 ${40 - shown.length} 条，因消息长度限制未列出，请到办理入口查看。`);
    });

    it('飞书 is signed in its body, and judged by the code there, not by HTTP 200', async () => {
      receiver.answer(200, { code: 19024, msg: 'Key Words Not Found' });
      const channel = robot('feishu');
      expect(await deliverOne(channel)).toMatchObject({
        state: 'waiting',
        detail: { zh: expect.stringContaining('19024'), en: expect.stringContaining('19024') },
      });
      const body = JSON.parse(receiver.requests[0]!.body) as { timestamp: string; sign: string; msg_type: string };
      expect(body).toMatchObject({ msg_type: 'text', timestamp: String(Math.floor(clock.time / 1000)) });
      expect(body.sign).toBe(createHmac('sha256', `${body.timestamp}\nSEC密`).update('').digest('base64'));
      receiver.answer(200, { StatusCode: 0, StatusMessage: 'success' });
      clock.minutesLater(2);
      expect(await deliverDue(workshopWith(channel), clock)).toMatchObject({ sent: 1 });
    });

    it.each([
      ['an error with HTTP 200', 200, { errcode: 310000, errmsg: 'sign not match' }],
      ['no JSON at all', 200, '<html>'],
      ['a failing server', 502, { errcode: 0.5 }],
      ['a redirect, which would turn the message into a question', 302, 'http://127.0.0.1:1/login'],
    ])('%s is no success', async (_title, status, answer) => {
      receiver.answer(status, answer);
      expect(await deliverOne(robot('dingtalk'))).toMatchObject({
        state: 'waiting',
        attempts: 1,
        detail: { zh: expect.stringMatching(/.+/), en: expect.stringMatching(/.+/) },
      });
    });

    it('an address on the own network is not dialled unless that is meant', async () => {
      expect(await deliverOne(robot('wecom', { allowPrivateNetworks: false }))).toMatchObject({
        state: 'waiting',
        detail: { zh: expect.stringContaining('allowPrivateNetworks'), en: expect.stringContaining('allowPrivateNetworks') },
      });
      expect(receiver.requests).toEqual([]);
    });
  });

  describe('a webhook', () => {
    it('is signed, and carries an idempotency key that is the same in every try', async () => {
      receiver.answer(500);
      const channel = robot('webhook');
      const delivery = await deliverOne(channel);
      clock.minutesLater(2);
      receiver.answer(204, '');
      expect(await deliverDue(workshopWith(channel), clock)).toMatchObject({ sent: 1 });
      const [first, second] = receiver.requests;
      for (const { headers, body } of [first!, second!]) {
        expect(headers['idempotency-key']).toBe(delivery.id);
        const [, seconds, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-gongkai-signature']))!;
        expect(hex).toBe(createHmac('sha256', 'SEC密').update(`${seconds}.${body}`).digest('hex'));
      }
      expect(second!.body).toBe(first!.body);
      expect(JSON.parse(first!.body)).toMatchObject({ schema: 'gongkai.notice/1', id: delivery.id, unit: 'water' });
    });

    it('that says the message will never do is not asked again', async () => {
      receiver.answer(410);
      expect(await deliverOne(robot('webhook'))).toMatchObject({ state: 'dead', attempts: 1 });
    });
  });

  describe('digests', () => {
    it('a unit gets one a day, with the rest of the day’s notices; what vetoes goes at once', async () => {
      const channel = robot('webhook');
      const workshop = workshopWith(channel);
      for (const n of [1, 2, 3]) await send(workshop, await putAlert(office.store, `day${place}${n}`));
      await send(workshop, await putAlert(office.store, `now${place}`, { severity: 'veto' }));
      expect(await deliverDue(workshop, clock)).toMatchObject({ composed: 1, sent: 1 });
      clock.minutesLater(23 * 60);
      expect(await deliverDue(workshop, clock)).toMatchObject({ composed: 1, sent: 1 });
      const letters = receiver.requests.map(({ body }) => JSON.parse(body) as Delivery['letter']);
      expect(letters.map(({ sections }) => sections.flatMap(({ lines }) => lines).length)).toEqual([1, 3]);
      expect(letters[0]!.subject).toContain('【紧急】');
    });

    it('at night nothing leaves', async () => {
      clock.minutesLater(13 * 60);
      const workshop = workshopWith(robot('webhook'));
      await send(workshop, await putAlert(office.store, `night${place}`, { severity: 'veto' }));
      expect(await deliverDue(workshop, clock)).toMatchObject({ composed: 0 });
      clock.minutesLater(9 * 60);
      expect(await deliverDue(workshop, clock)).toMatchObject({ composed: 1, sent: 1 });
    });

    it('what was dismissed before the digest left is not in it', async () => {
      const workshop = workshopWith(robot('webhook'));
      const alert = await putAlert(office.store, `dropped${place}`);
      await send(workshop, alert);
      const today = '2026-12-31';
      await actOnAlert(workshop, alert.id, { kind: 'dismissed', reason: 'false-alarm', why: '误判', until: today }, '李四');
      clock.minutesLater(24 * 60);
      expect(await deliverDue(workshop, clock)).toEqual({ composed: 0, sent: 0, failed: 0, dead: 0 });
      expect(await office.store.outbox.waiting(alert.id)).toEqual([]);
    });
  });

  describe('trouble', () => {
    it('eight retries over three days, then it is dead, and visible', async () => {
      receiver.answer(503);
      const channel = robot('webhook');
      const workshop = workshopWith(channel);
      await deliverOne(channel);
      for (let tries = 1; tries < 11; tries++) {
        clock.minutesLater(1441);
        await deliverDue(workshop, clock);
      }
      const dead = await office.store.outbox.list({ states: ['dead'], channels: [channel.id] });
      expect(dead).toMatchObject([{ attempts: 9, detail: { zh: expect.stringContaining('503'), en: expect.stringContaining('503') } }]);
    });

    it('one channel that hangs does not keep another from sending', async () => {
      receiver.answer(200, {}, null);
      const slow = robot('webhook');
      const fast = mail();
      const contacts = [
        {
          name: '慢',
          role: 'contact' as const,
          unit: 'water',
          via: [{ channel: slow.id }, { channel: fast.id, to: 'zhang@example.gov.cn' }],
        },
      ];
      const workshop = workshopWith(slow, { channels: [slow, fast], contacts });
      await send(workshop, await putAlert(office.store, `hang${place}`, { severity: 'veto' }));
      const started = process.hrtime.bigint();
      const round = deliverDue(workshop, clock);
      await vi.waitFor(() => expect(mailbox.mails).toHaveLength(1), 5000);
      expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(5);
      expect(await round).toMatchObject({ sent: 1, failed: 1 });
    }, 40_000);

    it('a channel that is configured no more gives its deliveries up, in words', async () => {
      receiver.answer(503);
      const channel = robot('webhook');
      await deliverOne(channel);
      clock.minutesLater(5);
      await deliverDue({ ...office, config: configWith({}) }, clock);
      expect(await office.store.outbox.list({ channels: [channel.id] })).toMatchObject([
        { state: 'dead', detail: { zh: expect.stringContaining(channel.id), en: expect.stringContaining(channel.id) } },
      ]);
    });

    it('an alert without a contact cannot be sent; told by phone its clock runs from that day', async () => {
      const workshop = workshopWith(mail());
      const alert = await putAlert(office.store, `lonely${place}`, { unit: 'nobody' });
      await expect(actOnAlert(workshop, alert.id, { kind: 'sent', why: '' }, '李四')).rejects.toThrow('不能发送');
      const today = dayIn('Asia/Shanghai', clock.now());
      const told = { kind: 'told', whom: '王五', how: 'phone', on: today, why: '' } as const;
      const { alert: after } = await actOnAlert(workshop, alert.id, told, '李四');
      expect(after).toMatchObject({ state: 'sent', reachedAt: expect.any(Date), dueOn: expect.any(String) });
    });

    it('the clock of an alert begins when its message is accepted, not when it was sent; a letter that leaves late names a later day', async () => {
      mailbox.refuse('data', 451);
      const workshop = workshopWith(mail(), { deadlines: { veto: 1 }, quietHours: { from: '00:00', to: '00:00', workingDaysOnly: false } });
      const alert = await putAlert(office.store, `late${place}`, { severity: 'veto' });
      await send(workshop, alert);
      await deliverDue(workshop, clock);
      expect(await office.store.alerts.get(alert.id)).toMatchObject({ state: 'sent', reachedAt: null, dueOn: null });
      const [before] = await office.store.outbox.list({ channels: [mail().id] });
      mailbox.refuse('data', null);
      clock.minutesLater(2 * 24 * 60);
      await deliverDue(workshop, clock);
      const after = await office.store.alerts.get(alert.id);
      const today = dayIn('Asia/Shanghai', clock.now());
      expect(dayIn('Asia/Shanghai', after!.reachedAt!)).toBe(today);
      expect(after!.dueOn! > today).toBe(true);
      expect(partOf(mailbox.mails[0]!, 'text/plain')).toContain(`请于 ${after!.dueOn} 前整改`);
      expect(JSON.stringify(before!.letter)).not.toContain(after!.dueOn!);
    });

    it('a message that nothing in it is so any more when it could leave is withdrawn', async () => {
      mailbox.refuse('data', 451);
      const workshop = workshopWith(mail());
      const alert = await putAlert(office.store, `moot${place}`, { severity: 'veto' });
      await send(workshop, alert);
      await deliverDue(workshop, clock);
      const today = dayIn('Asia/Shanghai', clock.now());
      await actOnAlert(workshop, alert.id, { kind: 'dismissed', reason: 'false-alarm', why: '误判', until: today }, '李四');
      mailbox.refuse('data', null);
      clock.minutesLater(2 * 24 * 60);
      await deliverDue(workshop, clock);
      expect(await office.store.outbox.list({ channels: [mail().id] })).toMatchObject([{ state: 'withdrawn' }]);
      expect(mailbox.mails).toEqual([]);
    });

    it('an objection holds the clock; kept, its days begin anew when the answer reaches the unit', async () => {
      const workshop = workshopWith(mail(), { quietHours: { from: '00:00', to: '00:00', workingDaysOnly: false } });
      const alert = await putAlert(office.store, `object${place}`, { severity: 'veto' });
      await send(workshop, alert);
      await deliverDue(workshop, clock);
      await actOnAlert(workshop, alert.id, { kind: 'objected', why: '昨天已经更新' }, '王五');
      clock.minutesLater(60);
      await actOnAlert(workshop, alert.id, { kind: 'kept', why: '看过，没有更新' }, '李四');
      expect(await office.store.alerts.get(alert.id)).toMatchObject({ state: 'sent', reachedAt: null, dueOn: null });
      await deliverDue(workshop, clock);
      clock.minutesLater(24 * 60);
      await deliverDue(workshop, clock);
      const after = await office.store.alerts.get(alert.id);
      expect(after!.reachedAt!.getTime()).toBeGreaterThan(after!.objection!.at.getTime());
      expect(after!.dueOn! > dayIn('Asia/Shanghai', after!.reachedAt!)).toBe(true);
      expect((await office.store.alerts.history(alert.id)).map(({ event }) => event)).toEqual([
        'sent',
        'reached',
        'objected',
        'kept',
        'reached',
      ]);
    });
  });
});
