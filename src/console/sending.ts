import type { Receipt } from '../alerts/channels/channel.ts';
import { type ConsoleContext, visitorOf } from './context.ts';
import type { Desk } from './desk.ts';

/** Gives a dead delivery one more try and notes it; false where it is not dead, or not there. */
export async function retryDelivery(c: ConsoleContext, desk: Desk, delivery: string): Promise<boolean> {
  const revived = await desk.store.outbox.revive(delivery, desk.clock.now());
  if (revived) await desk.note(c, 'retry-delivery', `delivery/${delivery}`, '');
  return revived;
}

/** Sends a test through a channel, by mail to the visitor's own address, and notes what came of it; null where there is no such channel. */
export async function sendTest(c: ConsoleContext, desk: Desk, channel: string): Promise<Receipt | null> {
  const receipt = (await desk.testChannel?.(channel, visitorOf(c).email)) ?? null;
  if (receipt) await desk.note(c, 'test-channel', `channel/${channel}`, receipt.outcome === 'sent' ? 'sent' : receipt.detail);
  return receipt;
}
