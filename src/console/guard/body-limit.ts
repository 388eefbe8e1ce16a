import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ConsoleEnv } from '../context.ts';
import { tellProblem } from '../view/problem.tsx';

/** Bytes of what is sent to us; forms and acts on many alerts at once need a few thousand. */
const LARGEST = 1024 * 1024;

/** Reads no more than that of what anybody sends, whether its length was announced or not. */
export const limitedBody: MiddlewareHandler<ConsoleEnv> = bodyLimit({
  maxSize: LARGEST,
  onError: (c) => tellProblem(c, 413, c.var.words.error.tooLarge(LARGEST / 1024 / 1024)) as Promise<Response>,
});
