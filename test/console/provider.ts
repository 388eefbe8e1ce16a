import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { clientId: 'gongkai', clientSecret: 'a secret of the provider' } as const;

/** What the provider gets wrong on purpose. */
export interface Tricks {
  readonly nonce?: string;
  readonly audience?: string;
  /** What it says of the e-mail; null: nothing. */
  readonly verified?: boolean | null;
  readonly signedBy?: KeyObject;
}

/** A real provider of OpenID Connect on loopback: discovery, authorization by code with PKCE, signed ID tokens, keys. */
export interface Provider {
  readonly discoveryUrl: string;
  /** What browsers asked the authorization endpoint. */
  readonly asked: URLSearchParams[];
  /** Who stands in front of it from now on, and what it gets wrong. */
  serve(email: string, tricks?: Tricks): void;
  close(): Promise<void>;
}

export async function startProvider(): Promise<Provider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, URLSearchParams>();
  const asked: URLSearchParams[] = [];
  let subject: { email: string; tricks: Tricks } = { email: '', tricks: {} };
  let origin = '';

  function idToken(nonce: string | null): string {
    const { email, tricks } = subject;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: origin,
      aud: tricks.audience ?? CLIENT.clientId,
      sub: `subject of ${email}`,
      email,
      ...(tricks.verified === null ? {} : { email_verified: tricks.verified ?? true }),
      name: '统一认证用户',
      nonce: tricks.nonce ?? nonce,
      iat: now,
      exp: now + 300,
    };
    const text = [{ alg: 'RS256', typ: 'JWT', kid: 'first' }, claims].map((part) => encoded(JSON.stringify(part))).join('.');
    return `${text}.${sign('sha256', Buffer.from(text), tricks.signedBy ?? privateKey).toString('base64url')}`;
  }

  /** RFC 6749 4.1.3 and RFC 7636 4.6: the code once, by the client that asked for it, with the verifier of its challenge. */
  function redeem(form: URLSearchParams, authorization: string): object | null {
    const request = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const basic = Buffer.from(authorization.replace(/^Basic /, ''), 'base64')
      .toString()
      .split(':')
      .map(decodeURIComponent);
    const [id, secret] = authorization ? basic : [form.get('client_id'), form.get('client_secret')];
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const good =
      request !== undefined &&
      id === CLIENT.clientId &&
      secret === CLIENT.clientSecret &&
      form.get('grant_type') === 'authorization_code' &&
      form.get('redirect_uri') === request.get('redirect_uri') &&
      challenge === request.get('code_challenge');
    if (!good) return null;
    return { access_token: 'opaque', token_type: 'Bearer', expires_in: 300, id_token: idToken(request.get('nonce')) };
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') {
      json({
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        jwks_uri: `${origin}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    } else if (url.pathname === '/keys') {
      json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'first', alg: 'RS256', use: 'sig' }] });
    } else if (url.pathname === '/authorize') {
      asked.push(url.searchParams);
      const code = randomBytes(16).toString('hex');
      codes.set(code, url.searchParams);
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
    } else if (url.pathname === '/token') {
      let body = '';
      for await (const chunk of request) body += chunk;
      const tokens = redeem(new URLSearchParams(body), request.headers.authorization ?? '');
      json(tokens ?? { error: 'invalid_grant' }, tokens ? 200 : 400);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    discoveryUrl: `${origin}/.well-known/openid-configuration`,
    asked,
    serve: (email, tricks = {}) => {
      subject = { email, tricks };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
