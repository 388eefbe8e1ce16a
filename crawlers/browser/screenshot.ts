import type { Page } from 'playwright';

/** Width in pixels at which pages are drawn: that of the office screens that sites are made for. */
export const WIDTH = 1280;
/** Pixels from the top: some forty rows of a list. */
const TALLEST = 3000;
/** Bytes; a picture of a list is a tenth of it. */
const LARGEST = 512 * 1024;
const DEADLINE_MS = 8_000;

/** A picture of a drawn page as evidence; null where it cannot be had in time or is too large. Never rejects. */
export async function takeScreenshot(page: Page): Promise<Uint8Array | null> {
  try {
    const picture = await page.screenshot({
      type: 'jpeg',
      quality: 50,
      fullPage: true,
      clip: { x: 0, y: 0, width: WIDTH, height: TALLEST },
      animations: 'disabled',
      timeout: DEADLINE_MS,
    });
    return picture.byteLength <= LARGEST ? new Uint8Array(picture) : null;
  } catch {
    return null;
  }
}
