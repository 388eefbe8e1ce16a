import type { MediaAccount } from '../../model/media.ts';
import { type ConsoleContext, ownUnit, visitorOf } from '../context.ts';
import type { ConsoleServices } from '../services.ts';

/** The account of the address; null where there is none, or it is another unit's. */
export function visibleAccount(c: ConsoleContext, { config }: ConsoleServices): MediaAccount | null {
  const unit = ownUnit(visitorOf(c));
  const account = config.estate.accounts.find(({ id }) => id === c.req.param('account'));
  return account && (unit === null || account.unit === unit) ? account : null;
}
