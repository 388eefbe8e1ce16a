import type { Outcome } from '../../src/model/outcome.ts';
import { Fault } from './fault.ts';

/** What the codes of Node, c-ares and undici mean. */
const CODES: Readonly<Record<string, readonly [Outcome, zh: string, en: string]>> = {
  ENOTFOUND: ['unreachable', '域名无法解析', 'its name does not resolve'],
  ENODATA: ['unreachable', '域名没有地址记录', 'its name has no address'],
  ECONNREFUSED: ['unreachable', '连接被拒绝', 'the connection was refused'],
  ECONNRESET: ['unreachable', '连接被对方中断', 'the connection was reset'],
  EPIPE: ['unreachable', '连接被对方中断', 'the connection was broken'],
  EHOSTUNREACH: ['unreachable', '没有到该主机的路由', 'there is no route to it'],
  ENETUNREACH: ['unreachable', '网络不可达', 'the network cannot be reached'],
  UND_ERR_SOCKET: ['unreachable', '连接在内容传完之前断开', 'the connection closed before all had come'],
  ETIMEDOUT: ['timeout', '连接超时', 'the connection timed out'],
  UND_ERR_HEADERS_OVERFLOW: ['too-large', '应答头大得不正常，已停止读取', 'its headers are abnormally large; reading was stopped'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['unreachable', '内容长度与声明的不一致', 'the length of the content is not as declared'],
  UND_ERR_INVALID_ARG: ['client-error', '请求头含有不能发送的字符', 'the headers of the request hold what cannot be sent'],
  UND_ERR_DESTROYED: ['interrupted', '读取被中途停止', 'reading was stopped half-way'],
  UND_ERR_CLOSED: ['interrupted', '读取被中途停止', 'reading was stopped half-way'],
};

const CERTIFICATE =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|CRL_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_EXCEEDED|EPROTO$)/;

/** The fault behind an error that Node or undici gave. */
export function faultOfNetwork(error: Error, url: URL): Fault {
  if (error instanceof Fault) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const several = (error as AggregateError).errors;
  // A name with several addresses fails with all their errors at once.
  if (Array.isArray(several) && several[0] instanceof Error) return faultOfNetwork(several[0], url);
  if (CERTIFICATE.test(code)) return new TlsFault('tls', code, url.host);
  if (error.message.includes('before secure TLS connection')) return new TlsFault('unreachable', HANDSHAKE_RESET, url.host);
  if (code === 'EAI_AGAIN' || code === 'EAI_FAIL') return new ResolverFault(url.host);
  if (error.name === 'HTTPParserError') {
    return new Fault('server-error', `${url.host} 的应答不合 HTTP 规范。`, `The answer of ${url.host} is no valid HTTP.`);
  }
  const [outcome, zh, en] = CODES[code] ?? [
    'unreachable',
    `网络出错（${code || error.name}）`,
    `the network failed (${code || error.name})`,
  ];
  return new Fault(outcome, `${url.host}：${zh}。`, `${url.host}: ${en}.`);
}

/** The code of a handshake that the other side broke off: an old server that knows none of our ciphers, or just a bad line. */
export const HANDSHAKE_RESET = 'HANDSHAKE_RESET';

/** The name server failed or does not answer: the one of the name's owner, or ours. */
export class ResolverFault extends Fault {
  constructor(host: string) {
    super('unreachable', `${host}：域名服务器暂时没有答复。`, `${host}: the name server does not answer for now.`);
  }
}

/** An encrypted connection that did not come about by the strict try. */
export class TlsFault extends Fault {
  /** OpenSSL's or Node's name of it, for example `CERT_HAS_EXPIRED`. */
  readonly tlsCode: string;

  constructor(outcome: 'tls' | 'unreachable', code: string, host: string) {
    super(outcome, `${host} 的证书或加密协议有误（${code}）。`, `The certificate or encryption of ${host} is faulty (${code}).`);
    this.tlsCode = code;
  }
}
