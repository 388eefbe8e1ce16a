import { z } from 'zod';
import type { Clock } from '../model/clock.ts';
import { type Day, dayIn, isDay } from '../model/day.ts';
import { APPROVED, type EnteredApproval, type Estate } from '../model/estate.ts';
import type { Randomness } from '../model/randomness.ts';
import { ToldError } from '../model/told-error.ts';
import type { Store } from '../store/store.ts';

const LONGEST_SOURCE = 500;

/** What a person says of an approval, on the command line, in a form or by the API alike. */
export const APPROVAL = z.object({
  what: z.enum(APPROVED),
  /** The year that the budget or the accounts are of. */
  year: z.coerce.number().int().min(2000).max(2200),
  on: z.string().refine(isDay),
  /** Where that is written. */
  source: z.string().trim().max(LONGEST_SOURCE).optional(),
  /** Ids of the units whose clock it begins; none: the city's government and its departments. */
  units: z.preprocess((given) => (given === undefined || given === '' ? [] : [given].flat()), z.array(z.string().max(100))),
});

export interface ApprovalOffice {
  readonly store: Pick<Store, 'approvals'>;
  readonly config: { readonly estate: Pick<Estate, 'units' | 'timezone'> };
  readonly clock: Pick<Clock, 'now'>;
  readonly randomness: Pick<Randomness, 'id'>;
}

/**
 * Writes down the day of an approval: from it on clocks run. One that was entered wrongly is withdrawn and entered anew.
 * @throws {ToldError} where a unit is not known or the day is yet to come
 */
export async function enterApproval(
  { store, config: { estate }, clock, randomness }: ApprovalOffice,
  { what, year, on, source, units }: z.output<typeof APPROVAL>,
  by: string,
): Promise<EnteredApproval> {
  const unknown = units.filter((unit) => !estate.units.some(({ id }) => id === unit));
  if (unknown.length > 0) throw refused(`没有这些单位：${unknown.join('、')}。`, `There are no units ${unknown.join(', ')}.`);
  if (on > dayIn(estate.timezone, clock.now()))
    throw refused(`${on} 还没有到，批准之后再录入。`, `${on} is yet to come; enter it when it was approved.`);
  const given = { what, year, on, source: source || null, units: units.length === 0 ? null : units };
  const approval: EnteredApproval = { id: randomness.id(), ...given, by, at: clock.now() };
  await store.approvals.add(approval);
  return approval;
}

function refused(zh: string, en: string): ToldError {
  return new ToldError({ zh, en }, { code: 'approval', side: 'configuration' });
}

/** A resolution, which a congress passes on nothing that it did not approve, or news that it approved. */
const APPROVING =
  /关于.{0,60}(?:预算|决算).{0,30}的?决议|批准.{0,60}决议|(?:人大|人代会|人民代表大会|常委会).{0,30}(?:批准|表决通过).{0,60}(?:预算|决算)/u;

/** What a title says was approved, or null: 广水市人民代表大会关于批准2018年预算的决议. The day is that of its publication, for a person to look at. */
export function approvalIn(title: string): { readonly what: EnteredApproval['what']; readonly year: number } | null {
  const text = title.replace(/\s+/gu, '');
  if (!APPROVING.test(text)) return null;
  const what = /预算调整|调整.{0,6}预算/u.test(text)
    ? 'adjustment'
    : /决算/u.test(text)
      ? 'accounts'
      : /预算/u.test(text)
        ? 'budget'
        : null;
  const years = [...text.matchAll(/(20\d{2})年/gu)].map(([, year]) => Number(year));
  // 关于2018年预算执行情况和2019年预算草案: what is approved is the budget of the later year, and the accounts of the one that is over.
  return what === null || years.length === 0 ? null : { what, year: Math.max(...years) };
}

/** An item that may tell of an approval. */
export interface ProposedApproval {
  readonly what: EnteredApproval['what'];
  readonly year: number;
  readonly on: Day;
  readonly title: string;
  readonly url: string;
}

const MOST = 50;

/** What the sites' own news may tell of approvals, newest first: proposals, of which a person decides. */
export async function proposedApprovals({ search }: Pick<Store, 'search'>): Promise<ProposedApproval[]> {
  const found = await Promise.all(['算 决议', '算 批准', '算 表决通过'].map((words) => search.items({ search: words }, null, MOST)));
  const newest = [...new Map(found.flat().map((item) => [item.key, item])).values()].toSorted((one, other) =>
    (other.publishedOn ?? '').localeCompare(one.publishedOn ?? ''),
  );
  return newest.flatMap(({ title, url, publishedOn: on }) => {
    const told = approvalIn(title);
    return told === null || on === null ? [] : [{ ...told, on, title, url }];
  });
}
