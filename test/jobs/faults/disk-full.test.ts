import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDueRun } from '../../../jobs/run/start.ts';
import { quoted } from '../../../src/model/sentence.ts';
import { type County, openCounty } from '../county.ts';
import { census, dueNow, openHands, overRun, until } from '../hands.ts';

/** A small disk of its own needs root and a system that mounts; elsewhere this cannot be tried for real. */
const disk = mountDisk();

function mountDisk(): string | null {
  if (process.getuid?.() !== 0) return null;
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', dir], { stdio: 'ignore' });
    return dir;
  } catch {
    rmSync(dir, { recursive: true });
    return null;
  }
}

describe.skipIf(disk === null)('a disk that is full', () => {
  let county: County;

  beforeAll(async () => {
    county = await openCounty({ sites: 4, columns: 5, rows: 6 });
  });
  afterAll(async () => {
    await county.close();
    execFileSync('umount', ['-l', disk!]);
    rmSync(disk!, { recursive: true, force: true });
  });

  it('stops the work without losing or halving what was stored; with room again the run is completed', { timeout: 180_000 }, async () => {
    const dir = join(disk!, 'gongkai');
    mkdirSync(dir);
    writeFileSync(join(dir, 'estate.yaml'), county.estate);
    const filler = join(disk!, 'filler');
    let hands = await openHands({ dir });
    county.slow(60);
    hands.work({ sitesAtOnce: 2, lockMs: 3_000 });
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    await until(async () => (await hands.store.runs.targets(run.id)).filter(({ outcome }) => outcome !== null).length >= 3);
    fill(filler);
    // Sooner or later something that is to be written does not fit.
    await until(() =>
      hands.store.runs.update(run.id, { error: quoted('x'.repeat(100_000)) }).then(
        () => false,
        () => true,
      ),
    );
    await hands.close().catch(() => undefined);
    rmSync(filler);
    county.slow(0);
    hands = await openHands({ dir });
    hands.work({ lockMs: 3_000 });
    expect(await overRun(hands.store, run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(await census(hands.store, run.id)).toEqual({ outcomes: { read: 20 }, items: 120, sightings: 120, wrong: 0, half: 0 });
    await hands.close();
  });
});

/** Takes every byte that is left. */
function fill(path: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${path}`, 'bs=64k'], { stdio: 'ignore' });
  } catch {
    // dd ends with an error once nothing is left, which is what is wanted.
  }
}
