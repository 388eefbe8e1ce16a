// npm run bundle -- --os win32 --cpu x64 [--out DIR]
// Makes one archive that runs where there is no internet: the program, its production packages with the native parts of a platform,
// a start script, the list of licences, and a checksum beside it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { create } from 'tar';
import { compiled } from '../bin/compiled.mjs';
import { installedIn, licenceList, unfitFor } from './installed.ts';
import { type Platform, readPlatform } from './platform.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const START = fileURLToPath(new URL('start/', import.meta.url));
const PROGRAM = ['bin', 'config', 'crawlers', 'docs', 'jobs', 'sample-city', 'src', 'tsconfig.json', 'package-lock.json'];
const PAPERS = ['LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md'];

const { values } = parseArgs({
  options: {
    os: { type: 'string', default: process.platform },
    cpu: { type: 'string', default: process.arch },
    out: { type: 'string', default: 'dist' },
  },
});
await bundle(readPlatform(values.os, values.cpu), resolve(values.out));

async function bundle(platform: Platform, out: string): Promise<void> {
  const { version, ...manifest } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const name = `gongkai-${version}-${platform.os}-${platform.cpu}`;
  const scratch = mkdtempSync(join(tmpdir(), 'gongkai-bundle-'));
  try {
    const folder = join(scratch, name);
    mkdirSync(folder);
    for (const part of [...PROGRAM, ...PAPERS]) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    cpSync(START, folder, { recursive: true });
    chmodSync(join(folder, 'gongkai.sh'), 0o755);
    // Our tools for tests are optional peers of some packages, and would be kept if they were named.
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ version, ...manifest, devDependencies: {} }, null, 2)}\n`);
    install(folder, platform);
    await layInCompiled(folder);
    const packages = installedIn(join(folder, 'node_modules'));
    const unfit = unfitFor(platform, packages);
    if (unfit.length > 0) throw new Error(unfit.join('\n'));
    writeFileSync(join(folder, 'LICENCES.tsv'), licenceList(packages));
    mkdirSync(out, { recursive: true });
    const file = join(out, `${name}.tar.gz`);
    await create({ gzip: true, portable: true, cwd: scratch, file }, [name]);
    const checksum = createHash('sha256').update(readFileSync(file)).digest('hex');
    writeFileSync(`${file}.sha256`, `${checksum}  ${name}.tar.gz\n`);
    process.stdout.write(`${file}（${packages.length} packages）\n${checksum}\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The program is compiled here: where it is unpacked it may be another machine's, and a folder that nobody may write. */
async function layInCompiled(folder: string): Promise<void> {
  const made = dirname(fileURLToPath(await compiled('main')));
  cpSync(made, join(folder, relative(ROOT, made)), { recursive: true });
}

/** npm chooses the native parts; nobody's install script is run, since it would run for this machine. */
function install(folder: string, { os, cpu }: Platform): void {
  const args = ['install', '--omit=dev', '--ignore-scripts', '--no-fund', '--no-audit', `--os=${os}`, `--cpu=${cpu}`];
  // On Windows npm is a script, which only a shell starts; nothing of the arguments comes from outside.
  execFileSync('npm', os === 'linux' ? [...args, '--libc=glibc'] : args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
