import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** SHA-256 in hexadecimal: how tokens are kept. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A keyed hash that only this console can make. */
export function sealOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** Compares without telling by its time how much is right. */
export function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(wanted)));
}
