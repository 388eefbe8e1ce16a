import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { deliverDue } from '../../jobs/alerts/deliver.ts';
import { doEveryMinute } from '../../jobs/run/every-minute.ts';
import { type SampleCity, startSampleCity } from '../../sample-city/start.ts';
import { SAYINGS } from '../../src/alerts/alert.ts';
import { openConsole } from '../../src/cli/console.ts';
import { openLiveEstate } from '../../src/estate/live.ts';
import type { Clock } from '../../src/model/clock.ts';
import { type Mailbox, partOf, startMailbox } from '../jobs/alerts/receivers.ts';
import { type Hands, openHands, overRun, scratchEstate, shiftedTo } from '../jobs/hands.ts';
import { freePort } from '../servers/binaries.ts';
import { seriousBarriers } from './axe.ts';
import { acceptInvitation, type Chromium, invite, openChromium, setUp, sheetsOf } from './chromium.ts';

/** A bureau whose prices fell asleep in October, a township that publishes, and the office that keeps their site. */
const ASLEEP = 'prices';
const UNITS = [ASLEEP, 'town-shili', 'gov-office'];
const COLUMN = 'wjju-jgjc';

const LEAD = { name: '政务公开办主任', email: 'lead@guangshui.example', password: 'nine-quiet-otters' };
const OFFICER = { name: '督办员', email: 'officer@guangshui.example', password: 'six-brown-wrens-fly' };
const EDITOR = { name: '物价局信息员', email: 'editor@prices.example', password: 'four-old-oaks-stand' };

let moment: Clock;
/** The one clock of all: of the audits, of the post and of the console. */
const clock: Clock = { now: () => moment.now(), sleep: (milliseconds, signal) => moment.sleep(milliseconds, signal) };
const turnTo = (time: string) => {
  moment = shiftedTo(`${time}:00+08:00`);
};

let city: SampleCity;
let mailbox: Mailbox;
let hands: Hands;
let server: ServerType;
let chromium: Chromium;
let setupUrl: string;
let removeEstate: () => void;
let lead: Page;
let officer: Page;
let editor: Page;
let alertPath: string;

beforeAll(async () => {
  turnTo('2018-12-25T09:30');
  [city, mailbox] = await Promise.all([startSampleCity({ today: '2018-12-25' }), startMailbox()]);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const estate = scratchEstate(estateOf(origin));
  removeEstate = () => estate.remove();
  hands = await openHands(estate, { clock });
  hands.work();
  const live = openLiveEstate({ ...hands.workshop, folder: null });
  Object.defineProperty(hands.workshop, 'config', { get: () => live.config });
  const opened = await openConsole({ ...hands, live }, { config: estate.dir, data: join(estate.dir, 'data'), url: origin });
  setupUrl = opened.setupUrl!;
  server = serve({ fetch: opened.app.fetch, port, hostname: '127.0.0.1' });
  chromium = await openChromium(origin);
  [lead, officer, editor] = await Promise.all([chromium.open(), chromium.open(), chromium.open({ width: 390 })]);
});
afterAll(async () => {
  await chromium?.close();
  server?.close();
  await hands?.close();
  removeEstate?.();
  await mailbox?.close();
  await city?.close();
});

/** The part of the city that these units answer for on its portal, and how the township is told. */
function estateOf(consoleUrl: string): string {
  const { estate } = city;
  const sites = estate.sites
    .filter(({ id }) => id === 'portal')
    .map((site) => ({ ...site, columns: site.columns.filter(({ unit }) => unit !== undefined && UNITS.includes(unit)) }));
  const mail = { id: 'mail', type: 'email', host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'gongkai@guangshui.example' };
  const contact = { name: EDITOR.name, role: 'contact', unit: ASLEEP, via: [{ channel: 'mail', to: EDITOR.email }] };
  return stringify({
    ...estate,
    units: estate.units.filter(({ id }) => UNITS.includes(id)),
    approvals: [],
    accounts: [],
    sites,
    alerts: { consoleUrl, channels: [mail], contacts: [contact] },
  });
}

/** What a page offers to do with the alert it shows; something can be said of it at any time. */
const offered = async (page: Page) => {
  const acts = await page.locator('button[name=act]').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  return acts.filter((act) => !(SAYINGS as readonly (string | null)[]).includes(act));
};
const textOf = async (page: Page) => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
const stateOn = (page: Page) => page.locator('main .lead .status').last().textContent();

/** Does something with the alert that a page shows, and waits until its history tells of it. */
async function act(page: Page, what: string, why: string): Promise<void> {
  const button = page.locator(`button[value=${what}]`);
  await page.locator('form', { has: button }).locator('input[name=why]').fill(why);
  await button.click();
  await page.locator('#table-history li', { hasText: why }).waitFor();
}

/** What the first page says is wrong with columns of prices; it is judged anew a moment after an audit. */
async function findingsOnToday(page: Page): Promise<string[]> {
  await page.goto('/');
  return page.locator('#table-findings tbody tr', { hasText: '价格监测' }).allTextContents();
}

async function latestRunOver(): Promise<void> {
  const [run] = await hands.store.runs.list(1);
  expect(await overRun(hands.store, run!.id)).toMatchObject({ state: 'done', failed: 0, error: null });
}

describe('from a column that fell silent to a closed alert', () => {
  test('an audit of the city opens an alert, which today and the alerts tell of', async () => {
    await setUp(lead, setupUrl, LEAD);
    await acceptInvitation(officer, await invite(lead, OFFICER, 'officer'), OFFICER);
    await acceptInvitation(editor, await invite(lead, EDITOR, 'unit-editor', ASLEEP), EDITOR);
    await lead.goto('/runs');
    await lead.click('form[action="/runs"] button');
    await lead.waitForURL(/asked/);
    await latestRunOver();

    await expect.poll(() => findingsOnToday(officer), { timeout: 10_000 }).toContainEqual(expect.stringContaining('市物价局'));
    await officer.click('.tiles a[href="/alerts?state=open"]');
    await officer.locator('#table-alerts tbody tr', { hasText: '价格监测' }).locator('a').first().click();
    await officer.waitForURL(/\/alerts\/.+/);
    alertPath = new URL(officer.url()).pathname;
    expect(await stateOn(officer)).toBe('待确认');
    expect(await textOf(officer)).toMatch(/2018-10-11/);
    expect(await offered(officer)).toEqual(['confirmed', 'dismissed']);
    expect(await seriousBarriers(officer)).toEqual([]);
  });

  test('an officer confirms it and sends it, and the next digest brings it to the unit', async () => {
    await act(officer, 'confirmed', '已核对网页，最近一条确为十月');
    expect([await stateOn(officer), await offered(officer)]).toEqual(['已确认', ['sent', 'told', 'dismissed']]);
    // Nothing is sent on a rule that nobody of the office has compared with its document.
    await lead.goto('/rules');
    await lead.locator('form[action="/rules/prices-fees/confirmed"] button').click();
    await lead.locator('form[action="/rules/prices-fees/confirmed"]').waitFor({ state: 'detached' });
    await act(officer, 'sent', '请本周内整改');
    expect([await stateOn(officer), await offered(officer)]).toEqual(['已发送', ['told', 'acknowledged', 'objected', 'dismissed']]);

    await deliverDue(hands.workshop, clock);
    expect(mailbox.mails).toEqual([]);
    turnTo('2018-12-26T09:01');
    await deliverDue(hands.workshop, clock);
    expect(mailbox.mails.map(({ to }) => to)).toEqual([[EDITOR.email]]);
    const text = partOf(mailbox.mails[0]!, 'text/plain');
    expect(text).toContain('价格监测');
    expect(text).toContain(alertPath);
    await officer.reload();
    expect(await textOf(officer)).toMatch(/mail editor@prices\.example 已发/);
  });

  test('the unit’s editor comes by the letter’s link, sees nothing of other units, and says what will be done by when', async () => {
    await editor.goto('/alerts?state=all');
    const units = await editor.locator('#table-alerts td[data-head=责任单位]').allInnerTexts();
    expect(new Set(units)).toEqual(new Set(['市物价局']));
    await editor.goto(/https?:\/\/\S+\/alerts\/\S+/.exec(partOf(mailbox.mails[0]!, 'text/plain'))![0]);
    expect(new URL(editor.url()).pathname).toBe(alertPath);
    expect(await offered(editor)).toEqual(['acknowledged', 'objected']);
    expect(await seriousBarriers(editor)).toEqual([]);
    await editor.fill('input[name=until]', '2018-12-28');
    await act(editor, 'acknowledged', '补发十月以来的价格监测');
    expect(await stateOn(editor)).toBe('单位已答复');

    await officer.goto(alertPath);
    expect(await textOf(officer)).toMatch(/补发十月以来的价格监测（editor@prices\.example/);
    expect(await offered(officer)).toEqual(['told', 'acknowledged', 'objected', 'dismissed']);
  });

  test('the bureau publishes, and that night’s audit sees it: mended, and by what', async () => {
    const title = '广水市2018年12月下旬主要食品价格监测情况';
    city.advanceTo('2018-12-27');
    const url = city.publish(COLUMN, { title });
    turnTo('2018-12-27T19:01');
    await doEveryMinute(hands.workshop, hands.queues, hands.store.madeAt);
    await latestRunOver();

    await officer.reload();
    expect([await stateOn(officer), await offered(officer)]).toEqual(['已整改', ['closed']]);
    expect(await officer.locator('.done').textContent()).toContain('2018-12-27 19:0');
    expect(await officer.locator(`main a[href="${url}"]`, { hasText: title }).count()).toBe(1);
    await officer.locator('main li a', { hasText: '网页存档' }).first().click();
    await officer.waitForURL(/\/pages\//);
    expect(await textOf(officer)).toContain(title);
    await officer.goBack();
    turnTo('2018-12-28T09:01');
    await deliverDue(hands.workshop, clock);
    expect(mailbox.mails).toHaveLength(2);
    expect(partOf(mailbox.mails[1]!, 'text/plain')).toMatch(/价格监测.*（2018-12-27 复查确认已整改）/);
    await editor.reload();
    expect([await stateOn(editor), await offered(editor)]).toEqual(['已整改', []]);
  });

  test('an officer closes it, and its history says who did what and when, on one sheet of paper', async () => {
    await officer.goto('/');
    await officer.click('.tiles a[href="/alerts?state=rectified"]');
    await officer.click(`#table-alerts a[href="${alertPath}"]`);
    await act(officer, 'closed', '内容属实');
    expect([await stateOn(officer), await offered(officer)]).toEqual(['已销号', []]);
    const cells = await officer.locator('#table-history .who').evaluateAll((lines) =>
      lines.map((line) =>
        line.textContent
          ?.replace(/\s+/g, ' ')
          .trim()
          .replace(/:\d\d /, ' '),
      ),
    );
    expect(cells).toEqual([
      '系统 2018-12-25 09 发现 待确认',
      `${OFFICER.name} 2018-12-25 09 确认 已确认`,
      `${OFFICER.name} 2018-12-25 09 发送 已发送`,
      '系统 2018-12-26 09 送达',
      `${EDITOR.name} 2018-12-26 09 答复 单位已答复`,
      '系统 2018-12-27 19 复查未再发现 已整改',
      `${OFFICER.name} 2018-12-28 09 销号 已销号`,
    ]);
    expect(await seriousBarriers(officer)).toEqual([]);
    expect(await sheetsOf(officer)).toBe(1);
    await officer.goto('/alerts?state=closed');
    expect(await officer.locator('#table-alerts tbody tr').count()).toBe(1);
  });

  test('no page complained on the way', () => {
    expect(chromium.complaints).toEqual([]);
  });
});
