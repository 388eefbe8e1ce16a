import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ConsoleEnv } from '../context.ts';
import { tellProblem } from '../view/problem.tsx';

const KIB = 1024;
/** Bytes of what is sent to us; forms and acts on many alerts at once need a few thousand. */
const LARGEST = 1024 * KIB;
/** Of what strangers send: signing in needs a few hundred, and taking a form of a megabyte apart holds everybody up for a second. */
const LARGEST_OF_STRANGERS = 16 * KIB;

const upTo = (maxSize: number): MiddlewareHandler<ConsoleEnv> =>
  bodyLimit({ maxSize, onError: (c) => tellProblem(c, 413, c.var.words.error.tooLarge(maxSize / KIB)) as Promise<Response> });

const ofPeople = upTo(LARGEST);
/** Of what is said of an alert, with its files. */
const LARGEST_WITH_FILES = 26 * 1024 * KIB;

const withFiles = upTo(LARGEST_WITH_FILES);
const ofStrangers = upTo(LARGEST_OF_STRANGERS);

/** Reads no more than that of what anybody sends, whether its length was announced or not; before anything is taken apart. */
export const limitedBody: MiddlewareHandler<ConsoleEnv> = (c, next) => {
  if (c.var.visitor === null) return ofStrangers(c, next);
  return (c.req.path === '/alerts' ? withFiles : ofPeople)(c, next);
};
