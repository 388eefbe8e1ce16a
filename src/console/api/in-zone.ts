import { formatInstant } from '../../model/day.ts';

/** A copy for programs in which every instant is ISO 8601 text in the estate's zone. */
export function inZone(value: unknown, zone: string): unknown {
  if (value instanceof Date) return formatInstant(zone, value);
  if (Array.isArray(value)) return value.map((one) => inZone(one, zone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inZone(one, zone)]));
}
