import { z } from 'zod';
import { type Merger, type NewUnit, type Split, withMerger, withSplit } from '../../config/reorganise.ts';
import { dayIn, isDay } from '../../model/day.ts';
import { UNIT_KINDS, type Unit } from '../../model/estate.ts';
import type { ConsoleContext } from '../context.ts';
import type { ConsoleServices } from '../services.ts';
import { type Changed, changeEstate } from './change.ts';
import { idFor } from './entry-kind.ts';

const day = z.string().refine(isDay);
const why = z.string().trim().max(500).default('');

/** A merger as forms and programs write it: into a unit that is there (`into`), or into a new one of a name and kind. */
export const MERGER = z.object({
  units: z.array(z.string()).min(1).max(100),
  into: z.string().default(''),
  name: z.string().trim().max(200).default(''),
  kind: z.enum(UNIT_KINDS).default('department'),
  on: day,
  why,
});

export const SPLIT = z.object({
  unit: z.string(),
  name: z.string().trim().min(1).max(200),
  kind: z.enum(UNIT_KINDS).default('department'),
  on: day,
  columns: z.array(z.string()).max(5000).default([]),
  sites: z.array(z.string()).max(1000).default([]),
  accounts: z.array(z.string()).max(1000).default([]),
  why,
});

/** Merges units in one act, as one revision in the visitor's name. */
export async function mergeUnits(c: ConsoleContext, services: ConsoleServices, asked: z.output<typeof MERGER>): Promise<Changed> {
  const { estate: words } = c.var.words;
  const { units } = services.config.estate;
  const { into, name, kind, on } = asked;
  const founded = into === '' ? newUnit(units, name, kind) : null;
  const gone = asked.units.filter((id) => id !== into);
  if (founded === null && !units.some(({ id }) => id === into)) return { problems: [words.intoWhom] };
  if (founded !== null && name === '') return { problems: [words.intoWhom] };
  const named = gone.map((id) => units.find((unit) => unit.id === id));
  if (gone.length === 0 || named.some((unit) => unit === undefined)) return { problems: [words.whichUnits] };
  const fault = dayFault(services, c, on, named as Unit[]);
  if (fault !== null) return { problems: [fault] };
  const merger: Merger = { units: gone, into: founded?.id ?? into, on };
  const what = words.merged(named.map((unit) => unit!.name).join('、'), founded?.name ?? units.find(({ id }) => id === into)!.name, on);
  return changeEstate(c, services, { edit: (text) => withMerger(text, merger, founded), why: asked.why, what });
}

/** Makes a part of a unit a unit of its own in one act. */
export async function splitUnit(c: ConsoleContext, services: ConsoleServices, asked: z.output<typeof SPLIT>): Promise<Changed> {
  const { estate: words } = c.var.words;
  const { units } = services.config.estate;
  const { name, kind, on, columns, sites, accounts } = asked;
  const unit = units.find(({ id }) => id === asked.unit);
  if (unit === undefined) return { problems: [words.whichUnits] };
  if (columns.length + sites.length + accounts.length === 0) return { problems: [words.splitNothing] };
  const fault = dayFault(services, c, on, [unit]);
  if (fault !== null) return { problems: [fault] };
  const founded = newUnit(units, name, kind);
  const split: Split = { unit: unit.id, into: founded.id, on, columns, sites, accounts };
  return changeEstate(c, services, {
    edit: (text) => withSplit(text, split, founded),
    why: asked.why,
    what: words.splitOff(unit.name, name, on),
  });
}

const newUnit = (units: readonly Unit[], name: string, kind: string): NewUnit => ({
  id: idFor(name, new Set(units.map(({ id }) => id))),
  name,
  kind,
});

/** What holds from now on cannot hold from a day that is not here yet, nor from before a unit was. */
function dayFault({ config, clock }: ConsoleServices, c: ConsoleContext, on: string, units: readonly Unit[]): string | null {
  const { estate: words } = c.var.words;
  if (on > dayIn(config.estate.timezone, clock.now())) return words.notYet;
  return units.some(({ from, to }) => (from !== undefined && on <= from) || (to !== undefined && to < on)) ? words.notThereThen : null;
}
