import { constants } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import { isPublicAddress } from './addresses.ts';
import { Fault } from './fault.ts';

/** Longest wait for a connection, in milliseconds; the deadline of a fetch usually ends it first. */
const DIAL_MILLISECONDS = 30_000;

/** Wait for one of a name's addresses before the next is tried as well. Node's 250 ms fail on slow lines. */
const NEXT_ADDRESS_MILLISECONDS = 2_000;

/** What old government servers still need: certificates unproven, TLS 1.0, short keys and the renegotiation of before RFC 5746. */
const LENIENT_TLS: ConnectionOptions = {
  rejectUnauthorized: false,
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT@SECLEVEL=0',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT | constants.SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION,
};

/** How sockets are opened. */
export interface DialRules {
  /** Turns names into addresses. */
  readonly lookup: LookupFunction;
  readonly allowPrivateNetworks: boolean;
  /** Whether certificates must prove themselves and old protocols are refused. */
  readonly strictTls: boolean;
  /** Sockets being opened, for whoever must end them. */
  readonly dialling: Set<Socket>;
  /** Where the last moment of each host's certificate is noted, by name and port. */
  readonly certificates: Map<string, Date>;
}

/**
 * Opens sockets for undici, behind the SSRF guard: addresses that a name resolves to are judged in the very lookup that the socket
 * dials by, so a name cannot answer with one address to the judge and another to the socket.
 */
export function createDialler(rules: DialRules): buildConnector.connector {
  const lookup = rules.allowPrivateNetworks ? rules.lookup : publicOnly(rules.lookup);
  return ({ hostname, protocol, port }, callback) => {
    if (!rules.allowPrivateNetworks && isIP(hostname) && !isPublicAddress(hostname)) {
      return queueMicrotask(() => callback(addressRefused(hostname, hostname), null));
    }
    const secure = protocol === 'https:';
    const where = {
      host: hostname,
      port: Number(port) || (secure ? 443 : 80),
      lookup,
      autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MILLISECONDS,
      keepAlive: true,
      noDelay: true,
    };
    const socket: Socket = secure
      ? connectTls({
          ...where,
          servername: isIP(hostname) ? '' : hostname,
          ALPNProtocols: ['http/1.1'],
          ...(rules.strictTls ? {} : LENIENT_TLS),
        }).once('secureConnect', function noteCertificate(this: TLSSocket) {
          const end = Date.parse(this.getPeerCertificate().valid_to ?? '');
          if (!Number.isNaN(end)) rules.certificates.set(`${hostname}:${where.port}`, new Date(end));
        })
      : connectPlain(where);
    const timer = setTimeout(() => socket.destroy(slowDial(hostname)), DIAL_MILLISECONDS);
    rules.dialling.add(socket);
    let answered = false;
    const answer = (error: Error | null) => {
      if (answered) return;
      answered = true;
      clearTimeout(timer);
      rules.dialling.delete(socket);
      if (error) callback(error, null);
      else callback(null, socket);
    };
    socket.once(secure ? 'secureConnect' : 'connect', () => answer(null));
    socket.on('error', answer);
    socket.once('close', () =>
      answer(
        new Fault('unreachable', `与 ${hostname} 的连接未建立就已关闭。`, `The connection to ${hostname} was closed before it stood.`),
      ),
    );
  };
}

/** Leaves only the public addresses of a name; a name without any is refused. */
function publicOnly(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = found as unknown as LookupAddress[];
      const open = addresses.filter(({ address }) => isPublicAddress(address));
      if (open.length === 0) return callback(addressRefused(hostname, addresses.map(({ address }) => address).join(', ')), '', 0);
      if (options.all) return callback(null, open);
      callback(null, open[0]!.address, open[0]!.family);
    });
  };
}

function addressRefused(hostname: string, addresses: string): Fault {
  return new Fault(
    'address-refused',
    `${hostname} 的地址 ${addresses} 在内网、本机或保留网段，未连接；确需访问时请在配置中设 allowPrivateNetworks: true。`,
    `${hostname} is at ${addresses}, a private, local or reserved address, and was not dialled; set allowPrivateNetworks: true if it is meant.`,
  );
}

function slowDial(hostname: string): Fault {
  const seconds = DIAL_MILLISECONDS / 1000;
  return new Fault('timeout', `${seconds} 秒内未能连接 ${hostname}。`, `No connection to ${hostname} within ${seconds} s.`);
}
