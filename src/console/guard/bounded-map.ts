/** A bounded map: puts a key at its end, and where it holds more than `most` the one put there longest ago gives way. */
export function setBounded<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value as string);
}
