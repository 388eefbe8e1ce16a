import { canonicalUrl } from '../../crawlers/reading/urls.ts';
import { urlKey } from '../../crawlers/site/item-key.ts';
import type { CorrectionRecord } from '../model/records.ts';
import type { Store } from '../store/store.ts';
import { Failure } from './failure.ts';

/** What a person named, found in the store; a name that is not there is said so instead of being kept for nothing. */
export async function findTarget(
  store: Pick<Store, 'items' | 'columns'>,
  url: string | null,
  place: string | null,
): Promise<{ target: CorrectionRecord['target']; name: string }> {
  if (place !== null) {
    const [site = '', id = ''] = place.split('/');
    const column = (await store.columns.list(site)).find((one) => one.id === id);
    if (!column) throw new Failure({ zh: `没有栏目 ${place}，写法是 网站id/栏目id`, en: 'no such column, write site/column' });
    return { target: { site, column: id }, name: `栏目“${column.name}”` };
  }
  const key = urlKey(canonicalUrl(url, 'http://localhost/') ?? '');
  const item = (await store.items.known([key])).get(key);
  if (!item) throw new Failure({ zh: `没有采集过 ${url}`, en: 'this item was never read; look for it with gongkai items' });
  return { target: { item: key }, name: `《${item.title}》` };
}
