import { ToldError } from '../../src/model/told-error.ts';

/** More than this no document of an office holds, unfolded. */
const MOST_BYTES = 200 * 1024 * 1024;
/** Signatures of the end of a zip's directory and of one entry of it, and the fixed length of an entry (APPNOTE 4.3.12, 4.3.16). */
const [END, ENTRY, ENTRY_LENGTH] = [0x06054b50, 0x02014b50, 46] as const;
/** A comment may follow the end record, at most so long. */
const FARTHEST_END = 22 + 65_535;

/** Refuses a zip that says that it unfolds to more than a document may hold, or that does not say it. */
export function refuseBomb(bytes: Uint8Array): void {
  const size = unfoldedSize(bytes);
  if (size === null || size > MOST_BYTES) {
    throw new ToldError(
      { zh: '压缩内容过大或已损坏，没有打开', en: 'the file unfolds to more than a document may hold, or is damaged' },
      { code: 'unreadable-document', side: 'site' },
    );
  }
}

/** Bytes that the entries of a zip say they come to; null where it has no directory. */
function unfoldedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let end = bytes.length - 22; end >= Math.max(0, bytes.length - FARTHEST_END); end--) {
    if (view.getUint32(end, true) !== END) continue;
    return sizeOfEntries(view, view.getUint32(end + 16, true), view.getUint16(end + 10, true));
  }
  return null;
}

function sizeOfEntries(view: DataView, start: number, entries: number): number | null {
  let at = start;
  let size = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    size += view.getUint32(at + 24, true);
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}
