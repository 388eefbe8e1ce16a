import { decodePage } from '../../../crawlers/door/decode.ts';
import { maskedPage } from '../../../crawlers/reading/masked-page.ts';
import { namesOf } from '../../rows/names.ts';
import { ownUnit, visitorOf } from '../context.ts';
import { findColumn, type Judgement } from '../judgement.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { External } from '../view/external.tsx';
import { harmlessPage } from '../view/harmless-page.ts';
import { page } from '../view/layout.tsx';
import { columnPath, pagePath } from '../view/links.ts';
import { LongText } from '../view/long-text.tsx';
import { plainText } from '../view/plain-text.ts';
import { tellProblem } from '../view/problem.tsx';
import { Screenshot } from '../view/screenshot.tsx';

/**
 * Nothing of a stored page may load or run: no script, no form, no frame, no picture from elsewhere, no origin of its own. Browsers
 * connect to what a page only names as well, which no policy forbids: therefore it is rebuilt without any address.
 */
const ISOLATION = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
const HASH = /^[0-9a-f]{64}$/;

/** A list page as fetched: its text, and on demand the page itself in isolation. */
export const registerStoredPage: Register = (app, services) => {
  app.read('/pages/:hash', ALL, async (c) => {
    const { words, language } = c.var;
    const hash = c.req.param('hash');
    const stored = await storedPage(services, await services.judgementFor(c), hash, ownUnit(visitorOf(c)));
    if (stored === null) return tellProblem(c, 404, words.evidence.gone);
    const names = namesOf(services.config, language);
    const from = stored.columns.map(({ site, id, name, unit }) => (
      <>
        <a href={columnPath(site, id)}>{`${names.unit(unit)} / ${name}`}</a>{' '}
      </>
    ));
    return page(
      c,
      { title: words.evidence.title, section: 'columns', lead: from },
      <>
        <section>
          <dl class="facts">
            <dt>{words.evidence.url}</dt>
            <dd>
              <External url={stored.url} />
            </dd>
            <dt>{words.evidence.fetched}</dt>
            <dd>{names.time(stored.fetchedAt)}</dd>
            <dt>{words.evidence.hash}</dt>
            <dd>
              <code>{hash}</code>
            </dd>
          </dl>
        </section>
        {stored.screenshot && !stored.holdsPersonalData && <Screenshot hash={hash} picture={stored.screenshot} words={words} />}
        <details class="card">
          <summary>{words.evidence.framed}</summary>
          <iframe class="stored" src={`${pagePath(hash)}/view`} sandbox="" title={words.evidence.framed} loading="lazy" />
        </details>
        <section>
          <p class="hint">{words.evidence.text}</p>
          <LongText name={words.evidence.title} text={plainText(stored.text)} />
        </section>
      </>,
    );
  });

  app.shared('/pages/:hash/screenshot', ALL, 'read', async (c) => {
    const stored = await storedPage(services, await services.judgementFor(c), c.req.param('hash'), ownUnit(visitorOf(c)));
    const picture = stored?.screenshot && !stored.holdsPersonalData ? await services.store.evidence.screenshot(stored.screenshot) : null;
    if (picture === null) return tellProblem(c, 404, c.var.words.evidence.gone);
    return c.body(new Uint8Array(picture), 200, { 'content-type': 'image/jpeg', 'content-security-policy': ISOLATION });
  });

  app.shared('/pages/:hash/view', ALL, 'read', async (c) => {
    const stored = await storedPage(services, await services.judgementFor(c), c.req.param('hash'), ownUnit(visitorOf(c)));
    if (stored === null) return tellProblem(c, 404, c.var.words.evidence.gone);
    return c.body(harmlessPage(stored.text, stored.contentType), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': ISOLATION,
      'x-dns-prefetch-control': 'off',
    });
  });
};

/** The page with the columns that were read from it, where it is kept and the visitor may see one of them. */
async function storedPage({ store }: ConsoleServices, judgement: Judgement, hash: string, unit: string | null) {
  if (!HASH.test(hash)) return null;
  const uses = await store.search.evidenceColumns(hash);
  const columns = uses.flatMap(({ site, column }) => findColumn(judgement, site, column) ?? []);
  if (unit !== null && columns.length === 0) return null;
  const stored = await store.evidence.get(hash);
  return stored && { ...stored, ...maskedPage(decodePage(stored.bytes, stored.contentType).text), columns };
}
