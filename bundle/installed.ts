import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Platform, runsOn } from './platform.ts';

/** What a package says of itself in its package.json. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

/** Every package in a folder `node_modules` and below, by name. */
export function installedIn(modules: string): Installed[] {
  if (!existsSync(modules)) return [];
  const folders = readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((own) => join(modules, name, own)) : [join(modules, name)],
    );
  return folders
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .flatMap((folder) => [
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Installed,
      ...installedIn(join(folder, 'node_modules')),
    ])
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Why an archive with these packages would not run on a platform; nothing where it would. */
export function unfitFor(platform: Platform, packages: readonly Installed[]): string[] {
  const native = packages.filter(({ os, cpu }) => os !== undefined || cpu !== undefined);
  const foreign = native
    .filter((one) => !runsOn(platform, one))
    .map(({ name }) => `${name} 是为别的系统编译的 · is built for another system`);
  // What compiles our sources is one, so where there is none, npm has chosen for another machine.
  return native.length - foreign.length > 0 ? foreign : [...foreign, '没有一个本机部件 · no native part is there'];
}

/** The list of licences, one line a package, tabs between. */
export function licenceList(packages: readonly Installed[]): string {
  const lines = packages.map(({ name, version, license }) => `${name}\t${version}\t${told(license)}`);
  return `${['package\tversion\tlicence', ...new Set(lines)].join('\n')}\n`;
}

/** A licence by its SPDX name; old packages wrote an object or a list. */
function told(license: unknown): string {
  if (typeof license === 'string') return license;
  if (Array.isArray(license)) return license.map(told).join(' OR ');
  const type = (license as { readonly type?: unknown } | undefined)?.type;
  return typeof type === 'string' ? type : 'see the LICENSE file in its folder';
}
