import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { MiddlewareHandler } from 'hono';
import type { ConsoleContext, ConsoleEnv } from '../context.ts';

/** Whether a hop is a proxy of our own: by its address, or by how many hops it is away (0: who connects to us). */
export type TrustedProxies = (address: string, hop: number) => boolean;

const MOST_HOPS = 16;

/**
 * Which proxies are believed when they say for whom they ask: how many stand in front of us (`1`), or their addresses and networks
 * (`10.0.0.0/8, ::1`). Null where the text is neither.
 */
export function readTrustedProxies(text: string): TrustedProxies | null {
  const named = text.split(/[\s,]+/).filter(Boolean);
  const hops = Number(text);
  if (named.length === 1 && Number.isInteger(hops)) return hops >= 0 && hops <= MOST_HOPS ? (_, hop) => hop < hops : null;
  const own = new BlockList();
  for (const name of named) {
    const [network = '', bits] = name.split('/');
    const version = isIP(network);
    const length = version === 4 ? 32 : 128;
    if (version === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= length))) return null;
    own.addSubnet(network, bits === undefined ? length : Number(bits), familyOf(network));
  }
  return (address) => own.check(address, familyOf(address));
}

/**
 * Whose address counts: of those through whom a request came, the last that is no proxy of our own. What stands further to the left
 * in `X-Forwarded-For` anybody may have written.
 */
export function clientAddress(connected: string, forwarded: string, trusts: TrustedProxies): string {
  const hops = [connected, ...forwarded.split(',').reverse()].map(plainAddress);
  const end = hops.findIndex((address, hop) => isIP(address) === 0 || !trusts(address, hop));
  const found = end === -1 ? hops.at(-1) : hops[end];
  // A proxy that names nobody asks for itself.
  return found !== undefined && isIP(found) > 0 ? found : (hops[end - 1] ?? connected);
}

/** Finds out where a request comes from; without a server underneath, as in tests, nobody knows. */
export function knownAddress(trusts: TrustedProxies = () => false): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    c.set('address', clientAddress(connectedFrom(c), c.req.header('x-forwarded-for') ?? '', trusts));
    await next();
  };
}

function connectedFrom(c: ConsoleContext): string {
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? '0.0.0.0') : '0.0.0.0';
}

/** An IPv4 address that came over an IPv6 socket is told as what it is. */
function plainAddress(text: string): string {
  return text.trim().replace(/^::ffff:(?=\d+\.)/i, '');
}

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6');
