import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Installed, installedIn, licenceList, unfitFor } from '../../bundle/installed.ts';
import { type Platform, readPlatform } from '../../bundle/platform.ts';
import { findChromium } from '../../crawlers/browser/chromium.ts';

const root = new URL('../../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'gongkai bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WINDOWS: Platform = { os: 'win32', cpu: 'x64' };
const PLAIN: Installed = { name: 'plain', version: '1.0.0', license: 'MIT' };
const NATIVE: Installed = { name: 'native-win32-x64', version: '1.0.0', license: 'MIT', os: ['win32'], cpu: ['x64'] };

describe('an archive for a platform', () => {
  it('is made for those that offices have, and for no other', () => {
    expect(readPlatform('linux', 'arm64')).toEqual({ os: 'linux', cpu: 'arm64' });
    expect(() => readPlatform('kylin', 'x64')).toThrow('linux');
    expect(() => readPlatform('win32', 'ia32')).toThrow('arm64');
  });

  it('holds native parts of that platform alone, and one at least', () => {
    expect(unfitFor(WINDOWS, [PLAIN, NATIVE])).toEqual([]);
    expect(unfitFor(WINDOWS, [NATIVE, { ...NATIVE, name: 'native-linux', os: ['linux'] }])).toEqual([
      expect.stringContaining('native-linux'),
    ]);
    expect(unfitFor(WINDOWS, [NATIVE, { ...NATIVE, name: 'native-arm', cpu: ['arm64'] }])).toEqual([expect.stringContaining('native-arm')]);
    expect(unfitFor(WINDOWS, [NATIVE, { ...NATIVE, name: 'posix', os: ['!win32'] }])).toEqual([expect.stringContaining('posix')]);
    expect(unfitFor(WINDOWS, [PLAIN])).toHaveLength(1);
  });

  it('can be made for each of them: npm knows the native part of the loader that all sources need', () => {
    const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
      packages: Record<string, Partial<Installed>>;
    };
    for (const os of ['linux', 'win32', 'darwin'])
      for (const cpu of ['x64', 'arm64'])
        expect(packages[`node_modules/@esbuild/${os}-${cpu}`], `${os} ${cpu}`).toMatchObject({ os: [os], cpu: [cpu] });
  });

  it('lists the licence of every package, those inside of packages and in old writing, too', () => {
    const modules = join(folder, 'node_modules');
    const put = (path: string, one: object) => {
      mkdirSync(join(modules, path), { recursive: true });
      writeFileSync(join(modules, path, 'package.json'), JSON.stringify(one));
    };
    put('plain', PLAIN);
    put('@of/old', { name: '@of/old', version: '0.1.0', license: { type: 'BSD-2-Clause' } });
    put('plain/node_modules/inner', { name: 'inner', version: '2.0.0', license: ['MIT', 'Apache-2.0'] });
    mkdirSync(join(modules, '.bin'));
    expect(licenceList(installedIn(modules)).trimEnd().split('\n').slice(1)).toEqual([
      '@of/old\t0.1.0\tBSD-2-Clause',
      'inner\t2.0.0\tMIT OR Apache-2.0',
      'plain\t1.0.0\tMIT',
    ]);
  });
});

describe('on Windows', () => {
  it('the browser is found where installers put it, which is on no PATH', () => {
    const edge = join(folder, 'Microsoft/Edge/Application/msedge.exe');
    vi.stubEnv('GONGKAI_CHROMIUM', '');
    vi.stubEnv('PATH', join(folder, 'empty'));
    vi.stubEnv('ProgramFiles(x86)', folder);
    expect(findChromium()).toBeNull();
    mkdirSync(dirname(edge), { recursive: true });
    writeFileSync(edge, '');
    expect(findChromium()).toBe(edge);
    vi.unstubAllEnvs();
  });
});

describe('the start script', () => {
  const start = (name: string) => fileURLToPath(new URL(`bundle/start/${name}`, root));
  const script = join(folder, 'gongkai.sh');
  cpSync(start('gongkai.sh'), script);
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/gongkai.mjs'), 'process.stdout.write(JSON.stringify([process.title, ...process.argv.slice(2)]));');
  const started = (env: Record<string, string>, args: string[]) =>
    JSON.parse(
      execFileSync('/bin/sh', [script, ...args], { cwd: '/', env: { PATH: process.env.PATH ?? '', ...env }, encoding: 'utf8' }),
    ) as string[];

  it('hands on every argument as it is, from any folder, with the Node.js that is named', () => {
    expect(started({ GONGKAI_NODE: process.execPath }, ['serve', '--data', 'D 盘/a b', '']).slice(1)).toEqual([
      'serve',
      '--data',
      'D 盘/a b',
      '',
    ]);
    expect(() => started({ GONGKAI_NODE: '/nowhere/node' }, [])).toThrow();
  });

  it('takes the Node.js that lies beside it before that of the system', () => {
    mkdirSync(join(folder, 'node/bin'), { recursive: true });
    writeFileSync(join(folder, 'node/bin/node'), `#!/bin/sh\nexec '${process.execPath}' --title=beside "$@"\n`);
    chmodSync(join(folder, 'node/bin/node'), 0o755);
    expect(started({}, ['demo'])).toEqual(['beside', 'demo']);
  });

  it('for Windows has the line ends that its shell needs', () => {
    const lines = readFileSync(start('gongkai.cmd'), 'utf8').split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !line.endsWith('\r'))).toEqual([]);
  });
});
