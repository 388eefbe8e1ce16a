/** Length of the shingles of characters that a text is hashed by. */
const SHINGLE = 4;

/** Texts with fewer characters say too little to be told apart. */
const SHORTEST = 60;

/** Longest stretch of a text that is hashed. */
const LONGEST = 20_000;

/** Bands a hash is cut into; two hashes that differ in at most `BANDS - 1` bits share at least one. */
const BANDS = 4;
const BITS_PER_BAND = 16;

/**
 * Similarity hash of a body text (Charikar's simhash, 64 bits, as 16 hex digits): texts that are nearly the same have hashes
 * that differ in few bits. null for a text too short to say anything. White space does not count.
 */
export function simhash(text: string): string | null {
  const letters = text.slice(0, LONGEST).replace(/\s+/g, '');
  if (letters.length < SHORTEST) return null;
  const balance = new Int32Array(64);
  for (let at = 0; at + SHINGLE <= letters.length; at += 1) {
    const [low, high] = hashShingle(letters, at);
    for (let bit = 0; bit < 32; bit += 1) {
      balance[bit] = (balance[bit] as number) + ((low >>> bit) & 1 ? 1 : -1);
      balance[bit + 32] = (balance[bit + 32] as number) + ((high >>> bit) & 1 ? 1 : -1);
    }
  }
  let hex = '';
  for (let nibble = 15; nibble >= 0; nibble -= 1) {
    let value = 0;
    for (let bit = 0; bit < 4; bit += 1) if ((balance[nibble * 4 + bit] as number) > 0) value |= 1 << bit;
    hex += value.toString(16);
  }
  return hex;
}

/** In how many of their 64 bits two hashes differ. */
export function hammingDistance(one: string, other: string): number {
  let distance = 0;
  for (let at = 0; at < 16; at += 1) {
    let different = Number.parseInt(one[at] as string, 16) ^ Number.parseInt(other[at] as string, 16);
    for (; different > 0; different &= different - 1) distance += 1;
  }
  return distance;
}

/** Finds near duplicates among very many hashes without comparing each with each. */
export interface DuplicateIndex<Key> {
  add(hash: string, key: Key): void;
  /** Keys whose hashes differ in at most three bits, in the order in which they were added. */
  near(hash: string): Key[];
}

/** An empty index. Hashes that differ in at most three bits agree in one band of 16 at least, and only those are compared. */
export function createDuplicateIndex<Key>(): DuplicateIndex<Key> {
  const bands = Array.from({ length: BANDS }, () => new Map<string, number[]>());
  const entries: { hash: string; key: Key }[] = [];
  const bandOf = (hash: string, band: number) => hash.slice((band * BITS_PER_BAND) / 4, ((band + 1) * BITS_PER_BAND) / 4);
  return {
    add(hash, key) {
      bands.forEach((band, at) => {
        const bucket = band.get(bandOf(hash, at));
        if (bucket) bucket.push(entries.length);
        else band.set(bandOf(hash, at), [entries.length]);
      });
      entries.push({ hash, key });
    },
    near(hash) {
      const candidates = new Set(bands.flatMap((band, at) => band.get(bandOf(hash, at)) ?? []));
      return [...candidates]
        .sort((a, b) => a - b)
        .flatMap((at) => {
          const entry = entries[at];
          return entry && hammingDistance(entry.hash, hash) < BANDS ? [entry.key] : [];
        });
    },
  };
}

/** Two 32-bit hashes of a shingle (FNV-1a with two offsets, mixed as in MurmurHash3). */
function hashShingle(letters: string, at: number): [number, number] {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = at; i < at + SHINGLE; i += 1) {
    const code = letters.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
  }
  return [mix(low), mix(high)];
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
