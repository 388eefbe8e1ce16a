import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ConsoleContext } from '../context.ts';
import { page } from './layout.tsx';

/** Says what is wrong, and under it `more`: a page for people, which leads back where they came from, JSON for programs. */
export function tellProblem(
  c: ConsoleContext,
  status: ContentfulStatusCode,
  message: string,
  back?: { readonly href: string; readonly label: string },
  more?: Child,
): Response | Promise<Response> {
  if (c.req.path.startsWith('/api/')) return c.json({ error: message }, status);
  c.status(status);
  const { error, login } = c.var.words;
  return page(
    c,
    { title: error.titles[status] ?? error.title, narrow: true },
    <>
      <p class="problem">{message}</p>
      {more}
      <p>
        {back && <a href={back.href}>{back.label}</a>} <a href="/">{c.var.visitor ? error.back : login.title}</a>
      </p>
    </>,
  );
}
