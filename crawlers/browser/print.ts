import { BROWSER_ARGUMENTS, findChromium } from './chromium.ts';

/** A browser that has not printed a page of ours after this long never will. */
const PRINTING_MS = 60_000;

/** Whether pages can be printed to files here. */
export function canPrint(): boolean {
  return findChromium() !== null;
}

/** The PDF that a browser prints of markup, which loads nothing and runs nothing; null where there is no browser. */
export async function printPage(markup: string): Promise<Uint8Array | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS, timeout: PRINTING_MS });
  try {
    const page = await browser.newPage({ offline: true, javaScriptEnabled: false });
    page.setDefaultTimeout(PRINTING_MS);
    await page.setContent(markup);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await browser.close();
  }
}
