import { isDay } from '../../model/day.ts';
import type { ConsoleContext } from '../context.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type Filter =
  | { readonly kind: 'choice'; readonly name: string; readonly label: string; readonly choices: readonly Choice[]; readonly all?: string }
  | { readonly kind: 'text'; readonly name: string; readonly label: string; readonly placeholder?: string }
  | { readonly kind: 'day'; readonly name: string; readonly label: string };

/** A choice among values, each by the name that people know. */
export function choice<Value extends string>(
  name: string,
  label: string,
  values: readonly Value[],
  labelOf: (value: Value) => string,
  all?: string,
): Filter {
  const choices = values.map((value) => ({ value, label: labelOf(value) }));
  return { kind: 'choice', name, label, choices, ...(all === undefined ? {} : { all }) };
}

/** A choice among things by their ids. */
export function choiceOf(name: string, label: string, things: readonly { readonly id: string }[], labelOf: (id: string) => string): Filter {
  return choice(
    name,
    label,
    things.map(({ id }) => id),
    labelOf,
  );
}

/** Characters that are told of what was not understood. */
const LONGEST_TOLD = 40;

/**
 * A form that narrows the page by its address; it works without a script. A day that is none narrows nothing, and is told of.
 * `keeps`: what else of the address stays as it is.
 */
export function Filters({ c, filters, keeps = [] }: { c: ConsoleContext; filters: readonly Filter[]; keeps?: readonly string[] }) {
  const { words } = c.var;
  const given = (name: string) => c.req.query(name) ?? '';
  const misread = filters.filter(({ kind, name }) => kind === 'day' && given(name) !== '' && !isDay(given(name)));
  return (
    <search>
      <form class="filters" method="get">
        {filters.map((filter) => (
          <div class="field">
            <label for={`filter-${filter.name}`}>{filter.label}</label>
            <Field filter={filter} given={given(filter.name)} all={words.filter.all} />
          </div>
        ))}
        {keeps.filter(given).map((name) => (
          <input type="hidden" name={name} value={given(name)} />
        ))}
        <div class="send">
          <button type="submit">{words.filter.apply}</button> <a href={c.req.path}>{words.filter.clear}</a>
        </div>
      </form>
      {misread.map(({ name, label }) => (
        <p class="note" role="status">
          {words.filter.noDay(label, given(name).slice(0, LONGEST_TOLD))}
        </p>
      ))}
    </search>
  );
}

function Field({ filter, given, all }: { filter: Filter; given: string; all: string }) {
  const id = `filter-${filter.name}`;
  if (filter.kind === 'text') return <input type="search" id={id} name={filter.name} value={given} placeholder={filter.placeholder} />;
  if (filter.kind === 'day') return <input type="date" id={id} name={filter.name} value={given} />;
  return (
    <select id={id} name={filter.name}>
      <option value="">{filter.all ?? all}</option>
      {filter.choices.map(({ value, label }) => (
        <option value={value} selected={value === given}>
          {label}
        </option>
      ))}
    </select>
  );
}
