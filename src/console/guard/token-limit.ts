import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../../model/clock.ts';
import type { ConsoleEnv } from '../context.ts';
import { tellProblem } from '../view/problem.tsx';
import { hashOf } from './hash.ts';
import { createRateLimit } from './rate-limit.ts';
import { tokenOf } from './token.ts';

/** Requests a minute of one token: what a program that copies the whole estate needs, and no more than one browser costs. */
const REQUESTS = 300;
/** Tokens a minute from one address that nobody has. */
const WRONG = 20;

/** Slows down programs: each token by itself, and each address that comes with tokens which hold nothing. A token that held is not held up by its neighbours. */
export function limitedTokens(clock: Clock): MiddlewareHandler<ConsoleEnv> {
  const good = createRateLimit(clock, REQUESTS);
  const wrong = createRateLimit(clock, WRONG);
  return async (c, next) => {
    const token = tokenOf(c);
    if (token === null) return next();
    const key = hashOf(token);
    const { address } = c.var;
    const seconds = good.knows(key) ? good.wait(key) : wrong.wait(address);
    if (seconds > 0) {
      c.header('retry-after', String(seconds));
      return tellProblem(c, 429, c.var.words.error.tooMany(seconds));
    }
    await next();
    if (c.var.visitor !== null) return good.take(key);
    wrong.take(address);
    good.forget(key);
  };
}
