import { openBrowser } from '../../crawlers/browser/browser.ts';
import type { CrawlPorts } from '../../crawlers/site/ports.ts';
import type { Workshop } from '../../jobs/workshop.ts';

/** The browser for pages that need one; it starts with the first of them. */
export function rendererFor(workshop: Pick<Workshop, 'door'>): { readonly render: CrawlPorts['render']; close(): Promise<void> } {
  const browser = openBrowser(workshop.door);
  return { render: (url, site, signal, look) => browser.render(url, site.crawl, signal, look), close: () => browser.close() };
}
