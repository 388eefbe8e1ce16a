import type { z } from 'zod';
import type { Delivery } from '../../model/alerts.ts';
import { quoted, type Sentence } from '../../model/sentence.ts';

/** What came of sending: `failed` is tried again, `refused` never. */
export type Receipt = { readonly outcome: 'sent' } | { readonly outcome: 'failed' | 'refused'; readonly detail: Sentence };

/** What a channel is handed to work with. */
export interface Ports {
  /** Sends a request through the door and never rejects. */
  post(request: PostRequest): Promise<Posted>;
  /** The value of an environment variable, or null where it is not set. */
  secret(name: string): string | null;
  /** Origin of the console, or null. */
  readonly consoleUrl: string | null;
}

export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowPrivateNetworks: boolean;
}

export interface Posted {
  /** Null where no answer came. */
  readonly status: number | null;
  readonly text: string;
  /** Whether the answer is another address's than the one that was asked. */
  readonly redirected: boolean;
  /** What went wrong, or null. */
  readonly detail: Sentence | null;
}

/** The form of every channel in `estate.yaml`, whatever its type. */
interface Common {
  readonly id: string;
  /** Messages a minute, over all processes; left out: what the service allows. */
  readonly perMinute?: number | undefined;
}

/** A way to reach people, all of it: what it is called, how it is written in `estate.yaml`, how it sends. */
export interface Channel<Type extends string, Fields extends z.ZodRawShape> {
  /** What `type` says in `estate.yaml`. */
  readonly type: Type;
  readonly name: Sentence;
  /** Its own keys in `estate.yaml`. */
  readonly fields: Fields;
  /** Messages a minute where the settings name no other number. */
  readonly perMinute: number;
  /** Sending the same delivery again must be recognisable to the receiver: its id goes along. */
  send(delivery: Delivery, settings: z.output<z.ZodObject<Fields>> & Common, ports: Ports, at: Date): Promise<Receipt>;
}

/** A channel with its types worked out. */
export function channel<const Type extends string, Fields extends z.ZodRawShape>(given: Channel<Type, Fields>): Channel<Type, Fields> {
  return given;
}

/** A variable that is not set can still be set: the delivery waits. */
export function missingSecret(variable: string): Receipt {
  return { outcome: 'failed', detail: { zh: `环境变量 ${variable} 没有设置`, en: `the environment variable ${variable} is not set` } };
}

/** What is said of an answer that is no success: an excerpt of it. */
export function failedAnswer({ status, text, detail }: Posted): Receipt {
  const excerpt = text.replace(/\s+/g, ' ').slice(0, 200);
  return { outcome: 'failed', detail: detail ?? quoted(`HTTP ${status ?? '—'} ${excerpt}`.trim()) };
}
