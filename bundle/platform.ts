/** What an archive is made for, in npm's and Node's words. */
export interface Platform {
  readonly os: 'linux' | 'win32' | 'darwin';
  readonly cpu: 'x64' | 'arm64';
}

const SYSTEMS: readonly string[] = ['linux', 'win32', 'darwin'] satisfies Platform['os'][];
const PROCESSORS: readonly string[] = ['x64', 'arm64'] satisfies Platform['cpu'][];

/** Reads what was asked for. Kylin and UOS are `linux`. Throws what is wrong in one sentence. */
export function readPlatform(os: string, cpu: string): Platform {
  if (!SYSTEMS.includes(os)) throw new Error(`--os 只能是 ${SYSTEMS.join('、')}：${os} · one of ${SYSTEMS.join(', ')}`);
  if (!PROCESSORS.includes(cpu)) throw new Error(`--cpu 只能是 ${PROCESSORS.join('、')}：${cpu} · one of ${PROCESSORS.join(', ')}`);
  return { os, cpu } as Platform;
}

/** Whether a package that names systems or processors runs there; npm writes what is excluded with an exclamation mark. */
export function runsOn({ os, cpu }: Platform, named: { readonly os?: readonly string[]; readonly cpu?: readonly string[] }): boolean {
  return holds(named.os, os) && holds(named.cpu, cpu);
}

function holds(named: readonly string[] = [], value: string): boolean {
  if (named.includes(`!${value}`)) return false;
  const wanted = named.filter((one) => !one.startsWith('!'));
  return wanted.length === 0 || wanted.includes(value);
}
