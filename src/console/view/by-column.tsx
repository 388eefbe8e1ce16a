import { OURSELVES } from '../../alerts/open-alerts.ts';
import type { Store } from '../../store/store.ts';
import type { Words } from '../words/words.ts';
import type { TableColumn } from './table.tsx';

/** The column that says who did something: on the page by name where there is an account, in files as it is recorded. */
export async function byColumn<Row extends { readonly by: string }>(
  { people }: Pick<Store, 'people'>,
  words: Words,
): Promise<TableColumn<Row>> {
  const names = new Map((await people.list()).map(({ email, name }) => [email.toLowerCase(), name]));
  const told = ({ by }: Row) => (by === OURSELVES ? words.alerts.itself : by);
  return {
    head: words.head.by,
    value: told,
    show(row) {
      const name = names.get(row.by.toLowerCase());
      return name === undefined ? told(row) : <span title={row.by}>{name}</span>;
    },
  };
}
