// The program as JavaScript: compiled from its TypeScript sources when they are first run, and again when they were changed.
// Node loads three hundred files of it in a fifth of the time that it takes to translate a thousand sources at each start.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ROOMS = ['src', 'crawlers', 'jobs', 'sample-city'];
const SOURCE = /\.tsx?$/;
/** What is loaded from outside: the command line, and threads. */
const ENTRIES = {
  main: 'src/cli/main.ts',
  'reader-thread': 'crawlers/reading/reader-thread.ts',
  'embedded-thread': 'src/store/embedded-thread.ts',
};
const SHELF = join(ROOT, 'node_modules', '.cache', 'gongkai');
/** A program that still runs loads parts of what it was started from; whoever changes sources seldom has more of them than this. */
const KEPT = 8;

/** The address of an entry as JavaScript. Throws a sentence for people where it cannot be compiled. */
export async function compiled(entry) {
  // Threads run what the process that started them runs, and need not look at a thousand sources again.
  const inherited = getEnvironmentData(SHELF);
  const folder = inherited !== undefined && existsSync(inherited) ? inherited : join(SHELF, digest());
  if (!existsSync(folder)) await compile(folder);
  setEnvironmentData(SHELF, folder);
  return pathToFileURL(join(folder, `${entry}.js`)).href;
}

/** Of the contents: times of files are others after each checkout, copy or unpacking. */
function digest() {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const room of ROOMS) {
    const names = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).filter((name) => SOURCE.test(name));
    for (const name of names.sort()) hash.update(`${room}/${name}\0`).update(readFileSync(join(ROOT, room, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function compile(folder) {
  // Beside its place and moved there whole: others may be compiling the same.
  const scratch = place();
  try {
    const { build } = await import('esbuild');
    await build({
      absWorkingDir: ROOT,
      entryPoints: ENTRIES,
      outdir: scratch,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      sourcesContent: false,
      tsconfig: join(ROOT, 'tsconfig.json'),
      logLevel: 'error',
      banner: { js: `const sourceUrl = (path) => new URL("../../../../" + path, import.meta.url).href;` },
      plugins: [{ name: 'source-url', setup: keepAddresses }],
    });
    renameSync(scratch, folder);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  sweep();
}

function place() {
  try {
    mkdirSync(SHELF, { recursive: true });
    return mkdtempSync(join(SHELF, '.new-'));
  } catch (error) {
    throw new Error(
      `程序要先编译一次，但写不进 ${SHELF}（${error.code}）：请由安装程序的人运行一次 gongkai --version\n` +
        `the program has to be compiled once, and ${SHELF} cannot be written (${error.code}): whoever installed it runs gongkai --version once`,
    );
  }
}

/** Sources find files beside them (migrations, styles, the model) by their own address, which is not that of what is compiled. */
function keepAddresses(build) {
  build.onLoad({ filter: SOURCE }, async ({ path }) => {
    const address = `sourceUrl(${JSON.stringify(relative(ROOT, path).split(sep).join('/'))})`;
    const contents = (await readFile(path, 'utf8')).replaceAll('import.meta.url', address);
    return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
  });
}

function sweep() {
  const byAge = readdirSync(SHELF)
    .map((name) => join(SHELF, name))
    .map((folder) => ({ folder, made: statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.made - a.made);
  for (const { folder } of byAge.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}
