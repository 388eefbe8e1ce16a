import type { CategoryId, Taxonomy } from '../../model/estate.ts';
import type { Names } from '../../rows/names.ts';
import type { ConsoleContext } from '../context.ts';
import { FormToken } from './layout.tsx';

/** Sets a category right, with the reason. */
export function CorrectionForm({
  c,
  action,
  title,
  taxonomy,
  names,
  present,
  item,
}: {
  c: ConsoleContext;
  action: string;
  title: string;
  taxonomy: Taxonomy;
  names: Names;
  present: CategoryId | null;
  item?: string;
}) {
  const { words } = c.var;
  return (
    <form class="card" method="post" action={action}>
      <h2>{title}</h2>
      <FormToken c={c} />
      {item !== undefined && <input type="hidden" name="item" value={item} />}
      <label>
        <span>{words.head.category}</span>
        <select name="category">
          {taxonomy.categories.map(({ id }) => (
            <option value={id} selected={id === present}>
              {names.category(id)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.head.why}</span>
        <input name="why" required minlength={2} maxlength={500} placeholder={words.items.whyPlaceholder} />
      </label>
      <button type="submit">{words.items.save}</button>
    </form>
  );
}
