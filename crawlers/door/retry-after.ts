/** Longest that a host may make us wait by Retry-After, in milliseconds. */
export const MAX_RETRY_AFTER = 60_000;

/**
 * Milliseconds that a Retry-After header asks to wait, or null where it says nothing of use (RFC 9110, 10.2.3: seconds or a date).
 * @param now the instant to count a date from
 */
export function retryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
