import type { Locator, Page } from 'playwright';

/** A hand that counts: what it presses and chooses is a click each; what it types is none. */
export interface Hand {
  readonly page: Page;
  readonly clicks: number;
  click(target: string | Locator): Promise<void>;
  /** Chooses in a list, by what is shown or by value. */
  choose(target: string | Locator, option: string | { readonly value: string }): Promise<void>;
}

export function handOn(page: Page): Hand {
  let clicks = 0;
  const at = (target: string | Locator) => (typeof target === 'string' ? page.locator(target) : target).first();
  return {
    page,
    get clicks() {
      return clicks;
    },
    async click(target) {
      clicks += 1;
      await at(target).click();
    },
    async choose(target, option) {
      clicks += 1;
      await at(target).selectOption(option);
    },
  };
}
