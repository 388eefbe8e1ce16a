import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ConsoleEnv } from './context.ts';
import type { ConsoleServices } from './services.ts';

/** Adds the routes of one page or feed; each of them stands in permissions.ts too. */
export type Register = (app: OpenAPIHono<ConsoleEnv>, services: ConsoleServices) => void;
