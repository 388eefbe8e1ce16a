import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../crawlers/door/fault.ts';
import { parseRobots } from '../../crawlers/door/robots-rules.ts';
import { locationReference, parseTarget } from '../../crawlers/door/targets.ts';
import { pieced, survives } from './fuzzed.ts';

const ORIGIN = 'http://www.example.gov.cn';

describe('whatever stands in', () => {
  it('a robots.txt, it allows or forbids', () => {
    const text = pieced([
      'User-agent: *',
      'Disallow: /',
      'Allow: /a*b*c$',
      'Crawl-delay: 1e9',
      '\n',
      '\r',
      '#',
      '*',
      '$',
      '%zz',
      ' : ',
      '\ufeff',
      '<html>',
      'Sitemap: ',
      '/*.html?',
    ]);
    return survives(fc.tuple(text, fc.webPath()), ([robots, path]) => {
      const { allows, delay } = parseRobots(ORIGIN, robots, 'gongkai');
      expect([true, false]).toContain(allows(new URL(`${ORIGIN}${path}`)));
      expect(delay === null || Number.isFinite(delay.milliseconds)).toBe(true);
    });
  });

  it('a redirect, it leads to an http address without credentials or nowhere', () => {
    const header = pieced([
      'http://',
      'https:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      '../',
      '#',
      '?',
      'javascript:',
      '[::1]',
      '127.1',
      '\xd6\xd0',
      '%',
      '\t',
      '\0',
      'example.gov.cn',
      'xn--',
    ]);
    return survives(header, (location) => {
      try {
        const { protocol, username, password } = parseTarget(locationReference(location), new URL(ORIGIN));
        expect(protocol).toMatch(/^https?:$/);
        expect(username + password).toBe('');
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
      }
    });
  });
});
