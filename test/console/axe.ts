import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on a page, by WCAG 2 A and AA. */
export async function seriousBarriers(page: Page): Promise<string[]> {
  const found = (await page.evaluate(`(() => { ${AXE}; return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] }); })()`)) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
