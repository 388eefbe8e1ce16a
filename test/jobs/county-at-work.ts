import { type County, type CountyOptions, openCounty } from './county.ts';
import { type Hands, openHands, scratchEstate } from './hands.ts';

/** A county with one process that watches it over an embedded store and queue. */
export interface CountyAtWork {
  readonly county: County;
  readonly hands: Hands;
  close(): Promise<void>;
}

export async function openCountyAtWork(options: CountyOptions, handed?: Parameters<typeof openHands>[1]): Promise<CountyAtWork> {
  const county = await openCounty(options);
  const scratch = scratchEstate(county.estate);
  const hands = await openHands(scratch, handed);
  return {
    county,
    hands,
    async close() {
      await hands.close();
      await county.close();
      scratch.remove();
    },
  };
}
