import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Door, openDoor } from '../../../crawlers/door/door.ts';
import { alertsSchema } from '../../../src/config/alerts-file.ts';
import { type Config, loadConfig } from '../../../src/config/load.ts';
import type { Alert } from '../../../src/model/alerts.ts';
import { type Clock, systemClock } from '../../../src/model/clock.ts';
import { systemRandomness } from '../../../src/model/randomness.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { type MadeAlert, makeAlert } from '../../alerts/make.ts';

/** A clock that tests turn; it sleeps as the system's does. */
export class TestClock implements Clock {
  time: number;

  constructor(start: string) {
    this.time = Date.parse(start);
  }

  now(): Date {
    return new Date(this.time);
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return systemClock.sleep(milliseconds, signal);
  }

  minutesLater(minutes: number): void {
    this.time += minutes * 60_000;
  }
}

export type WrittenAlerts = z.input<typeof alertsSchema>;

/** The shipped example's configuration with other settings for alerts. */
export function configWith(alerts: WrittenAlerts): Config {
  return { ...loadConfig('config'), alerts: alertsSchema.parse(alerts) };
}

/** A store of its own in a directory of its own, and a door. */
export interface Office {
  readonly store: Store;
  readonly door: Door;
  readonly dataDir: string;
  readonly randomness: typeof systemRandomness;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-alerts-'));
  const handed = { clock: systemClock, randomness: systemRandomness };
  const store = await openStore({ dataDir, ...handed });
  const door = openDoor(handed);
  return {
    store,
    door,
    dataDir,
    randomness: systemRandomness,
    async close() {
      await door.close();
      await store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Puts a confirmed alert into the store. */
export async function putAlert(store: Store, id: string, given: MadeAlert = {}): Promise<Alert> {
  const alert = makeAlert({ id, key: `key ${id}`, state: 'confirmed', stamp: `${id} 0`, ...given });
  await store.alerts.apply([{ alert, before: null, entries: [], notices: [] }]);
  return alert;
}
