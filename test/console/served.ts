import { serve } from '@hono/node-server';
import type { Page } from 'playwright';
import type { PersonRole } from '../../src/model/people.ts';
import { freePort } from '../servers/binaries.ts';
import { type Chromium, openChromium, signInto } from './chromium.ts';
import { emailOf, openTestConsole, PASSWORD, signIn, type TestConsole } from './support.ts';

/** A console of tests before real Chromium. */
export interface ServedConsole {
  readonly console: TestConsole;
  readonly chromium: Chromium;
  /** A page on which somebody of that role is signed in. */
  openAs(role: PersonRole, options?: Parameters<Chromium['open']>[0]): Promise<Page>;
  close(): Promise<void>;
}

export async function serveTestConsole(): Promise<ServedConsole> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const console = await openTestConsole(origin);
  const server = serve({ fetch: console.app.fetch, port, hostname: '127.0.0.1' });
  const chromium = await openChromium(origin);
  return {
    console,
    chromium,
    async openAs(role, options) {
      await signIn(console, role);
      const page = await chromium.open(options);
      await signInto(page, { email: emailOf(role), password: PASSWORD });
      return page;
    },
    async close() {
      await chromium.close();
      server.close();
      await console.close();
    },
  };
}
