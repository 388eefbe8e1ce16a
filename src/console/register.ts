import type { ConsoleRoutes } from './routes.ts';
import type { ConsoleServices } from './services.ts';

/** Adds the routes of one page, feed or subject of the API. */
export type Register = (app: ConsoleRoutes, services: ConsoleServices) => void;
