import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { plainText } from '../model/plain-text.ts';
import type { ConsoleEnv } from './context.ts';
import type { ConsoleDeps } from './deps.ts';
import { knownAddress } from './guard/address.ts';
import { limitedBody } from './guard/body-limit.ts';
import { csrfGuard } from './guard/csrf.ts';
import { safeHeaders } from './guard/headers.ts';
import { chosenLanguage } from './guard/language.ts';
import { maskedAddresses } from './guard/masked-addresses.ts';
import { permit } from './guard/permit.ts';
import { rejectNul } from './guard/reject-nul.ts';
import { limitedTokens } from './guard/token-limit.ts';
import { knownVisitor } from './guard/visitor.ts';
import { createAuth } from './people/auth.ts';
import type { RouteTable } from './permissions.ts';
import { registrations } from './registrations.ts';
import { ConsoleRoutes } from './routes.ts';
import { createServices } from './services.ts';
import { tellProblem } from './view/problem.tsx';

/**
 * The web console: pages for people, an HTTP API for programs, feeds. Mount it at the root of a server; it opens nothing by itself
 * and closes nothing.
 */
export function createConsole(deps: ConsoleDeps): OpenAPIHono<ConsoleEnv> & Pick<RouteTable, 'permissions'> {
  const auth = createAuth(deps);
  const app = new OpenAPIHono<ConsoleEnv>({
    defaultHook: (result, c) => (result.success ? undefined : c.json({ error: z.prettifyError(result.error) }, 400)),
  });
  const routes = new ConsoleRoutes(app);
  app.use((c, next) => {
    c.set('routes', routes);
    return next();
  });
  app.use(safeHeaders, maskedAddresses, chosenLanguage, knownAddress(deps.trustedProxies));
  if (deps.among !== undefined)
    app.use((c, next) => {
      c.set('among', deps.config.estate.name);
      return next();
    });
  app.use(limitedTokens(deps.clock), knownVisitor(deps, auth), limitedBody, rejectNul, permit, csrfGuard(deps.publicUrl));
  const services = createServices(deps, auth);
  for (const register of registrations) register(routes, services);
  app.notFound((c) => tellProblem(c, 404, c.var.words.error.notFound));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return tellProblem(c, error.status, c.var.words.error.invalid);
    const lines = `${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`.split('\n');
    process.stderr.write(`${lines.map(plainText).join('\n  ')}\n`);
    return tellProblem(c, 500, c.var.words.error.failed);
  });
  return Object.assign(app, { permissions: routes.permissions });
}
