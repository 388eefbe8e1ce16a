import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SampleCity, startSampleCity } from '../../sample-city/start.ts';
import { addDays, dayIn } from '../../src/model/day.ts';
import { gongkai } from '../cli/gongkai.ts';
import { selfSigned } from '../door/certificate.ts';

/** Certificates of four sites of the city, by days that are left; all but one are trusted, as those of an authority are. */
const DAYS_LEFT = { edu: 20, police: 60, env: 5, water: -1 } as const;
const UNTRUSTED = 'env';
const DAY_MS = 86_400_000;

const dir = mkdtempSync(join(tmpdir(), 'city-certificates-'));
const endsOn = (site: keyof typeof DAYS_LEFT) => new Date(Date.now() + DAYS_LEFT[site] * DAY_MS);
let city: SampleCity;

beforeAll(async () => {
  const begun = new Date(Date.now() - 300 * DAY_MS);
  const secure = Object.fromEntries(
    (Object.keys(DAYS_LEFT) as (keyof typeof DAYS_LEFT)[]).map((site) => [site, selfSigned('localhost', begun, endsOn(site))]),
  );
  writeFileSync(
    join(dir, 'trusted.pem'),
    Object.entries(secure)
      .flatMap(([site, { cert }]) => (site === UNTRUSTED ? [] : [cert]))
      .join(''),
  );
  city = await startSampleCity({ faults: false, secure });
  city.writeConfig(join(dir, 'config'));
});
afterAll(async () => {
  await city.close();
  rmSync(dir, { recursive: true, force: true });
});

it('certificates of the sample city that end soon or are over are told, and none that nobody proved or that lasts', {
  timeout: 240_000,
}, async () => {
  const { status, stdout } = await gongkai(
    [
      ...['audit', '--config', join(dir, 'config'), '--data', join(dir, 'data'), '--json', '--quiet', '--rule-pack', 'national-2019'],
      ...Object.keys(DAYS_LEFT).flatMap((site) => ['--site', site]),
    ],
    { env: { NODE_EXTRA_CA_CERTS: join(dir, 'trusted.pem') } },
  );
  expect(status).toBe(0);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; site: string; message: string }[] };
  const told = findings.filter(({ rule }) => rule === 'certificate-ending').map(({ site, message }) => [site, message] as const);
  const [edu, water] = [endsOn('edu'), endsOn('water')].map((end) => dayIn('Asia/Shanghai', end));
  expect(Object.fromEntries(told)).toEqual({
    edu: expect.stringContaining(`将于 ${edu} 到期`),
    water: expect.stringContaining(`已于 ${water} 到期`),
  });
  expect(addDays(water!, 1)).toBe(dayIn('Asia/Shanghai', new Date()));
});
