import { isIPv4, isIPv6 } from 'node:net';

/** IPv4 blocks that are not on the public internet (IANA IPv4 Special-Purpose Address Registry, RFC 6890; multicast RFC 5771). */
const CLOSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map(v4Block);

/** Parts of 2000::/3 that are not on the public internet: IETF protocols with Teredo, and documentation (RFC 6890, RFC 9637). */
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '3fff::/20'].map(v6Block);

/**
 * SSRF guard: whether an address is one of the public internet, and so may be dialled for a page that anybody may have written.
 * An IPv6 address that carries an IPv4 address (mapped, NAT64, 6to4, ISATAP) is judged by that.
 * @param address a numeric IPv4 or IPv6 address, as a resolver gives it; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.split('%', 1)[0]!;
  if (isIPv4(plain)) return isPublicV4(v4Number(plain));
  return isIPv6(plain) && isPublicV6(v6Groups(plain));
}

function isPublicV4(address: number): boolean {
  return !CLOSED_V4.some(({ base, size }) => address >= base && address < base + size);
}

function isPublicV6(groups: readonly number[]): boolean {
  const v4At = (index: number) => groups[index]! * 0x10000 + groups[index + 1]!;
  const startsWith = (...head: number[]) => head.every((group, index) => groups[index] === group);
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0x64, 0xff9b, 0, 0, 0, 0)) return isPublicV4(v4At(6));
  if (startsWith(0x2002) && !isPublicV4(v4At(1))) return false;
  if ((groups[4]! & 0xfdff) === 0 && groups[5] === 0x5efe && !isPublicV4(v4At(6))) return false;
  const isGlobalUnicast = groups[0]! >= 0x2000 && groups[0]! < 0x4000;
  return isGlobalUnicast && !CLOSED_V6.some(({ base, bits }) => sharesPrefix(groups, base, bits));
}

function v4Block(cidr: string): { base: number; size: number } {
  const [base, bits] = cidr.split('/');
  return { base: v4Number(base!), size: 2 ** (32 - Number(bits)) };
}

function v6Block(cidr: string): { base: number[]; bits: number } {
  const [base, bits] = cidr.split('/');
  return { base: v6Groups(base!), bits: Number(bits) };
}

function v4Number(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The eight 16-bit groups of a valid IPv6 address. */
function v6Groups(address: string): number[] {
  const [left, right] = address.split('::') as [string, string?];
  const head = halfGroups(left);
  const tail = right === undefined ? [] : halfGroups(right);
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function halfGroups(half: string): number[] {
  if (half === '') return [];
  return half.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const number = v4Number(group);
    return [Math.floor(number / 0x10000), number % 0x10000];
  });
}

function sharesPrefix(groups: readonly number[], base: readonly number[], bits: number): boolean {
  return base.every((group, index) => {
    const shift = 16 - Math.min(16, Math.max(0, bits - index * 16));
    return groups[index]! >> shift === group >> shift;
  });
}
