import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actOnAlert } from '../../../jobs/alerts/act.ts';
import { deliverDue } from '../../../jobs/alerts/deliver.ts';
import { systemClock } from '../../../src/model/clock.ts';
import { systemRandomness } from '../../../src/model/randomness.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { type PostgresServer, startPostgres } from '../../servers/postgres.ts';
import { configWith, type Office, openOffice, putAlert, TestClock, type WrittenAlerts } from './office.ts';
import { type Mailbox, type Receiver, startMailbox, startReceiver } from './receivers.ts';

const TIME = '2024-03-06T10:00:00+08:00';

describe('kill -9 between sending and noting that it was sent', () => {
  let server: PostgresServer;
  let databaseUrl: string;
  let office: Office;
  let store: Store;
  let mailbox: Mailbox;
  let receiver: Receiver;

  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.createDatabase('killed');
    office = await openOffice();
    store = await openStore({ dataDir: 'unused', databaseUrl, clock: systemClock, randomness: systemRandomness });
    mailbox = await startMailbox();
    receiver = await startReceiver();
    vi.stubEnv('HOOK_URL', receiver.url);
    vi.stubEnv('HOOK_SECRET', 'secret');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await store.close();
    await office.close();
    await mailbox.close();
    await receiver.close();
    await server.remove();
  });

  function settings(channel: 'mail' | 'hook'): WrittenAlerts {
    const via = [channel === 'mail' ? { channel, to: 'zhang@example.gov.cn' } : { channel }];
    return {
      channels: [
        { type: 'email', id: 'mail', host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'gongkai@example.gov.cn' },
        { type: 'webhook', id: 'hook', urlFrom: 'HOOK_URL', secretFrom: 'HOOK_SECRET', allowPrivateNetworks: true },
      ],
      contacts: [{ name: '张三', role: 'contact', unit: 'water', via }],
    };
  }

  function startDeliverer(alerts: WrittenAlerts): ChildProcess {
    const script = join(import.meta.dirname, 'children', 'deliver.ts');
    const args = ['--import', 'tsx', script, 'unused', databaseUrl, JSON.stringify(alerts), TIME];
    return spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: process.env });
  }

  /** Sends one alert by a process that is killed once the receiver has it; then goes on here, first before and then after its claim ran out. */
  async function sendAndKill(channel: 'mail' | 'hook', arrived: (killer: () => void) => void): Promise<void> {
    const alerts = settings(channel);
    const workshop = { config: configWith(alerts), store, door: office.door, randomness: systemRandomness };
    const clock = new TestClock(TIME);
    await putAlert(store, channel, { severity: 'veto' });
    await actOnAlert({ ...workshop, clock }, channel, { kind: 'sent', why: '' }, '李四');
    const child = startDeliverer(alerts);
    const ended = once(child, 'exit');
    arrived(() => child.kill('SIGKILL'));
    expect((await ended)[1]).toBe('SIGKILL');
    clock.minutesLater(5);
    expect(await deliverDue(workshop, clock)).toMatchObject({ composed: 0, sent: 0 });
    clock.minutesLater(6);
    expect(await deliverDue(workshop, clock)).toMatchObject({ composed: 0, sent: 1 });
    clock.minutesLater(60);
    expect(await deliverDue(workshop, clock)).toMatchObject({ composed: 0, sent: 0 });
    const [delivery] = await store.outbox.list({ alert: channel });
    expect(await store.outbox.attempts(delivery!.id)).toMatchObject([
      { number: 1, endedAt: null, outcome: null },
      { number: 2, outcome: 'sent' },
    ]);
  }

  it('a mail comes again under the same Message-ID, and not a third time', async () => {
    await sendAndKill('mail', (kill) => {
      mailbox.onMail(async () => {
        if (mailbox.mails.length === 1) kill();
      });
    });
    const ids = mailbox.mails.map(({ headers }) => headers.get('message-id'));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    const [one, two] = mailbox.mails.map(({ headers }) => [headers.get('date'), headers.get('subject')]);
    expect(one).toEqual(two);
  });

  it('a webhook comes again under the same idempotency key, with the same body, and not a third time', async () => {
    receiver.answer(200, {}, 500);
    await sendAndKill('hook', (kill) => {
      receiver.onRequest(() => {
        if (receiver.requests.length === 1) kill();
      });
    });
    expect(receiver.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([
      receiver.requests[0]!.headers['idempotency-key'],
      receiver.requests[0]!.headers['idempotency-key'],
    ]);
    expect(receiver.requests[1]!.body).toBe(receiver.requests[0]!.body);
  });
});
