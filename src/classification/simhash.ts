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
  const counts = new Uint16Array(8 * 256);
  const shingles = letters.length - SHINGLE + 1;
  for (let at = 0; at < shingles; at += 1) countBytes(counts, letters, at);
  let hex = '';
  for (let byte = 7; byte >= 0; byte -= 1) hex += majority(counts.subarray(byte * 256, byte * 256 + 256), shingles);
  return hex;
}

/** The two hex digits of one byte of the hash: its bits that are set in more than half of the shingles' bytes, whose values are counted. */
function majority(counts: Uint16Array, shingles: number): string {
  const set = new Uint32Array(8);
  for (let value = 1; value < 256; value += 1) {
    const count = counts[value] as number;
    for (let bit = 0; bit < 8; bit += 1) if ((value >>> bit) & 1) set[bit] = (set[bit] as number) + count;
  }
  const byte = set.reduce((sum, times, bit) => (times * 2 > shingles ? sum | (1 << bit) : sum), 0);
  return byte.toString(16).padStart(2, '0');
}

/** In how many of their 64 bits two hashes differ. */
export function hammingDistance(one: string, other: string): number {
  return differing(halvesOf(one), halvesOf(other));
}

/** A hash as two numbers of 32 bits: texts are too slow to be compared by the thousand. */
type Halves = readonly [number, number];

function halvesOf(hash: string): Halves {
  return [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)];
}

function differing(one: Halves, other: Halves): number {
  return bitsSet(one[0] ^ other[0]) + bitsSet(one[1] ^ other[1]);
}

/** Counts the bits of a 32-bit number, all in parallel. */
function bitsSet(number: number): number {
  let sums = number - ((number >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
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
  const entries: { halves: Halves; key: Key }[] = [];
  const bandOf = (hash: string, band: number) => hash.slice((band * BITS_PER_BAND) / 4, ((band + 1) * BITS_PER_BAND) / 4);
  return {
    add(hash, key) {
      bands.forEach((band, at) => {
        const bucket = band.get(bandOf(hash, at));
        if (bucket) bucket.push(entries.length);
        else band.set(bandOf(hash, at), [entries.length]);
      });
      entries.push({ halves: halvesOf(hash), key });
    },
    near(hash) {
      const halves = halvesOf(hash);
      const candidates = new Set(bands.flatMap((band, at) => band.get(bandOf(hash, at)) ?? []));
      return [...candidates]
        .filter((at) => differing((entries[at] as { halves: Halves }).halves, halves) < BANDS)
        .sort((a, b) => a - b)
        .map((at) => (entries[at] as { key: Key }).key);
    },
  };
}

/**
 * Counts the values of the eight bytes of a shingle's hash: two 32-bit hashes (FNV-1a with two offsets, mixed as in MurmurHash3).
 * Counting bytes costs an eighth of counting bits.
 */
function countBytes(counts: Uint16Array, letters: string, at: number): void {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = at; i < at + SHINGLE; i += 1) {
    const code = letters.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
  }
  low = mix(low);
  high = mix(high);
  for (let byte = 0; byte < 4; byte += 1) {
    const one = byte * 256 + ((low >>> (byte * 8)) & 255);
    const other = (byte + 4) * 256 + ((high >>> (byte * 8)) & 255);
    counts[one] = (counts[one] as number) + 1;
    counts[other] = (counts[other] as number) + 1;
  }
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
