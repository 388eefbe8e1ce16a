import type { Receipt } from '../../src/alerts/channels/channel.ts';
import { sendBy } from '../../src/alerts/channels/channels.ts';
import { newDelivery } from '../../src/alerts/letter.ts';
import { wordings } from '../../src/alerts/wording/wording.ts';
import type { Workshop } from '../workshop.ts';
import { portsOf } from './ports.ts';

/**
 * Sends a test message through a channel now and says what came of it; null where no channel has that id. A mail goes to `address`,
 * a robot's message to its own group. It is no delivery: nothing of it is kept or tried again.
 */
export async function testChannel(
  { config, door, clock, randomness }: Pick<Workshop, 'config' | 'door' | 'clock' | 'randomness'>,
  channel: string,
  address: string | null,
): Promise<Receipt | null> {
  const { channels, consoleUrl = null, language } = config.alerts;
  const settings = channels.find(({ id }) => id === channel);
  if (settings === undefined) return null;
  const now = clock.now();
  const words = wordings[language];
  const letter = {
    language,
    ...words.testLetter({ estate: config.estate.name, channel }),
    sections: [],
    closing: words.letterClosing({ estate: config.estate.name, desk: consoleUrl }),
  };
  const to = { channel, address: settings.type === 'email' ? address : null, role: 'operators', unit: null } as const;
  const delivery = newDelivery({ id: randomness.id(), ...to, letter }, now);
  return sendBy(settings, delivery, portsOf(door, consoleUrl, process.env), now);
}
