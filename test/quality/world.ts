import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runInline } from '../../jobs/run/inline-driver.ts';
import type { AuditResult } from '../../src/audit/audit-result.ts';
import { findingRow } from '../../src/checks/finding.ts';
import { rendererFor } from '../../src/cli/renderer.ts';
import { systemClock } from '../../src/model/clock.ts';
import { addDays, dayIn } from '../../src/model/day.ts';
import type { FindingRow } from '../../src/model/findings.ts';
import { type Hands, openHands, scratchEstate } from '../jobs/hands.ts';

/** A site of a few pages that a test writes, changes, and audits. */
export interface SmallWorld {
  readonly hands: Hands;
  /** Days before today, as a day. */
  ago(days: number): string;
  /** Where it is, without a slash at the end. */
  readonly origin: string;
  /** What was asked for so far, in order. */
  readonly asked: string[];
  /** Gives a page another source, or takes it away. */
  put(path: string, page: ServedPage | null): void;
  /** Audits it now, or so many days later: then it is that day for everybody. `judging`: another day that is judged, so many days from now. */
  audit(daysLater?: number, judging?: number): Promise<AuditResult>;
  found(result: AuditResult, kind: string): FindingRow[];
  close(): Promise<void>;
}

/** HTML, or an answer of another kind. */
export type ServedPage =
  | string
  | { readonly status?: number; readonly type?: string; readonly location?: string; readonly body?: string | Uint8Array };

const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

/** Beside the site: a rule pack of its own, and more of its estate. */
export interface MoreOfWorld {
  readonly rulePack?: string;
  /** Files of `rules/`, by name. */
  readonly rules?: Readonly<Record<string, string>>;
  /** What stands below the sites in `estate.yaml`. */
  readonly estate?: (ago: SmallWorld['ago'], origin: string) => string;
  /** Whether pages may be drawn by a browser; left out: none may. */
  readonly browser?: boolean;
}

export async function openSmallWorld(
  columns: readonly (string | { readonly id: string; readonly category: string })[],
  firstPages: (ago: SmallWorld['ago'], origin: string) => Record<string, ServedPage>,
  more: MoreOfWorld = {},
): Promise<SmallWorld> {
  const today = dayIn(ZONE, new Date());
  const ago = (days: number) => addDays(today, -days);
  const pages = new Map<string, ServedPage>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages.get(request.url ?? '') ?? { status: 404, body: '页面不存在' };
    const { status = 200, type = 'text/html; charset=utf-8', location, body = '' } = typeof page === 'string' ? { body: page } : page;
    response.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}/`;
  for (const [path, page] of Object.entries(firstPages(ago, origin))) pages.set(path, page);
  const listed = columns
    .map((one) => (typeof one === 'string' ? { id: one, category: 'notices' } : one))
    .map(({ id, category }) => `      - { id: ${id}, name: 公示${id}, url: '${url}${id}/', category: ${category} }`)
    .join('\n');
  const estate = `name: 小市
rulePack: ${more.rulePack ?? 'national-2019'}
crawl: { requestsPerSecond: 0, allowPrivateNetworks: true, respectRobots: false, browser: ${more.browser ? 'auto' : 'never'} }
units:
  - { id: office, name: 市政府办公室, kind: office }
sites:
  - id: portal
    unit: office
    name: 门户网站
    url: '${url}'
    columns:
${listed}
${more.estate?.(ago, origin) ?? ''}`;
  const scratch = scratchEstate(estate);
  mkdirSync(join(scratch.dir, 'rules'));
  for (const [name, text] of Object.entries(more.rules ?? {})) writeFileSync(join(scratch.dir, 'rules', name), text);
  let later = 0;
  const hands = await openHands(
    { dir: scratch.dir },
    { clock: { ...systemClock, now: () => new Date(systemClock.now().getTime() + later) } },
  );
  const renderer = more.browser ? rendererFor(hands.workshop) : null;
  return {
    hands,
    ago,
    origin,
    asked,
    put: (path, page) => void (page === null ? pages.delete(path) : pages.set(path, page)),
    async audit(daysLater = 0, judging = daysLater) {
      later = daysLater * DAY_MS;
      const asOf = new Date(systemClock.now().getTime() + judging * DAY_MS);
      const order = { kind: 'audit', asOf, narrowing: {}, full: false, render: renderer?.render ?? null } as const;
      const { judged } = await runInline(hands.workshop, { ...order, signal: new AbortController().signal, progress: () => undefined });
      if (judged === null) throw new Error('the audit failed');
      return judged.result;
    },
    found: (result, kind) => result.findings.filter((finding) => finding.kind === kind).map((finding) => findingRow(finding, 'zh')),
    async close() {
      await renderer?.close();
      await hands.close();
      scratch.remove();
      await closed(server);
    },
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

const PROSE =
  '按照国家和省市有关规定，经研究并报市人民政府同意，现就有关事项通知如下，请各单位结合实际认真贯彻执行，确保各项工作落到实处。';

export function listPage(
  rows: readonly { readonly href: string; readonly title: string; readonly day: string }[],
  name = '公示公告',
): string {
  const lines = rows.map(({ href, title, day }) => `<li><a href="${href}">${title}</a><span>${day}</span></li>`).join('');
  return `<html><head><title>${name}</title></head><body><div class="menu"><a href="/">首页</a></div><h2>${name}</h2><ul class="list">${lines}</ul></body></html>`;
}

export function articlePage(title: string, day: string, body: string): string {
  return `<html><head><title>${title}</title></head><body><h1>${title}</h1><p class="info">发布时间：${day} 来源：市政府办公室</p>
<div class="content"><p>${PROSE}</p><p>${PROSE}</p>${body}<p>${PROSE}</p></div></body></html>`;
}
