import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../crawlers/door/addresses.ts';

describe('public addresses', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '11.0.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.1.1',
    '198.17.0.1',
    '198.20.0.1',
    '223.255.255.255',
  ])('lets %s be dialled', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '2400:3200::1',
    '2001:4860:4860::8888',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
    '2002:808:808::1',
    '240e::1%eth0',
  ])('lets %s be dialled', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    '::',
    '::1',
    '::127.0.0.1',
    '::8.8.8.8',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::8.8.8.8',
    '100::1',
    '2001::1',
    '2001:0:808:808::f5ff:fffe',
    '2001:2::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '2002:c0a8:101::1',
    '2400:3200::5efe:10.0.0.1',
    '2400:3200::200:5efe:192.168.0.1',
    '3fff::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '5f00::1',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['', 'localhost', '127.1', '0x7f000001', '2130706433', '1.2.3', '::g', '[::1]'])(
    'refuses "%s", which is no numeric address',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );

  it('judges an IPv4 address the same however it is carried', () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        const [a, b, c, d] = v4.split('.').map(Number) as [number, number, number, number];
        const groups = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        const expected = isPublicAddress(v4);
        for (const carried of [`::ffff:${v4}`, `::ffff:${groups}`, `64:ff9b::${v4}`, `64:ff9b::${groups}`, `2002:${groups}::1`]) {
          expect([carried, isPublicAddress(carried)]).toEqual([carried, expected]);
        }
      }),
    );
  });

  it('never lets an address outside 2000::/3 be dialled that carries no public IPv4 address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (v6) => {
        const first = Number.parseInt(v6.split(':')[0] || '0', 16);
        const isOutside = first < 0x2000 || first > 0x3fff;
        if (isOutside && !v6.startsWith('64:ff9b') && first !== 0) expect(isPublicAddress(v6)).toBe(false);
      }),
    );
  });
});
