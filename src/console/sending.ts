import type { Receipt } from '../alerts/channels/channel.ts';
import { inBoth } from '../model/sentence.ts';
import { type ConsoleContext, visitorOf } from './context.ts';
import type { ConsoleServices } from './services.ts';

/** Gives a dead delivery one more try and notes it; false where it is not dead, or not there. */
export async function retryDelivery(c: ConsoleContext, services: ConsoleServices, delivery: string): Promise<boolean> {
  const revived = await services.store.outbox.revive(delivery, services.clock.now());
  if (revived) await services.note(c, 'retry-delivery', `delivery/${delivery}`, '');
  return revived;
}

/** Sends a test through a channel, by mail to an address, else the visitor's own, and notes what came of it; null where there is no such channel. */
export async function sendTest(c: ConsoleContext, services: ConsoleServices, channel: string, address?: string): Promise<Receipt | null> {
  const receipt = (await services.testChannel?.(channel, address || visitorOf(c).email)) ?? null;
  if (receipt) await services.note(c, 'test-channel', `channel/${channel}`, receipt.outcome === 'sent' ? 'sent' : inBoth(receipt.detail));
  return receipt;
}
