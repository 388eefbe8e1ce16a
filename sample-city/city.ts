import type { Day } from '../src/model/day.ts';
import { type CityItem, makeItems } from './items.ts';
import type { ColumnPlan } from './plan/column-plan.ts';
import { planSites, type SitePlan } from './plan/sites.ts';

/** Something new that is put into a column. */
export interface NewItem {
  readonly title: string;
  /** The day it shows; left out: the city's present day. */
  readonly day?: Day;
  readonly paragraphs?: readonly string[];
}

/**
 * All that the city has published and the day it lives on. Pages are drawn from it when they are asked for;
 * items that appear later than the city's day cannot be seen yet.
 */
export class City {
  readonly sites: readonly SitePlan[];
  /** Counts the changes, so that pages drawn before one can be told from pages drawn after it. */
  changes = 0;
  #day: Day;
  readonly #items: CityItem[];
  readonly #byColumn = new Map<string, CityItem[]>();
  readonly #shown = new Map<string, { readonly changes: number; readonly items: readonly CityItem[] }>();

  constructor({ seed, faults, today }: { readonly seed: number; readonly faults: boolean; readonly today: Day }) {
    this.#day = today;
    this.sites = planSites(faults);
    this.#items = makeItems(this.columns, seed);
    for (const item of this.#items) {
      const siblings = this.#byColumn.get(item.column.id) ?? [];
      siblings.push(item);
      this.#byColumn.set(item.column.id, siblings);
    }
    for (const column of this.columns) this.#alsoList(column);
  }

  get today(): Day {
    return this.#day;
  }

  get columns(): readonly ColumnPlan[] {
    return this.sites.flatMap((site) => site.columns);
  }

  column(id: string): ColumnPlan {
    const found = this.columns.find((column) => column.id === id);
    if (!found) throw new RangeError(`the sample city has no column ${id}`);
    return found;
  }

  /** Lets time pass: what appears up to that day can be seen. */
  advanceTo(day: Day): void {
    if (day < this.#day) throw new RangeError(`the city lives on ${this.#day} and cannot go back to ${day}`);
    this.#day = day;
    this.changes++;
  }

  /** Publishes an item in a column today. */
  publish(columnId: string, { title, day = this.#day, paragraphs = [title] }: NewItem): CityItem {
    const column = this.column(columnId);
    const told = { title, paragraphs, table: null, document: null, attachments: [] };
    const id = this.#items.at(-1)!.id + 3;
    const item: CityItem = { id, column, day, time: '16:30', appears: this.#day, title, pinned: false, tell: () => told };
    this.#items.push(item);
    this.#byColumn.set(column.id, [...(this.#byColumn.get(column.id) ?? []), item]);
    this.changes++;
    return item;
  }

  /** The item with that id, if it can be seen. */
  item(id: number): CityItem | null {
    let low = 0;
    let high = this.#items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#items[middle]!.id < id) low = middle + 1;
      else high = middle;
    }
    const found = this.#items[low];
    return found?.id === id && found.appears <= this.#day ? found : null;
  }

  /** What a column's list shows, in its order: pinned items first, then the newest. */
  listed(column: ColumnPlan): readonly CityItem[] {
    const known = this.#shown.get(column.id);
    if (known?.changes === this.changes) return known.items;
    const items = (this.#byColumn.get(column.id) ?? []).filter((item) => item.appears <= this.#day);
    const isPinned = (item: CityItem) => item.pinned && item.column === column;
    const place = (item: CityItem) => `${isPinned(item) ? 1 : 0}${item.day}${item.time}${item.id}`;
    items.sort((one, other) => (place(one) < place(other) ? 1 : -1));
    this.#shown.set(column.id, { changes: this.changes, items });
    return items;
  }

  /** Puts items of another column into one that lists them as well, evenly over the year and the newest among them. */
  #alsoList({ id, alsoLists }: ColumnPlan): void {
    if (!alsoLists) return;
    const source = (this.#byColumn.get(alsoLists.column) ?? []).filter((item) => item.day.startsWith('2018'));
    const taken = Array.from(
      { length: alsoLists.items },
      (_, index) => source[Math.floor(((index + 1) * source.length) / alsoLists.items) - 1]!,
    );
    this.#byColumn.set(id, [...(this.#byColumn.get(id) ?? []), ...taken]);
  }
}
