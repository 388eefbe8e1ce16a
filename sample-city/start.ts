import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Day } from '../src/model/day.ts';
import { answer, refuse } from './answers.ts';
import { City, type NewItem } from './city.ts';
import { estateOf, writeConfig } from './estate.ts';
import { type Expected, expectedOf } from './expected.ts';
import { SitePages } from './pages.ts';
import { ACCOUNTS } from './plan/accounts.ts';
import type { SitePlan } from './plan/sites.ts';
import { exportOf } from './posts.ts';

export interface SampleCityOptions {
  /** Port of the portal; the other sites take the ports after it. Left out or 0: any free ports. */
  readonly port?: number;
  readonly seed?: number;
  /** Whether some sites and columns cannot be read, each in its own way. Default: yes. */
  readonly faults?: boolean;
  /** The day the city lives on: later items cannot be seen yet. Default: the last day of 2018. */
  readonly today?: Day;
  /** Sites that answer over https, by id, each with its key and certificate in PEM. */
  readonly secure?: Readonly<Record<string, Pick<ServerOptions, 'key' | 'cert'>>>;
}

/** A running sample city. */
export interface SampleCity {
  /** The portal's address. */
  readonly url: string;
  readonly estate: ReturnType<typeof estateOf>;
  /** Requests that any site of the city has answered or refused so far. */
  requests(): number;
  /** Writes the city's `estate.yaml` and `taxonomy.yaml` into a directory. */
  writeConfig(dir: string): void;
  /** Publishes an item in a column today; tells its address. */
  publish(column: string, item: NewItem): string;
  /** What platforms export of the accounts that have no feed, as of the city's day. */
  exports(): readonly { readonly account: string; readonly name: string; readonly bytes: Uint8Array }[];
  /** Lets time pass up to a day. */
  advanceTo(day: Day): void;
  /** What an audit must come to that counts 2018 up to a day and judges at its end. Default: the city's present day. */
  expected(asOf?: Day): Expected;
  close(): Promise<void>;
}

/** Starts the sample city on 127.0.0.1, one port for each of its sites. */
export async function startSampleCity({
  port = 0,
  seed = 2018,
  faults = true,
  today = '2018-12-31',
  secure = {},
}: SampleCityOptions = {}): Promise<SampleCity> {
  const city = new City({ seed, faults, today });
  const bases = new Map<string, string>();
  const baseOf = (site: string) => bases.get(site)!;
  const pages = new Map(city.sites.map((site) => [site.id, new SitePages(city, site, baseOf)]));
  let requests = 0;
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(stop));
  };
  try {
    for (const [index, site] of city.sites.entries()) {
      const server = serve(city, site, pages.get(site.id)!, () => requests++, secure[site.id]);
      servers.push(server);
      const served = await listen(server, port === 0 ? 0 : port + index);
      bases.set(site.id, secure[site.id] ? `https://localhost:${served}/` : `http://127.0.0.1:${served}/`);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: baseOf('portal'),
    estate: estateOf(city.sites, baseOf),
    requests: () => requests,
    writeConfig: (dir) => writeConfig(dir, city.sites, baseOf),
    publish(column, item) {
      const published = city.publish(column, item);
      return pages.get(published.column.site)!.itemUrl(published);
    },
    exports: () =>
      ACCOUNTS.filter(({ delivered }) => delivered === 'file').map((account) => ({
        account: account.id,
        name: `${account.name}.csv`,
        bytes: new TextEncoder().encode(exportOf(account, city)),
      })),
    advanceTo: (day) => city.advanceTo(day),
    expected: (asOf = city.today) => expectedOf(city, asOf),
    close,
  };
}

function serve(city: City, site: SitePlan, pages: SitePages, count: () => void, secret?: ServerOptions): Server {
  const listener: RequestListener = (request, response) => {
    count();
    if (site.refusal) refuse(site.refusal, request, response);
    else answer(city, site, pages, request, response);
  };
  return secret === undefined ? createServer(listener) : createSecureServer(secret, listener);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
