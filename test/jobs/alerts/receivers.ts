import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Request {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real HTTP server on loopback that keeps what it is sent. */
export interface Receiver {
  readonly url: string;
  readonly requests: Request[];
  /** What it answers next and from then on; `waitMs` before it does, null: it never does. */
  answer(status: number, body?: unknown, waitMs?: number | null): void;
  /** Called with each request before it is answered. */
  onRequest(listener: () => void): void;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const requests: Request[] = [];
  let reply: { status: number; body: unknown; waitMs: number | null } = { status: 200, body: {}, waitMs: 0 };
  let listener: () => void = () => undefined;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ path: request.url ?? '', headers: request.headers, body });
    listener();
    const { status, body: answer, waitMs } = reply;
    if (waitMs === null) return;
    setTimeout(() => {
      if (status >= 300 && status < 400) response.setHeader('location', String(answer));
      response.writeHead(status, { 'content-type': 'application/json' }).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    }, waitMs);
  });
  // A loaded machine may be slower than Node's five seconds, and a request on a closed connection is reset.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/robot?key=K`,
    requests,
    answer: (status, body = {}, waitMs = 0) => {
      reply = { status, body, waitMs };
    },
    onRequest: (given) => {
      listener = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly raw: string;
}

/** A real SMTP server on loopback that keeps the mail it is sent. */
export interface Mailbox {
  readonly port: number;
  readonly mails: Mail[];
  /** How it answers recipients and mails from now on: an SMTP status such as 550, or null for well. */
  refuse(at: 'rcpt' | 'data', status: number | null): void;
  /** Called when a mail has come in, before that is acknowledged; the acknowledgement waits for it. */
  onMail(listener: () => Promise<void>): void;
  close(): Promise<void>;
}

export async function startMailbox(login?: { readonly user: string; readonly password: string }): Promise<Mailbox> {
  const mails: Mail[] = [];
  const refusals: { rcpt: number | null; data: number | null } = { rcpt: null, data: null };
  let listener: () => Promise<void> = async () => undefined;
  const refusal = (status: number) => Object.assign(new Error('not today'), { responseCode: status });
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', ...(login ? [] : ['AUTH' as const])],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === login?.user && password === login?.password) done(null, { user: username });
      else done(Object.assign(new Error('wrong'), { responseCode: 535 }));
    },
    onRcptTo: (_address, _session, done) => done(refusals.rcpt === null ? null : refusal(refusals.rcpt)),
    onData: async (stream, session, done) => {
      let raw = '';
      for await (const chunk of stream) raw += chunk;
      if (refusals.data !== null) return done(refusal(refusals.data));
      const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
      mails.push({ from, to: session.envelope.rcptTo.map(({ address }) => address), headers: headersOf(raw), raw });
      await listener();
      done();
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    refuse: (at, status) => {
      refusals[at] = status;
    },
    onMail: (given) => {
      listener = given;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function headersOf(raw: string): Map<string, string> {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
}

/** The decoded text of a mail's part of that type; base64 and quoted-printable are undone. */
export function partOf({ raw }: Mail, type: 'text/plain' | 'text/html'): string {
  const part = raw.split(/\r\n--[^\r\n]+\r\n/).find((one) => one.toLowerCase().startsWith(`content-type: ${type}`)) ?? raw;
  const at = part.indexOf('\r\n\r\n');
  const body = part.slice(at + 4).split('\r\n--')[0]!;
  if (/base64/i.test(part.slice(0, at))) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
