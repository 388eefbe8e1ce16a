import { z } from 'zod';
import { idField } from '../../config/fields.ts';
import { expects, keys } from '../../config/shape.ts';
import type { Delivery } from '../../model/alerts.ts';
import type { Channel, Ports, Receipt } from './channel.ts';
import { dingtalk } from './dingtalk.ts';
import { email } from './email.ts';
import { feishu } from './feishu.ts';
import { webhook } from './webhook.ts';
import { wecom } from './wecom.ts';

/** Every kind of channel; a new one is one file beside these and one line here. */
export const CHANNELS = [email, wecom, dingtalk, feishu, webhook] as const;

/** What is written of every channel in `estate.yaml`. */
const COMMON = {
  id: idField,
  /** Messages a minute, over all processes; left out: what the service allows. */
  perMinute: z.int().min(1).max(1000).optional(),
};

type SchemaOf<Kind> =
  Kind extends Channel<infer Type, infer Fields>
    ? z.ZodObject<{ type: z.ZodLiteral<Type> } & typeof COMMON & Fields, z.core.$strict>
    : never;

type SchemasOf<Kinds extends readonly unknown[]> = { readonly [Place in keyof Kinds]: SchemaOf<Kinds[Place]> };

const schemas = CHANNELS.map(({ type, fields }) => keys({ type: z.literal(type), ...COMMON, ...fields })) as unknown as SchemasOf<
  typeof CHANNELS
>;

/** A way to reach people (渠道) as `estate.yaml` holds it. */
export const channelSchema = z.discriminatedUnion('type', schemas, {
  error: expects(
    {
      zh: `type 是 ${CHANNELS.map(({ type, name }) => `${type}（${name.zh}）`).join('、')} 之一`,
      en: `type is one of ${CHANNELS.map(({ type }) => type).join(', ')}`,
    },
    { zh: '改 type', en: 'change type' },
  ),
});
export type ChannelSettings = z.output<typeof channelSchema>;

/** The kind of a channel. */
export function channelKind({ type }: ChannelSettings): (typeof CHANNELS)[number] {
  return CHANNELS.find((kind) => kind.type === type)!;
}

/** Sends a delivery by a channel. */
export function sendBy(settings: ChannelSettings, delivery: Delivery, ports: Ports, at: Date): Promise<Receipt> {
  return channelKind(settings).send(delivery, settings as never, ports, at);
}

/** Messages a minute that a channel takes. */
export function perMinuteOf(settings: ChannelSettings): number {
  return settings.perMinute ?? channelKind(settings).perMinute;
}
