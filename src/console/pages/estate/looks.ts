import type { LookedThrough } from '../../../../jobs/discovery/described.ts';
import type { Sentence } from '../../../model/sentence.ts';
import { toldOf } from '../../../model/told-error.ts';
import { setBounded } from '../../guard/bounded-map.ts';
import type { ConsoleServices } from '../../services.ts';

/** A site that somebody has looked through, while it goes on and after. */
export interface Look {
  readonly id: string;
  readonly url: string;
  readonly by: string;
  readonly allowPrivateNetworks: boolean;
  visited: number;
  found: number;
  /** Null as long as it goes on. */
  result: LookedThrough | null;
  /** Why nothing came of it, or null. */
  fault: Sentence | null;
}

/** Kept in memory: what was found is of use for the minutes until it is saved. */
const KEPT = 20;

/** Looks that were begun in this process, by id. */
export class Looks {
  readonly #all = new Map<string, Look>();
  readonly #services: ConsoleServices;

  constructor(services: ConsoleServices) {
    this.#services = services;
  }

  /** The look of an id, for whoever began it. */
  get(id: string, by: string): Look | null {
    const look = this.#all.get(id);
    return look?.by === by ? look : null;
  }

  /** Begins to look a site through; null where this process cannot. */
  begin(url: string, by: string, allowPrivateNetworks: boolean): Look | null {
    const { lookThrough, randomness } = this.#services;
    if (lookThrough === undefined) return null;
    const look: Look = { id: randomness.id(), url, by, allowPrivateNetworks, visited: 0, found: 0, result: null, fault: null };
    setBounded(this.#all, look.id, look, KEPT);
    const progress = (visited: number, found: number) => Object.assign(look, { visited, found });
    lookThrough(url, { allowPrivateNetworks, signal: new AbortController().signal, progress }).then(
      (result) => Object.assign(look, { result }),
      (error: unknown) => Object.assign(look, { fault: toldOf(error) }),
    );
    return look;
  }
}
