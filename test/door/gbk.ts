/** The bytes of every character of GBK, taken from the decoder that is built into Node. */
const BYTES = new Map<string, readonly [number, number]>();

const decoder = new TextDecoder('gbk');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail === 0x7f) continue;
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== '\ufffd' && !BYTES.has(text)) BYTES.set(text, [lead, trail]);
  }
}

/** Text in GBK; every character must be of it. */
export function gbk(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
      const bytes = BYTES.get(character);
      if (!bytes) throw new Error(`${character} is not in GBK`);
      return bytes;
    }),
  );
}
