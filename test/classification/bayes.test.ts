import { expect, it } from 'vitest';
import { withBayes } from '../../src/classification/bayes.ts';

const learnt = { features: [7, 9], rows: Float32Array.from([0, 0, 0, 0]), bias: [0, 0], voices: [] };
const example = (label: number, ...hashes: number[]) => ({ label, weight: 1, hashes, values: hashes.map(() => 1), voices: [] });
const examples = [example(0, 7), example(0, 7), example(1, 9), example(1, 7, 9)];

it('adds weight where a feature is met more often than elsewhere, and takes it where less', () => {
  const [of7in0, of7in1, of9in0, of9in1] = withBayes(learnt, examples, 1).rows as unknown as [number, number, number, number];
  expect(of7in0).toBeGreaterThan(0);
  expect(of7in1).toBeLessThan(0);
  expect(of9in1).toBeGreaterThan(of7in0);
  expect(of9in0).toBeLessThan(of7in1);
});

it('leaves what was learnt alone by a share of nothing, and counts a heavier example for more', () => {
  expect(withBayes(learnt, examples, 0).rows).toEqual(learnt.rows);
  const heavy = [...examples.slice(0, 3), { ...example(1, 7, 9), weight: 5 }];
  expect(withBayes(learnt, heavy, 1).rows[1]).toBeGreaterThan(withBayes(learnt, examples, 1).rows[1] as number);
});
