import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { ConsoleEnv } from '../context.ts';
import { wordsOf } from '../words/words.ts';

/** Chinese unless the visitor chose English. */
export const chosenLanguage: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  const language = getCookie(c, 'gongkai-language') === 'en' ? 'en' : 'zh';
  c.set('language', language);
  c.set('words', wordsOf(language));
  c.set('among', null);
  c.set('visitor', null);
  c.set('formToken', '');
  await next();
};
