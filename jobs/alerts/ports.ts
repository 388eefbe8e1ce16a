import type { Door } from '../../crawlers/door/door.ts';
import type { Ports } from '../../src/alerts/channels/channel.ts';

const TIMEOUT_SECONDS = 10;
/** Answers are a line or two; what is longer says nothing more. */
const SHOWN_BYTES = 4096;

/** What channels work with: requests through the door with proven certificates, and secrets from the environment. */
export function portsOf(door: Pick<Door, 'fetch'>, consoleUrl: string | null, environment: NodeJS.ProcessEnv): Ports {
  return {
    consoleUrl,
    secret: (name) => environment[name] || null,
    async post({ url, headers, body, allowPrivateNetworks }) {
      const settings = {
        requestsPerSecond: 0,
        concurrency: 4,
        timeoutSeconds: TIMEOUT_SECONDS,
        respectRobots: false,
        allowPrivateNetworks,
      };
      const fetched = await door.fetch({ url, method: 'POST', headers, body, kind: 'page', settings, strictTls: true });
      return {
        status: fetched.status,
        text: new TextDecoder().decode(fetched.bytes?.subarray(0, SHOWN_BYTES) ?? new Uint8Array()),
        redirected: fetched.redirects.length > 0,
        detail: fetched.detail,
      };
    },
  };
}
