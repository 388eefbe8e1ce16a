import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { variableField } from '../../config/fields.ts';
import type { Delivery } from '../../model/alerts.ts';
import { chatText } from '../render.ts';
import { failedAnswer, missingSecret, type Ports, type Receipt } from './channel.ts';

/** How a robot is written in `estate.yaml`. */
export const ROBOT_FIELDS = {
  /** Variable with the robot's whole webhook address: whoever knows it can write to the group. */
  urlFrom: variableField,
  /** Variable with the key that requests are signed with. */
  secretFrom: variableField.optional(),
  allowPrivateNetworks: z.boolean().default(false),
};

type RobotSettings = z.output<z.ZodObject<typeof ROBOT_FIELDS>>;

/** How one service's group robots differ from the others'. */
interface RobotService {
  /** Bytes that a request's body may have. */
  readonly maxBytes: number;
  /** Address and body of a request; `secret` null: the robot is not signed. */
  request(text: string, url: URL, secret: string | null, at: Date): { readonly url: string; readonly body: string };
  /** Whether the body of an answer says that the message was taken. */
  accepted(answer: Readonly<Record<string, unknown>>): boolean;
}

/** Sends a letter to a group robot; these services answer 200 to errors too, so only the body counts. */
export async function sendToRobot(
  delivery: Delivery,
  settings: RobotSettings,
  ports: Ports,
  at: Date,
  service: RobotService,
): Promise<Receipt> {
  const address = ports.secret(settings.urlFrom);
  if (address === null) return missingSecret(settings.urlFrom);
  const secret = settings.secretFrom === undefined ? null : ports.secret(settings.secretFrom);
  if (settings.secretFrom !== undefined && secret === null) return missingSecret(settings.secretFrom);
  if (!URL.canParse(address)) {
    return { outcome: 'failed', detail: { zh: `环境变量 ${settings.urlFrom} 不是网址`, en: `${settings.urlFrom} holds no address` } };
  }
  const requestOf = (text: string) => service.request(text, new URL(address), secret, at);
  const text = chatText(delivery, ports.consoleUrl, (candidate) => Buffer.byteLength(requestOf(candidate).body) <= service.maxBytes);
  const posted = await ports.post({
    ...requestOf(text),
    headers: { 'content-type': 'application/json; charset=utf-8' },
    allowPrivateNetworks: settings.allowPrivateNetworks,
  });
  const answer = parsed(posted.text);
  return !posted.redirected && answer !== null && service.accepted(answer) ? { outcome: 'sent' } : failedAnswer(posted);
}

/** HMAC-SHA256 in base64. */
export function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('base64');
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
