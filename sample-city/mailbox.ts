import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plainText } from '../src/model/plain-text.ts';

/** A mailbox of the demo: takes what a webhook is sent, and shows it to whoever opens its address. */
export interface DemoMailbox {
  readonly url: string;
  close(): Promise<void>;
}

/** Bytes that a message may have, and messages that are kept. */
const LARGEST = 1_000_000;
const KEPT = 200;

/** A letter as the webhook channel sends it. */
interface Message {
  readonly subject: string;
  readonly opening: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly lines: readonly { readonly text: string; readonly details?: readonly string[] }[];
  }[];
}

/** Opens the mailbox on a free port of this machine. */
export async function startDemoMailbox(): Promise<DemoMailbox> {
  const messages: Message[] = [];
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" };
      return response.writeHead(200, headers).end(pageOf(messages));
    }
    let body = '';
    for await (const piece of request) {
      body += piece;
      if (body.length > LARGEST) return response.writeHead(413).end();
    }
    const message = messageIn(body);
    if (message === null) return response.writeHead(400).end();
    messages.unshift(message);
    messages.length = Math.min(messages.length, KEPT);
    return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function messageIn(body: string): Message | null {
  try {
    const { subject, opening, sections } = JSON.parse(body) as Message;
    return typeof subject === 'string' && Array.isArray(sections) ? { subject, opening, sections } : null;
  } catch {
    return null;
  }
}

function pageOf(messages: readonly Message[]): string {
  const shown = messages.map(({ subject, opening, sections }) => {
    const lines = sections.flatMap(({ heading, lines }) => [
      `<h3>${escaped(heading)}</h3>`,
      ...lines.map(({ text, details = [] }) => `<p>${[text, ...details].map(escaped).join('<br>')}</p>`),
    ]);
    return `<article><h2>${escaped(subject)}</h2><p>${escaped(opening)}</p>${lines.join('')}</article>`;
  });
  return `<!doctype html><html lang="zh-CN"><title>示例信箱</title><h1>示例信箱（${messages.length}）</h1>${shown.join('<hr>')}</html>`;
}

function escaped(text: string): string {
  return plainText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
