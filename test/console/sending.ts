import { vi } from 'vitest';
import { openDoor } from '../../crawlers/door/door.ts';
import { testChannel } from '../../jobs/alerts/test-channel.ts';
import { alertsSchema } from '../../src/config/alerts-file.ts';
import { createConsole } from '../../src/console/app.ts';
import type { Delivery } from '../../src/model/alerts.ts';
import { startReceiver } from '../jobs/alerts/receivers.ts';
import { openTestConsole } from './support.ts';

/** A console whose one channel, `robot`, leads to a real receiver. */
export async function openSendingConsole() {
  const quiet = await openTestConsole();
  const receiver = await startReceiver();
  const door = openDoor(quiet.deps);
  vi.stubEnv('ROBOT_URL', receiver.url);
  vi.stubEnv('ROBOT_SECRET', 'a secret');
  const channel = { id: 'robot', type: 'webhook', urlFrom: 'ROBOT_URL', secretFrom: 'ROBOT_SECRET', allowPrivateNetworks: true } as const;
  const config = { ...quiet.deps.config, alerts: alertsSchema.parse({ channels: [channel] }) };
  const deps = {
    ...quiet.deps,
    config,
    testChannel: (id: string, address: string) => testChannel({ ...quiet.deps, config, door }, id, address),
  };
  return {
    ...quiet,
    deps,
    app: createConsole(deps),
    receiver,
    async close() {
      vi.unstubAllEnvs();
      await door.close();
      await receiver.close();
      await quiet.close();
    },
  };
}

export type SendingConsole = Awaited<ReturnType<typeof openSendingConsole>>;

/** A delivery that was tried once, refused and given up. */
export async function giveUp({ store, deps }: SendingConsole, id: string): Promise<void> {
  const now = deps.clock.now();
  const delivery: Delivery = {
    id,
    channel: 'robot',
    address: null,
    role: 'contact',
    unit: 'water',
    letter: { language: 'zh', subject: `超期提醒 ${id}`, opening: '你单位有栏目超期。', sections: [], closing: '' },
    state: 'waiting',
    attempts: 0,
    createdAt: now,
    nextTry: now,
    sentAt: null,
    detail: null,
  };
  await store.outbox.compose([{ delivery, notices: [] }]);
  const token = `token ${id}`;
  await store.outbox.claim({ channel: 'robot', token, now, until: new Date(now.getTime() + 60_000), perMinute: 100 });
  await store.outbox.settle({
    delivery: id,
    token,
    at: now,
    outcome: 'refused',
    detail: { zh: '对方拒收：签名不对', en: 'refused: the signature is wrong' },
    nextTry: null,
  });
}
