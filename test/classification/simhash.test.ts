import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDuplicateIndex, hammingDistance, simhash } from '../../src/classification/simhash.ts';

const story = (place: string) =>
  `近日，${place}组织志愿者走进辖区学校，围绕防溺水、交通安全和食品安全开展宣传活动。活动通过讲解案例、发放手册、现场答疑等方式，` +
  '向同学们普及安全知识，提醒大家远离危险水域，遵守交通规则，不购买三无食品，共同守护平安校园。活动当天共发放宣传资料三百余份，解答问题五十余个。';

describe('simhash', () => {
  it('is nearly the same for a text with one name changed and far off for another text', () => {
    const one = simhash(story('长岭镇')) as string;
    const copy = simhash(story('蔡河镇')) as string;
    const other = simhash(
      '根据预算法有关规定，现将本单位上年度部门决算情况公开如下：收入总计一千二百万元，支出总计一千一百万元，年末结转一百万元，三公经费支出较上年下降。',
    ) as string;
    expect(hammingDistance(one, copy)).toBeLessThan(hammingDistance(one, other));
    expect(hammingDistance(one, other)).toBeGreaterThan(16);
  });

  it('does not depend on white space', () => {
    expect(simhash(story('长岭镇').replaceAll('，', '，\n  '))).toBe(simhash(story('长岭镇')));
  });

  it('says nothing of a text too short to be told apart', () => {
    expect(simhash('见附件')).toBeNull();
  });
});

describe('the index of near duplicates', () => {
  it('finds every hash that differs in at most three bits, and none that differs in more', () => {
    const bit = fc.integer({ min: 0, max: 63 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), fc.uniqueArray(bit, { maxLength: 8 }), (base, flips) => {
        const changed = flips.reduce((hash, at) => hash ^ (1n << BigInt(at)), base);
        const hex = (hash: bigint) => hash.toString(16).padStart(16, '0');
        const index = createDuplicateIndex<string>();
        index.add(hex(base), 'base');
        expect(hammingDistance(hex(base), hex(changed))).toBe(flips.length);
        expect(index.near(hex(changed))).toEqual(flips.length <= 3 ? ['base'] : []);
      }),
    );
  });
});
