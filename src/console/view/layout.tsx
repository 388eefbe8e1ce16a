import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { periodIgnored } from '../asked-period.ts';
import type { ConsoleContext, Visitor } from '../context.ts';
import { ESTATES_PATH } from '../estates/estate-choice.ts';
import { hasKeys } from '../guard/keys.ts';
import type { Section } from '../permissions.ts';
import { Judging } from './live.tsx';
import { pageAddress } from './page-address.ts';

export interface PageHead {
  readonly title: string;
  readonly section?: Section;
  /** Under the title: what the page is judged by, or how to read it. */
  readonly lead?: Child;
  /** Whether the page has charts, which need a larger script. */
  readonly charts?: boolean;
  /** Whether it is a page of one form or one sentence: it stands in the middle. */
  readonly narrow?: boolean;
}

/** A whole page: frame, navigation of what the visitor may open, and its content. */
export function page(c: ConsoleContext, head: PageHead, content: Child): Response | Promise<Response> {
  const { words, language, visitor, among } = c.var;
  const ignored = periodIgnored(c);
  const document = (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${head.title} · ${words.product}`}</title>
        {['frame', 'tables', 'forms'].map((name) => (
          <link rel="stylesheet" href={`/assets/${name}.css`} />
        ))}
        <link rel="stylesheet" href="/assets/print.css" media="print" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <script src="/assets/console.js" defer />
        {head.charts && (
          <>
            <script src="/assets/echarts.js" defer />
            <script src="/assets/charts.js" defer />
          </>
        )}
      </head>
      <body data-keys={hasKeys(c) ? 'on' : 'off'}>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header class="frame">
          <a class="brand" href="/">
            <strong>{words.product}</strong> <span>{words.tagline}</span>
          </a>
          {among !== null && (
            <a href={ESTATES_PATH} title={words.estates.change}>
              {among}
            </a>
          )}
          {visitor && <Navigation c={c} visitor={visitor} section={head.section} />}
          <div class="visitor">
            {visitor && (
              <>
                <form class="search" method="get" action="/search">
                  <input type="search" name="q" aria-label={words.search.title} placeholder={words.search.title} maxlength={100} />
                </form>
                <a href="/account">{visitor.name}</a>
                <form method="post" action="/logout">
                  <FormToken c={c} />
                  <button type="submit" class="plain">
                    {words.login.logout}
                  </button>
                </form>
              </>
            )}
            <a
              href={`/language/${words.language.to}?next=${encodeURIComponent(pathOf(c))}`}
              lang={words.language.to}
              hreflang={words.language.to}
            >
              {words.language.other}
            </a>
          </div>
        </header>
        <main id="content" class={head.narrow ? 'narrow' : ''} tabindex={-1}>
          <h1>{head.title}</h1>
          {head.lead && <p class="lead">{head.lead}</p>}
          {ignored !== null && (
            <p class="note" role="status">
              {words.span.ignored(ignored)}
            </p>
          )}
          {c.var.judging && <Judging words={words} path={pathOf(c)} />}
          {content}
        </main>
      </body>
    </html>
  );
  // Without it browsers fall back to the layout of old.
  return c.html(html`<!doctype html>${document}`);
}

/** The hidden field by which a form shows that it came from a page of this session. */
export function FormToken({ c }: { c: ConsoleContext }) {
  return <input type="hidden" name="_token" value={c.var.formToken} />;
}

function Navigation({ c, visitor, section }: { c: ConsoleContext; visitor: Visitor; section: Section | undefined }) {
  const { words, routes } = c.var;
  const open = routes.menu.filter(({ access }) => access === 'public' || access.includes(visitor.role));
  return (
    <nav aria-label={words.nav.menu}>
      <ul>
        {open.map(({ section: name, path }) => (
          <li>
            <a href={path} {...(name === section ? { 'aria-current': 'page' as const } : {})}>
              {words.nav[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function pathOf(c: ConsoleContext): string {
  const { pathname, search } = pageAddress(c);
  return pathname + search;
}
