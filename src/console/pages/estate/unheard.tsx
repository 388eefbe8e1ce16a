import { reaches } from '../../../alerts/notices.ts';
import type { Config } from '../../../config/load.ts';
import type { Names } from '../../../rows/names.ts';
import { entryPath } from '../../view/links.ts';
import type { Words } from '../../words/words.ts';

/** A step of the ladder at which nobody hears of a unit's alerts; `unit` null: of any unit's. */
export interface Unheard {
  readonly unit: string | null;
  readonly role: 'contact' | 'head' | 'supervisor';
}

/** Units that are watched and have no contact or no head, and whether the supervising office has nobody. */
export function unheardOf({ estate, alerts }: Pick<Config, 'estate' | 'alerts'>): Unheard[] {
  const watched = new Set(estate.sites.flatMap((site) => [site.unit, ...(site.columns ?? []).map(({ unit }) => unit)]));
  const ofUnits = estate.units
    .filter(({ id, to }) => watched.has(id) && to === undefined)
    .flatMap(({ id }) => (['contact', 'head'] as const).filter((role) => !reaches(role, id, alerts)).map((role) => ({ unit: id, role })));
  return reaches('supervisor', null, alerts) ? ofUnits : [{ unit: null, role: 'supervisor' }, ...ofUnits];
}

/** Of whom nobody hears, each with the way to put that right. */
export function UnheardView({ unheard, names, words }: { unheard: readonly Unheard[]; names: Names; words: Words }) {
  const { estate } = words;
  return (
    <section id="unheard">
      <h2>
        {estate.unheard}（{unheard.length}）
      </h2>
      <p class="hint">{estate.unheardHelp}</p>
      {unheard.length === 0 && <p class="empty">{words.none}</p>}
      <ul class="plain">
        {unheard.map(({ unit, role }) => (
          <li>
            {unit === null ? '' : names.unit(unit)} {estate.roles[role]}{' '}
            <a href={entryPath('contacts', null, { role, ...(unit === null ? {} : { unit }) })}>{estate.add}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
