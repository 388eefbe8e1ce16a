import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { z } from 'zod';
import { BARRIERS, type Barrier } from '../../src/model/page-elements.ts';
import { maskLine } from '../../src/privacy/personal-data.ts';

/** Places that are shown of each kind, and characters of each. */
const EXAMPLES = 5;
const LONGEST_EXAMPLE = 200;

const found = z.array(z.object({ id: z.enum(BARRIERS), count: z.int().min(1), examples: z.array(z.string()) }));

/**
 * What keeps people out of a drawn page, as axe finds it (https://github.com/dequelabs/axe-core); null where axe could not run. Only rules
 * that the markup alone decides are asked: contrast and sizes hang on pictures and fonts, which are not fetched.
 */
export async function findBarriers(page: Page): Promise<readonly Barrier[] | null> {
  try {
    const told = found.parse(await inWorldOfOurOwn(page, script()));
    return told.map(({ id, count, examples }) => ({ kind: id, count, examples: examples.map(shown) }));
  } catch {
    return null;
  }
}

/** Runs a script beside the page's own ones, which may have changed what arrays and promises are and cannot be seen or touched by it. */
async function inWorldOfOurOwn(page: Page, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}

let axe: string | null = null;

/** Only what is sure: what axe calls incomplete it asks a person about. What stands in frames is another page. */
function script(): string {
  axe ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const options = { runOnly: { type: 'rule', values: BARRIERS }, resultTypes: ['violations'], preload: false, iframes: false };
  return `(async () => { ${axe};
    const { violations } = await window.axe.run(document, ${JSON.stringify(options)});
    return violations.map(({ id, nodes }) => ({ id, count: nodes.length, examples: nodes.slice(0, ${EXAMPLES}).map(({ target, html }) => target.join(' ') + ': ' + html) }));
  })()`;
}

/** So many digits in one address or attribute may be somebody's number; no day or running number needs as many. */
const LONG_NUMBER = /\d{11,}/g;

/** Without what it says of private persons, and of bounded length. */
function shown(example: string): string {
  const masked = maskLine(example.replace(/\s+/g, ' ')).replace(LONG_NUMBER, (number) => `${number.slice(0, 3)}********`);
  return masked.slice(0, LONGEST_EXAMPLE);
}
