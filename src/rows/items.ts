import type { ListedItem } from '../store/store.ts';
import type { Field } from './field.ts';
import { heads } from './heads.ts';

/** What is said of an item. */
export const itemFields = {
  published: { head: heads.published, value: ({ publishedOn }) => publishedOn },
  title: { head: heads.title, value: ({ title }) => title },
  category: { head: heads.category, value: ({ category }, { names }) => names.category(category) },
  unit: { head: heads.unit, value: ({ unit }, { names }) => names.unit(unit) },
  /** As the command line's options name them. */
  columns: { head: heads.column, value: ({ columns }) => columns.map(({ site, column }) => `${site}/${column}`).join(' ') },
  source: { head: heads.source, value: ({ source }) => source },
  documentNumber: { head: heads.documentNumber, value: ({ documentNumber }) => documentNumber },
  documentDate: { head: heads.documentDate, value: ({ documentDate }) => documentDate },
  url: { head: heads.url, value: ({ url }) => url },
  removed: { head: heads.removed, value: ({ removedAt }, { language }) => (removedAt === null ? '' : language === 'zh' ? '是' : 'yes') },
} satisfies Readonly<Record<string, Field<ListedItem>>>;
