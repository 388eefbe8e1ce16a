import type { Hand } from './hand.ts';

/** A job of an officer's day: done from the first page on by a hand that counts; tells what shows that it is done. */
export interface Job {
  readonly name: string;
  /** What must be seen at its end. */
  readonly shows: RegExp;
  do(hand: Hand): Promise<string>;
}

/** Where things of the sample city are that the jobs are done with. */
export interface Place {
  /** A unit whose alert was told, with the telephone of its contact. */
  readonly phone: string;
  /** A colleague who takes over. */
  readonly colleague: string;
  /** The address of a site that nobody watches yet. */
  readonly newSite: string;
}

const seen = async ({ page }: Hand) => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
const menu = (path: string) => `header nav a[href="${path}"]`;

async function saved(hand: Hand, link: string): Promise<string> {
  const [file] = await Promise.all([hand.page.waitForEvent('download'), hand.click(link)]);
  return file.suggestedFilename();
}

/** Finds a column by typing, as in every list. */
async function openColumn(hand: Hand, name: string): Promise<void> {
  await hand.click(menu('/columns'));
  await hand.page.locator('#filter-search').fill(name);
  await hand.page.keyboard.press('Enter');
  await hand.page.waitForURL(/search=/);
  await hand.click('#table-columns tbody a');
  await hand.page.waitForURL(/\/columns\/[^/]+\/[^/]+$/);
}

/** The nine jobs; the eighth is four. */
export function officersJobs({ phone, colleague, newSite }: Place): readonly Job[] {
  return [
    {
      name: 'whom to phone today',
      shows: new RegExp(phone),
      async do(hand) {
        await hand.click(menu('/calls'));
        return seen(hand);
      },
    },
    {
      name: 'a circular',
      shows: /通报\.docx$/,
      async do(hand) {
        await hand.click(menu('/papers'));
        await hand.click('button[value=circular]');
        return saved(hand, 'a[href$="/file/docx"]');
      },
    },
    {
      name: 'the counts of a quarter',
      shows: /^gongkai-categories\.xlsx$/,
      async do(hand) {
        await hand.click(menu('/categories'));
        await hand.click('.periods a[href*="last-quarter"]');
        await hand.page.waitForURL(/last-quarter/);
        return saved(hand, '#table-categories a[href*="format=xlsx"]');
      },
    },
    {
      name: 'an objection answered',
      shows: /异议不成立|维持/,
      async do(hand) {
        await hand.click('.tiles a[href="/alerts?state=objected"]');
        await hand.click('#table-alerts tbody a');
        await hand.page.locator('form:has(button[value=kept]) input[name=why]').fill('已再次核对网页，没有新的信息');
        await hand.click('button[value=kept]');
        await hand.page.locator('#table-history li', { hasText: '已再次核对网页' }).waitFor();
        return seen(hand);
      },
    },
    {
      name: 'everything handed over to a colleague',
      shows: /交办：已办 \d+ 条/,
      async do(hand) {
        await hand.click(menu('/alerts'));
        await hand.click('input[data-marks-all]');
        await hand.choose('form.listing select[name=to]', colleague);
        await hand.click('form.listing button[value=assigned]');
        await hand.page.waitForURL(/acted=assigned/);
        return seen(hand);
      },
    },
    {
      name: 'why a column is unknown',
      shows: /无法判定 [^ ]+/,
      async do(hand) {
        await hand.click('.tiles a[href="/columns?status=unknown"]');
        await hand.click('#table-columns tbody a');
        await hand.page.waitForURL(/\/columns\/[^/]+\/[^/]+$/);
        return ((await hand.page.locator('dl.facts dd').first().textContent()) ?? '').replace(/\s+/g, ' ').trim();
      },
    },
    {
      name: 'the category of a column set right, with a look at what it does',
      shows: /试：按栏目名/,
      async do(hand) {
        await openColumn(hand, '价格监测');
        await hand.choose('form[action$="/category"] select', { value: 'statistics' });
        await hand.click('form[action$="/category"] button');
        await hand.page.locator('#table-preview').waitFor();
        await hand.page.locator('main input[name=why]').fill('试：按栏目名');
        await hand.click('main form.card button');
        await hand.page.locator('#table-corrections').waitFor();
        return seen(hand);
      },
    },
    {
      name: 'a unit added',
      shows: /市营商环境局/,
      async do(hand) {
        await hand.click(menu('/estate'));
        await hand.click('main a[href="/estate/units/entry?"]');
        await hand.page.locator('input[name=name]').fill('市营商环境局');
        await hand.choose('select[name=kind]', { value: 'department' });
        await hand.click('main form.card button');
        await hand.page.waitForURL(/saved=/);
        return seen(hand);
      },
    },
    {
      name: 'a contact added',
      shows: /王新/,
      async do(hand) {
        await hand.click(menu('/estate'));
        await hand.click('main a[href="/estate/contacts/entry?"]');
        await hand.page.locator('input[name=name]').fill('王新');
        await hand.page.locator('input[name=phone]').fill('0722-1234567');
        await hand.choose('select[name=unit]', '市物价局');
        await hand.click('main form.card button');
        await hand.page.waitForURL(/saved=/);
        return seen(hand);
      },
    },
    {
      name: 'a column given a period of its own',
      shows: /3 个月/,
      async do(hand) {
        await openColumn(hand, '价格监测');
        await hand.click('a[href^="/estate/columns/entry"]');
        await hand.choose('select[name=period]', { value: 'P3M' });
        await hand.page.locator('input[name=periodReason]').fill('省局改为按季监测');
        await hand.click('main form.card button');
        await hand.page.waitForURL(/saved=/);
        return seen(hand);
      },
    },
    {
      name: 'the trend of a unit',
      shows: /最近一季度与上一季度/,
      async do(hand) {
        await hand.click(menu('/trend'));
        await hand.choose('select[name=unit]', '市物价局');
        await hand.click('search:has(select[name=unit]) button');
        await hand.page.waitForURL(/unit=/);
        return seen(hand);
      },
    },
    {
      name: 'a site added',
      shows: /监测/,
      async do(hand) {
        await hand.click(menu('/estate'));
        await hand.click('main a[href="/estate/sites/new"]');
        await hand.page.locator('input[name=url]').fill(newSite);
        await hand.click('input[name=private]');
        await hand.click('main form.card button');
        await hand.page.locator('input[name=column]').first().waitFor({ timeout: 60_000 });
        await hand.page.locator('input[name=name]').fill('市气象局网站');
        await hand.click('main form button[type=submit]');
        await hand.page.waitForURL(/\/runs\//);
        return seen(hand);
      },
    },
  ];
}
