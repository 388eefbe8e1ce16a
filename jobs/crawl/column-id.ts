const INDEX = /\/(?:index|default|list)\.[a-z]+$/i;
const ENDING = /\.[a-z]{2,5}$/i;

/** A readable id for a discovered column from its address: `/zwgk/tzgg/index.html` is `zwgk-tzgg`. Adds to `taken`. */
export function columnId(url: string, taken: Set<string>): string {
  const { pathname, search } = new URL(url);
  const words = `${pathname.replace(INDEX, '').replace(ENDING, '')}${search}`.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const base = words.toLowerCase().slice(-60).replace(/^-+/, '') || 'home';
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
