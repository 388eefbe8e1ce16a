import type { LookupFunction, Socket } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import { createDialler } from './dial.ts';

/** Old portals set many cookies; Node's 16 KiB are too tight for some. */
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * The connection pools (keep-alive). Each combination of rules has its own, so a connection that one rule allowed never serves a request
 * that is under a stricter one.
 */
export class ConnectionPools {
  readonly #lookup: LookupFunction;
  readonly #agents = new Map<string, Agent>();
  readonly #dialling = new Set<Socket>();
  readonly #certificates = new Map<string, Date>();

  constructor(lookup: LookupFunction) {
    this.#lookup = lookup;
  }

  /** The pool for requests under these rules. */
  poolFor(allowPrivateNetworks: boolean, strictTls: boolean): Dispatcher {
    const key = `${allowPrivateNetworks} ${strictTls}`;
    let agent = this.#agents.get(key);
    if (!agent) {
      agent = new Agent({
        connect: createDialler({
          lookup: this.#lookup,
          allowPrivateNetworks,
          strictTls,
          dialling: this.#dialling,
          certificates: this.#certificates,
        }),
        maxHeaderSize: MAX_HEADER_BYTES,
        // The deadline over all hops takes the place of undici's own time limits.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      this.#agents.set(key, agent);
    }
    return agent;
  }

  /** Last moment of the certificate that a host showed when it was dialled last; null where none was seen. */
  certificateEnd({ protocol, hostname, port }: URL): Date | null {
    return protocol === 'https:' ? (this.#certificates.get(`${hostname}:${port || 443}`) ?? null) : null;
  }

  /** Ends every connection, those being opened included. */
  async close(): Promise<void> {
    for (const socket of this.#dialling) socket.destroy();
    await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()));
    this.#agents.clear();
  }
}
