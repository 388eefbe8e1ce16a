import { expect, test } from 'vitest';
import { isEverywhere, reachedAt } from '../../src/cli/http.ts';

test.each([
  ['0.0.0.0', '127.0.0.1', true],
  ['::', '[::1]', true],
  ['::1', '[::1]', false],
  ['192.168.1.20', '192.168.1.20', false],
])('what listens on %s is reached at %s from this machine', (host, reached, everywhere) => {
  expect([reachedAt(host), isEverywhere(host)]).toEqual([reached, everywhere]);
});
