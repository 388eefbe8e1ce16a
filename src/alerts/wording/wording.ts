import type { AlertWording } from './alert-wording.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const wordings = { zh, en } satisfies Record<string, AlertWording>;
