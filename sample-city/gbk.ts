/** The encoder that the platform lacks: TextDecoder reads GBK, nothing writes it. */

let codes: Uint16Array | null = null;

/** Encodes text as GBK; a character that GBK lacks becomes a numeric character reference, as old systems do. */
export function encodeGbk(text: string): Buffer {
  codes ??= invert();
  const bytes = Buffer.allocUnsafe(text.length * 8);
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const code = point < 0x10000 ? codes[point]! : 0;
    if (point < 0x80) bytes[length++] = point;
    else if (code > 0) length = bytes.writeUInt16BE(code, length);
    else length += bytes.write(`&#${point};`, length, 'latin1');
  }
  return bytes.subarray(0, length);
}

/** All two-byte codes, looked up by what they decode to. */
function invert(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      const point = character.charCodeAt(0);
      if (character.length === 1 && point !== 0xfffd && point >= 0x80) table[point] = (lead << 8) | trail;
    }
  }
  return table;
}
