import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, type Option } from 'commander';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { addCommands } from '../../src/cli/commands.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');

interface Service {
  readonly build?: string;
  readonly image: string;
  readonly user: string;
  readonly init: boolean;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly restart: string;
  readonly entrypoint?: readonly string[];
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly tmpfs?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly deploy?: { readonly replicas: number };
  readonly container_name?: string;
  readonly logging: { readonly options: Readonly<Record<string, string>> };
}
const compose = parse(text('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);
const service = (name: string) => compose.services[name]!;

/** What runs in the container that is ours: the words after the program's name. */
function commandOf({ entrypoint, command }: Service): string[] {
  if (entrypoint === undefined) return [...command];
  const [, line = ''] = /gongkai\.mjs ([^\n&]+)/.exec(command.join('\n')) ?? [];
  return line.trim().split(/\s+/);
}

describe('docker-compose.yml', () => {
  it('has all that production needs', () => {
    expect(services.map(([name]) => name).sort()).toEqual(['backup', 'migrate', 'postgres', 'redis', 'serve', 'worker']);
  });

  test.each(services)('%s is confined: no rights, no writing outside of volumes, an init, no root', (_, of) => {
    expect(of).toMatchObject({ init: true, read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(of.user).toMatch(/^(node|postgres|redis)$/);
    expect(of).not.toHaveProperty('privileged');
    expect(of).not.toHaveProperty('cap_add');
    expect(of.logging.options['max-size']).toBeDefined();
  });

  test.each(services)('%s writes only to volumes that are declared', (_, { volumes = [] }) => {
    for (const mount of volumes) {
      const [from = '', , mode] = mount.split(':');
      if (from.startsWith('.')) expect(mode).toBe('ro');
      else expect(compose.volumes).toHaveProperty(from);
    }
  });

  test.each(services)('%s tells whether it is well, unless it runs once', (name, { healthcheck, restart }) => {
    if (name === 'migrate') expect(restart).toBe('no');
    else {
      expect(healthcheck?.test.length).toBeGreaterThan(1);
      expect(restart).toBe('unless-stopped');
    }
  });

  it('publishes the console alone, on loopback unless somebody says otherwise', () => {
    for (const [name, { ports = [] }] of services) {
      if (name !== 'serve') expect(ports).toEqual([]);
      else expect(ports).toEqual([expect.stringMatching(/^\$\{GONGKAI_LISTEN:-127\.0\.0\.1\}:/)]);
    }
  });

  it('keeps database and queue away from every other network', () => {
    expect(compose.networks.inside?.internal).toBe(true);
    for (const name of ['postgres', 'redis', 'migrate', 'backup']) expect(service(name).networks).toEqual(['inside']);
  });

  it('starts nothing before the database is migrated, and nothing before the queue is there that needs it', () => {
    for (const name of ['serve', 'worker', 'backup'])
      expect(service(name).depends_on?.migrate?.condition).toBe('service_completed_successfully');
    for (const name of ['serve', 'worker']) expect(service(name).depends_on?.redis?.condition).toBe('service_healthy');
    expect(service('migrate').depends_on?.postgres?.condition).toBe('service_healthy');
  });

  it('lets Redis keep its keys over a restart and never drop one', () => {
    const { command } = service('redis');
    const setting = (name: string) => command[command.indexOf(name) + 1];
    expect([setting('--appendonly'), setting('--maxmemory-policy')]).toEqual(['yes', 'noeviction']);
    expect(setting('--requirepass')).toContain('REDIS_PASSWORD');
  });

  it('has no password of its own and names no image without its version', () => {
    expect(text('docker-compose.yml')).not.toMatch(/PASSWORD:\s*\w/);
    for (const [, { image, build }] of services) if (build === undefined) expect(image).toMatch(/:\d+(\.\d+)?-bookworm$/);
  });

  it('can be scaled: a worker has neither a name nor a port of its own', () => {
    expect(service('worker')).not.toHaveProperty('container_name');
    expect(service('worker').deploy?.replicas).toBeGreaterThan(1);
  });

  test.each(ours)('%s runs a command that the program has, with options that it knows', async (_, of) => {
    const words = commandOf(of);
    const program = await addCommands(new Command(), words);
    let command = program;
    for (let next = words[0]; next !== undefined; next = words[0]) {
      const found = command.commands.find((one) => one.name() === next);
      if (!found) break;
      command = found;
      words.shift();
    }
    expect(command).not.toBe(program);
    const known = command.options.flatMap(({ long, short }: Option) => [long, short]);
    for (const word of words.filter((one) => one.startsWith('--'))) expect(known).toContain(word);
    if (command.registeredArguments.some(({ required }) => required)) expect(words.some((word) => !word.startsWith('--'))).toBe(true);
  });

  test.each(['serve', 'worker'])('%s is asked for its health on the port that it listens on', (name) => {
    const { command, healthcheck } = service(name);
    const port = command[command.indexOf(name === 'serve' ? '--port' : '--health-port') + 1];
    expect(healthcheck?.test.join(' ')).toContain(`http://127.0.0.1:${port}/healthz`);
  });

  test.each(ours)('%s sets only variables that the code reads', (_, { environment }) => {
    for (const name of Object.keys(environment)) expect(variablesOfTheCode()).toContain(name);
  });

  it('asks for no setting that the example of .env does not have', () => {
    const asked = [...text('docker-compose.yml').matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name);
    const given = [...text('docker.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(given));
    expect(text('.gitignore').split('\n')).toContain('.env');
  });
});

describe('the Dockerfile', () => {
  const lines = text('Dockerfile')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  const of = (instruction: string) =>
    lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1).trim());
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('has two stages of a Node that this runs on, and takes no development package along', () => {
    expect(of('FROM')).toEqual(['node:22-bookworm-slim AS packages', 'node:22-bookworm-slim']);
    expect(of('RUN').join()).toMatch(/npm pkg delete devDependencies && npm install --omit=dev/);
    const { dependencies, engines } = JSON.parse(text('package.json')) as {
      dependencies: Record<string, string>;
      engines: { node: string };
    };
    expect(dependencies).toHaveProperty('esbuild');
    expect(engines.node).toBe('>=20.19');
  });

  it('brings Chromium and Chinese fonts', () => {
    expect(last.join()).toMatch(/chromium.*fonts-noto-cjk/);
    expect(of('ENV').join()).toContain('GONGKAI_CHROMIUM=/usr/bin/chromium');
  });

  it('runs as a user without rights, and nothing is copied after that', () => {
    const user = last.findIndex((line) => line.startsWith('USER '));
    expect(last[user]).toBe('USER node');
    expect(last.slice(user).some((line) => /^(COPY|ADD|RUN) /.test(line))).toBe(false);
  });

  it('copies all that the program reads, and .dockerignore lets it through and nothing more', () => {
    const copied = of('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(/\s+/).slice(0, -1));
    const allowed = text('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(new Set(copied)).toEqual(new Set(allowed));
    for (const path of copied) expect(existsSync(join(ROOT, path)), path).toBe(true);
    const rooms = readdirSync(ROOT).filter((name) => name !== 'node_modules' && statSync(join(ROOT, name)).isDirectory());
    for (const room of rooms.filter((name) => importedFrom(name))) expect(copied).toContain(room);
  });

  it('starts the program that is there', () => {
    expect(of('ENTRYPOINT')).toEqual(['["node", "/app/bin/gongkai.mjs"]']);
    expect(of('WORKDIR').at(-1)).toBe('/app');
  });

  it('sets only variables that the code or the system reads', () => {
    const set =
      of('ENV')
        .join(' ')
        .match(/[A-Z_]+(?==)/g) ?? [];
    const ofTheSystem = ['NODE_ENV', 'TZ', 'HOME'];
    for (const name of set) expect([...variablesOfTheCode(), ...ofTheSystem]).toContain(name);
  });
});

const SOURCES = ['bin', 'src', 'jobs', 'crawlers'].flatMap(filesIn).map(text);

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => join(folder, name));
}

function variablesOfTheCode(): string[] {
  return SOURCES.flatMap((source) => [...source.matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(([, name]) => name!));
}

/** Whether a source of the program imports from a folder of the root. */
function importedFrom(folder: string): boolean {
  return SOURCES.some((source) => new RegExp(`['"](?:\\.\\./)+${folder}/`).test(source));
}
