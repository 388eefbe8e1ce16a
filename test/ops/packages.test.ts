import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Package {
  /** An old form of the field is a list of what one may choose from. */
  readonly license?: string | readonly string[];
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const root = new URL('../../', import.meta.url);
const text = (file: string) => readFileSync(fileURLToPath(new URL(file, root)), 'utf8');
const { packages } = JSON.parse(text('package-lock.json')) as { packages: Readonly<Record<string, Package>> };

/** Licences that ask for no more than to be named. */
const PERMISSIVE = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];
/** Packages that say nothing in the field, and where theirs stands, and one that asks for little more: looked at by a person. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  'axe-core': 'MPL 2.0: who changes its own files gives the changes on; it is used as it comes',
  duck: 'BSD of two clauses, in its LICENSE',
  'map-stream': 'MIT, in its LICENCE',
  '@msgpackr-extract/msgpackr-extract-darwin-arm64': 'MIT, as msgpackr-extract, whose build it is',
  '@msgpackr-extract/msgpackr-extract-darwin-x64': 'MIT, as msgpackr-extract, whose build it is',
  '@msgpackr-extract/msgpackr-extract-linux-arm': 'MIT, as msgpackr-extract, whose build it is',
  '@msgpackr-extract/msgpackr-extract-win32-x64': 'MIT, as msgpackr-extract, whose build it is',
};

/** Everything that a production install holds: what we depend on, and what that depends on, optional peers left out. */
function production(): Map<string, Package> {
  const found = new Map<string, Package>();
  const visit = (from: string, name: string): void => {
    const path = resolve(from, name);
    if (path === null || found.has(path)) return;
    const one = packages[path]!;
    found.set(path, one);
    const peers = Object.keys(one.peerDependencies ?? {}).filter((peer) => !one.peerDependenciesMeta?.[peer]?.optional);
    for (const next of [...Object.keys({ ...one.dependencies, ...one.optionalDependencies }), ...peers]) visit(path, next);
  };
  for (const name of Object.keys(packages['']?.dependencies ?? {})) visit('', name);
  return found;
}

/** Where Node finds a package from another's folder; null for one of another platform that is not in the lock. */
function resolve(from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (!folder.includes('/node_modules/') && folder !== '') folder = '';
    if (folder === '') return `node_modules/${name}` in packages ? `node_modules/${name}` : null;
  }
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('what a production install holds', () => {
  const held = production();

  it('is what we know of, and no tool for tests or migrations', () => {
    const names = new Set([...held.keys()].map(nameOf));
    expect(names.size).toBeGreaterThan(150);
    for (const name of ['hono', 'bullmq', 'playwright-core', 'msgpackr-extract']) expect(names).toContain(name);
    for (const name of ['vitest', 'vite', 'drizzle-kit', 'typescript', 'recheck', 'lightningcss']) expect(names).not.toContain(name);
    // Optional peers in the lock are installed all the same, unless nobody of ours asks for them.
    expect(text('Dockerfile')).toContain('npm pkg delete devDependencies && npm install --omit=dev');
  });

  it('may be used and given away by an office: no licence that asks for more than to be named', () => {
    const strict = [...held].filter(([path, { license }]) => !isPermissive(license) && !(nameOf(path) in SAID_ELSEWHERE));
    expect(strict.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
    const silent = [...held].filter(([, { license }]) => !isPermissive(license)).map(([path]) => nameOf(path));
    expect(
      Object.keys(SAID_ELSEWHERE).filter((name) => !silent.includes(name)),
      'listed without need',
    ).toEqual([]);
  });

  it('would be refused with a licence that binds', () => {
    for (const license of ['AGPL-3.0', 'GPL-3.0-or-later', 'LGPL-2.1', 'SSPL-1.0', '(GPL-2.0 AND MIT)', 'UNLICENSED', undefined])
      expect(isPermissive(license), String(license)).toBe(false);
    for (const license of ['MIT', '(MIT OR GPL-3.0)', '(MIT AND ISC)']) expect(isPermissive(license), String(license)).toBe(true);
  });
});

/** Of an SPDX expression: one of its alternatives must ask for nothing in any of its parts. */
function isPermissive(license: Package['license']): boolean {
  const alternatives = [license ?? ''].flat().flatMap((one) => one.replace(/[()]/g, '').split(' OR '));
  return alternatives.some((one) => one.split(' AND ').every((part) => PERMISSIVE.includes(part.trim())));
}
