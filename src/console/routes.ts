import type { OpenAPIHono, RouteConfig, RouteHandler } from '@hono/zod-openapi';
import type { Handler, Next } from 'hono';
import type { TokenScope } from '../model/people.ts';
import { PERIOD_KEYS } from './asked-period.ts';
import type { ConsoleContext, ConsoleEnv } from './context.ts';
import type { Access, Permission, RouteTable, Section } from './permissions.ts';

/**
 * Where pages and the API state their routes, each once: its address, who may use it, whether it stands in the menu, what it does.
 * Where a unit editor is let in, the handler gets nothing to show but what belongs to the editor's unit (`judgementFor`, `ownUnit`).
 */
export class ConsoleRoutes implements RouteTable {
  readonly app: OpenAPIHono<ConsoleEnv>;
  readonly permissions: Permission[] = [];
  readonly menu: { section: Section; path: string; access: Access }[] = [];

  constructor(app: OpenAPIHono<ConsoleEnv>) {
    this.app = app;
  }

  /** A page. */
  read<Path extends string>(path: Path, access: Access, handler: Handler<ConsoleEnv, Path>): void {
    this.permissions.push({ method: 'GET', path, access, scope: null });
    this.app.get(path, handler);
  }

  /** What programs may ask for too, with a token that allows `scope`. */
  shared<Path extends string>(path: Path, access: Access, scope: TokenScope, handler: Handler<ConsoleEnv, Path>): void {
    this.permissions.push({ method: 'GET', path, access, scope });
    this.app.get(path, handler);
  }

  /** A page that stands in the menu. */
  section<Path extends string>(section: Section, path: Path, access: Access, handler: Handler<ConsoleEnv, Path>): void {
    this.menu.push({ section, path, access });
    this.read(path, access, handler);
  }

  /** What a form of a page does. */
  write<Path extends string>(path: Path, access: Access, handler: Handler<ConsoleEnv, Path>): void {
    this.permissions.push({ method: 'POST', path, access, scope: null });
    this.app.post(path, handler);
  }

  /** A route of the API, for programs and people alike. A period that it does not count by is refused, never ignored. */
  openapi<Route extends RouteConfig>(route: Route, access: Access, scope: TokenScope, handler: RouteHandler<Route, ConsoleEnv>): void {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    this.permissions.push({ method: route.method === 'get' ? 'GET' : 'POST', path, access, scope });
    const ask: RouteHandler<RouteConfig, ConsoleEnv> = handler as never;
    this.app.openapi(route, ((c: ConsoleContext, next: Next) => {
      const ignored = PERIOD_KEYS.filter((name) => c.req.query(name) && !isParameter(route, name));
      return ignored.length === 0 ? ask(c, next) : c.json({ error: c.var.words.span.refused(ignored.join(', ')) }, 400);
    }) as never);
  }
}

function isParameter({ request }: RouteConfig, name: string): boolean {
  const query = request?.query;
  return query !== undefined && 'shape' in query && name in (query.shape as object);
}
