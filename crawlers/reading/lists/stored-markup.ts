/** Elements whose content browsers keep and do not draw, with the ends that close them. */
const STORES = ['noscript', 'template', 'textarea', 'xmp'] as const;
type Store = (typeof STORES)[number];
/** What it holds is for browsers without scripts: others show what a script had from elsewhere. */
const IN_PLACE_OF_SCRIPT: Store = 'noscript';
/** Spares most pages a copy of themselves. */
const STORED = new RegExp(`<(?:${STORES.join('|')})\\b`, 'i');
const ROWS = /<(?:li|tr|dd|p|div)\b[\s\S]{0,500}?<a\s/i;
/** Places for values: a template, and no rows. */
const PLACEHOLDER = /\{\{|<%|\$\{|v-for=/;

/**
 * The markup of rows that a page keeps for browsers without scripts, or for a script to put in; empty where it keeps none. `mayBeStale`: a
 * script shows others in the place of some of them.
 */
export function storedMarkup(html: string): { readonly markup: string; readonly mayBeStale: boolean } {
  if (!STORED.test(html)) return { markup: '', mayBeStale: false };
  const lower = html.toLowerCase();
  let markup = '';
  let mayBeStale = false;
  for (const name of STORES) {
    for (let open = lower.indexOf(`<${name}`); open >= 0; open = lower.indexOf(`<${name}`, open)) {
      const begin = lower.indexOf('>', open);
      const close = begin < 0 ? -1 : lower.indexOf(`</${name}`, begin);
      if (close < 0) break;
      const inner = html.slice(begin + 1, close);
      if (ROWS.test(inner) && !PLACEHOLDER.test(inner)) {
        markup += inner;
        mayBeStale ||= name === IN_PLACE_OF_SCRIPT;
      }
      open = close;
    }
  }
  return { markup, mayBeStale };
}
