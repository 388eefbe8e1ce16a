import type { Child } from 'hono/jsx';
import { type ConsoleContext, ownUnit, visitorOf } from '../context.ts';
import { sitePath } from './links.ts';

/** A site's name, with its page for those who may open it. */
export function siteName(c: ConsoleContext, id: string, name: string): Child {
  return ownUnit(visitorOf(c)) === null ? <a href={sitePath(id)}>{name}</a> : name;
}
