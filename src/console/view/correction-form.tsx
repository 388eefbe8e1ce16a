import type { CategoryId, Taxonomy } from '../../model/estate.ts';
import { maskAddress } from '../../privacy/leaving.ts';
import type { Names } from '../../rows/names.ts';
import type { ConsoleContext } from '../context.ts';
import { FormToken } from './layout.tsx';

/** Sets a category right, with the reason, at once or after a look at what it does. */
export function CorrectionForm({
  c,
  action,
  title,
  taxonomy,
  names,
  present,
  item,
  preview = false,
}: {
  c: ConsoleContext;
  action: string;
  title: string;
  taxonomy: Taxonomy;
  names: Names;
  present: CategoryId | null;
  item?: string;
  /** It is shown first what that would do, and saved from there. */
  preview?: boolean;
}) {
  const { words } = c.var;
  return (
    <form class="card" method={preview ? 'get' : 'post'} action={action}>
      <h2>{title}</h2>
      {!preview && <FormToken c={c} />}
      {item !== undefined && <input type="hidden" name="item" value={maskAddress(item)} />}
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
      {!preview && (
        <label>
          <span>{words.head.why}</span>
          <input name="why" required minlength={2} maxlength={500} placeholder={words.items.whyPlaceholder} />
        </label>
      )}
      <button type="submit">{preview ? words.column.whatIf : words.items.save}</button>
    </form>
  );
}
