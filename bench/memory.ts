import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSampleCity } from '../sample-city/start.ts';
import type { AuditDocument } from '../src/cli/audit-estate.ts';

/*
 * Peak memory of the embedded audit of the sample city, which runs in this process while the audit runs in a child of its own; then a
 * second audit, and its requests beside the fewest that could do: one for each column, and one for each host's robots.txt.
 * Linux only, where the kernel keeps the peak. Run: npx tsx bench/memory.ts
 */

const AS_OF = '2018-12-31T23:59:59+08:00';
const GONGKAI = fileURLToPath(new URL('../bin/gongkai.mjs', import.meta.url));

const city = await startSampleCity();
const home = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
try {
  city.writeConfig(join(home, 'config'));
  const first = await audit();
  console.log(`first run   peak ${first.peak} MB (wanted at most 700), ${first.seconds} s, ${first.document.run.requests} requests`);
  const second = await audit();
  const { columns, run } = second.document;
  const hosts = new Set(columns.map(({ url }) => new URL(url).host)).size;
  const ideal = columns.length + hosts;
  console.log(
    `second run  peak ${second.peak} MB, ${second.seconds} s, ${run.requests} requests ÷ ${ideal} = ${(run.requests / ideal).toFixed(3)} ` +
      `(wanted at most 1.05): ${columns.length} columns, ${hosts} robots.txt`,
  );
} finally {
  await city.close();
  rmSync(home, { recursive: true });
}

async function audit(): Promise<{ document: AuditDocument; peak: number; seconds: string }> {
  const started = performance.now();
  const args = ['audit', '--config', join(home, 'config'), '--data', join(home, 'data'), '--as-of', AS_OF, '--json', '--quiet'];
  const child = spawn(process.execPath, [GONGKAI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid!));
  }, 50);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
  });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`the audit ended with ${status}`);
  return { document: JSON.parse(output), peak, seconds: ((performance.now() - started) / 1000).toFixed(1) };
}

/** VmHWM, the most memory that the process ever had resident, in MB; 0 once it has ended. */
function peakOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}
