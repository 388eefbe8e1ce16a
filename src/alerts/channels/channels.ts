import type { ChannelSettings } from '../../config/alerts-file.ts';
import type { Delivery } from '../../model/alerts.ts';
import type { ChannelKind, Ports, Receipt } from './channel.ts';
import { dingtalk } from './dingtalk.ts';
import { email } from './email.ts';
import { feishu } from './feishu.ts';
import { webhook } from './webhook.ts';
import { wecom } from './wecom.ts';

/** Every kind of channel; a new one is one file beside these, one line here, and its form in src/config/alerts-file.ts. */
const kinds: { readonly [Type in ChannelSettings['type']]: ChannelKind<Type> } = { email, wecom, dingtalk, feishu, webhook };

/** Sends a delivery by a channel. */
export function sendBy<Type extends ChannelSettings['type']>(
  settings: Extract<ChannelSettings, { type: Type }>,
  delivery: Delivery,
  ports: Ports,
  at: Date,
): Promise<Receipt> {
  return kinds[settings.type as Type].send(delivery, settings, ports, at);
}

/** Messages a minute that a channel takes. */
export function perMinuteOf({ type, perMinute }: ChannelSettings): number {
  return perMinute ?? kinds[type].perMinute;
}
