import type { Site } from './estate.ts';
import type { ToldReading } from './told-reading.ts';

/** What a person told instead of what was learnt: for the whole site, and for columns by id. */
export interface Overruled {
  readonly site?: ToldReading;
  readonly columns?: Readonly<Record<string, ToldReading>>;
}

/** How people say that a site and its columns are read; empty where nobody does. */
export function overruledOf({ read, columns }: Pick<Site, 'read' | 'columns'>): Overruled {
  const told = (columns ?? []).flatMap((column) => (column.read ? [[column.id, column.read] as const] : []));
  return { ...(read && { site: read }), ...(told.length > 0 && { columns: Object.fromEntries(told) }) };
}
