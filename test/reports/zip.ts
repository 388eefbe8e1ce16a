import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive, by its central directory. */
export function partsOf(zip: Buffer): string[] {
  const parts: string[] = [];
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    parts.push((method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'));
  }
  return parts;
}
