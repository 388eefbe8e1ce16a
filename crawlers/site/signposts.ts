import type { Door } from '../door/door.ts';
import type { Fetched, FetchRequest } from '../door/fetched.ts';
import { elementsOf, parsePage, visibleText } from '../reading/page.ts';
import { decodedSource } from '../reading/query-bytes.ts';
import { canonicalUrl } from '../reading/urls.ts';

/** Pages that only send the visitor on are tiny. */
const LARGEST_SIGNPOST = 4096;
const HOPS = 3;
const REFRESH = /^\s{0,9}\d{0,3}(?:\.\d{1,3})?\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}['"]?([^'"]{1,500})/i;
const SCRIPT = /(?:location(?:\.href)?\s{0,9}=\s{0,9}|location\.(?:replace|assign)\(\s{0,9})['"]([^'"]{1,500})['"]/;

/** Fetches a page; one that only sends on (`meta refresh`, `location.href = …`), as section homes often do, gives where it leads to. */
export async function fetchThroughSignposts(door: Pick<Door, 'fetch'>, request: FetchRequest): Promise<Fetched> {
  let fetched = await door.fetch(request);
  for (let hop = 0; hop < HOPS; hop++) {
    const target = signpostTarget(fetched);
    if (target === null || target === fetched.finalUrl) break;
    fetched = await door.fetch({ ...request, url: target });
  }
  return fetched;
}

function signpostTarget(fetched: Fetched): string | null {
  if (fetched.outcome !== 'ok' || fetched.bytes === null || fetched.bytes.length > LARGEST_SIGNPOST) return null;
  const page = parsePage(decodedSource(fetched.bytes, fetched.contentType), fetched.finalUrl);
  const meta = elementsOf(page.document).find(
    (element) => element.name === 'meta' && element.attribs['http-equiv']?.toLowerCase() === 'refresh',
  );
  const refreshed = REFRESH.exec(meta?.attribs.content ?? '')?.[1];
  if (refreshed) return canonicalUrl(refreshed, page.base);
  if (visibleText(page.document, 200).length > 40) return null;
  const script = page.scripts.map((source) => SCRIPT.exec(source)?.[1]).find((found) => found !== undefined);
  return script ? canonicalUrl(script, page.base) : null;
}
