import type { Child } from 'hono/jsx';
import { clickPath } from '../../../model/click-path.ts';
import { dayIn } from '../../../model/day.ts';
import { UNIT_KINDS } from '../../../model/estate.ts';
import type { ConsoleContext } from '../../context.ts';
import { MERGER, mergeUnits, SPLIT, splitUnit } from '../../estate/reorganise.ts';
import { WORK } from '../../permissions.ts';
import type { Register } from '../../register.ts';
import type { ConsoleServices } from '../../services.ts';
import { FormToken, page } from '../../view/layout.tsx';
import { entriesPath } from '../../view/links.ts';
import { tellProblem } from '../../view/problem.tsx';

/** Units merge and split (机构撤并、分设), each in one act that can be undone; days before are judged as they were. */
export const registerReorganise: Register = (app, services) => {
  app.read('/estate/units/merge', WORK, (c) => mergeForm(c, services, []));
  app.read('/estate/units/split', WORK, (c) => {
    const unit = services.config.estate.units.find(({ id }) => id === c.req.query('unit'));
    return unit === undefined ? tellProblem(c, 404, c.var.words.error.notFound) : splitForm(c, services, unit.id, []);
  });

  app.write('/estate/units/merge', WORK, async (c) => {
    const form = MERGER.safeParse(await given(c, ['units']));
    if (!form.success) return mergeForm(c, services, [c.var.words.estate.whichUnits]);
    const done = await mergeUnits(c, services, form.data);
    return 'problems' in done ? mergeForm(c, services, done.problems) : c.redirect(`${entriesPath('units')}?saved=${done.revision}`);
  });
  app.write('/estate/units/split', WORK, async (c) => {
    const fields = await given(c, ['columns', 'sites', 'accounts']);
    const form = SPLIT.safeParse(fields);
    const { unit } = fields;
    if (!services.config.estate.units.some(({ id }) => id === unit)) return tellProblem(c, 404, c.var.words.error.notFound);
    if (!form.success) return splitForm(c, services, String(unit), [c.var.words.error.invalid]);
    const done = await splitUnit(c, services, form.data);
    return 'problems' in done
      ? splitForm(c, services, form.data.unit, done.problems)
      : c.redirect(`${entriesPath('units')}?saved=${done.revision}`);
  });
};

/** A form's fields; those of `lists` are lists however many came. */
async function given(c: ConsoleContext, lists: readonly string[]): Promise<Record<string, unknown>> {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}));
  return { ...body, ...Object.fromEntries(lists.map((name) => [name, [(body as Record<string, unknown>)[name] ?? []].flat()])) };
}

function mergeForm(c: ConsoleContext, services: ConsoleServices, problems: readonly string[]) {
  const { words } = c.var;
  const { units } = services.config.estate;
  const there = units.filter(({ to, mergedInto }) => to === undefined && mergedInto === undefined);
  return form(c, services, { title: words.estate.merge, lead: words.estate.mergeLead, action: '/estate/units/merge', problems }, [
    <Ticks name="units" label={words.estate.goneUnits} of={there.map(({ id, name }) => [id, name])} />,
    <label>
      <span>{words.estate.mergedInto}</span>
      <select name="into">
        <option value="">{words.newSite.newUnit}</option>
        {there.map(({ id, name }) => (
          <option value={id}>{name}</option>
        ))}
      </select>
    </label>,
    <NewUnitFields c={c} required={false} />,
  ]);
}

function splitForm(c: ConsoleContext, services: ConsoleServices, unit: string, problems: readonly string[]) {
  const { words } = c.var;
  const { units, sites, accounts } = services.config.estate;
  const name = units.find(({ id }) => id === unit)?.name ?? unit;
  const columns = sites.flatMap((site) =>
    (site.columns ?? [])
      .filter((column) => column.unit === unit)
      .map((column) => [`${site.id}/${column.id}`, `${clickPath(column)} · ${site.name}`] as const),
  );
  return form(
    c,
    services,
    { title: `${words.estate.split}${words.colon}${name}`, lead: words.estate.splitLead, action: '/estate/units/split', problems },
    [
      <input type="hidden" name="unit" value={unit} />,
      <NewUnitFields c={c} required />,
      <Ticks name="columns" label={words.estate.goingColumns} of={columns} />,
      <Ticks
        name="sites"
        label={words.estate.goingSites}
        of={sites.filter((site) => site.unit === unit).map((site) => [site.id, site.name])}
      />,
      <Ticks
        name="accounts"
        label={words.nav.media}
        of={accounts.filter((account) => account.unit === unit).map((one) => [one.id, one.name])}
      />,
    ],
  );
}

interface Asked {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly problems: readonly string[];
}

function form(c: ConsoleContext, services: ConsoleServices, { title, lead, action, problems }: Asked, fields: readonly Child[]) {
  const { words } = c.var;
  if (problems.length > 0) c.status(400);
  const today = dayIn(services.config.estate.timezone, services.clock.now());
  return page(
    c,
    { title, section: 'estate', lead, narrow: true },
    <>
      {problems.map((problem) => (
        <p class="problem" role="alert">
          {problem}
        </p>
      ))}
      <form class="card" method="post" action={action}>
        <FormToken c={c} />
        {fields}
        <label>
          <span>{words.estate.onDay}</span>
          <input type="date" name="on" value={today} max={today} required />
        </label>
        <label>
          <span>{words.head.why}</span>
          <input name="why" maxlength={500} placeholder={words.estate.whyMoved} />
        </label>
        <p>
          <button type="submit">{words.estate.save}</button> <a href={entriesPath('units')}>{words.estate.kinds.units}</a>
        </p>
      </form>
    </>,
  );
}

function NewUnitFields({ c, required }: { c: ConsoleContext; required: boolean }) {
  const { words } = c.var;
  return (
    <>
      <label>
        <span>{words.newSite.unitName}</span>
        <input name="name" maxlength={200} required={required} />
      </label>
      <label>
        <span>{words.head.kind}</span>
        <select name="kind">
          {UNIT_KINDS.map((kind) => (
            <option value={kind} selected={kind === 'department'}>
              {words.kind[kind]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function Ticks({ name, label, of }: { name: string; label: string; of: readonly (readonly [value: string, label: string])[] }) {
  if (of.length === 0) return null;
  return (
    <fieldset>
      <legend>{label}</legend>
      {of.map(([value, told]) => (
        <label>
          <input type="checkbox" name={name} value={value} /> {told}
        </label>
      ))}
    </fieldset>
  );
}
