import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type PageBrowser } from '../../crawlers/browser/browser.ts';
import { type Door, openDoor } from '../../crawlers/door/door.ts';
import type { FetchRequest } from '../../crawlers/door/fetched.ts';
import { systemClock } from '../../src/model/clock.ts';
import type { Site } from '../../src/model/estate.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { useAudits } from '../site/audits.ts';
import { article, dayOf, framed, list, rowsDown, titleOf } from '../site/pages.ts';
import { openTown, type Town } from '../site/town.ts';
import { never, present, SETTINGS } from './support.ts';

const auditsOf = useAudits();
const NOTICES = ['{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices }'];

let real: Door;
let throughDoor: string[] = [];
let browser: PageBrowser;
const door: Pick<Door, 'fetch'> = {
  fetch(request: FetchRequest) {
    throughDoor.push(request.url);
    return real.fetch(request);
  },
};

beforeAll(() => {
  real = openDoor({ clock: systemClock, randomness: systemRandomness });
  browser = openBrowser(door);
});
afterAll(async () => {
  await browser.close();
  await real.close();
});

const render = (url: string, site: Site, signal: AbortSignal) => browser.render(url, site.crawl, signal);

/** The processes that this one started and that have not ended, by their ids. */
function childProcesses(): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const isOurs = (id: string) => {
    try {
      const [state, parent] = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return state !== 'Z' && Number(parent) === process.pid;
    } catch {
      return false;
    }
  };
  return ids.filter(isOurs).map(Number);
}

/** What a picture's own head says of it: the frame that begins with FF C0 or FF C2 holds height and width. */
function sizeOf(picture: Uint8Array) {
  const bytes = Buffer.from(picture);
  const isJpeg = bytes.readUInt16BE(0) === 0xffd8;
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    if (marker === 0xffc0 || marker === 0xffc2) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), isJpeg };
  }
  return { width: 0, height: 0, isJpeg };
}

/** A page whose rows a script of another file fetches and draws, so that no reader of its markup can know where they come from. */
function putUpDrawnList(town: Town, newest: number): void {
  town.pages.set('/tzgg/', framed('<div class="list"><ul id="rows"></ul></div><script src="/draw.js"></script>'));
  town.pages.set(
    '/draw.js',
    `const path = ['', 'rows', 'notices'].join('/');
     const asked = new XMLHttpRequest();
     asked.onload = () => { document.getElementById('rows').innerHTML = JSON.parse(asked.responseText).map(
       ({ n, title, day }) => '<li><a href="/tzgg/t' + n + '.html">' + title + '</a><span>' + day + '</span></li>').join(''); };
     asked.open('GET', path); asked.send();`,
  );
  town.pages.set('/rows/notices', JSON.stringify(rowsDown(newest, 1).map(({ n }) => ({ n, title: titleOf(n), day: dayOf(n) }))));
  for (let n = 1; n <= newest; n++) town.pages.set(`/tzgg/t${n}.html`, article(n));
}

describe.skipIf(!present)('a list that only a script draws', () => {
  it('is read with the browser, and its news are seen although the page around them never changes', async () => {
    const town = await openTown();
    putUpDrawnList(town, 12);
    const audits = auditsOf(town.url, NOTICES);
    const first = await audits.audit({ render });
    expect(first.crawled.get('tzgg')!.via).toBe('browser');
    expect(first.column('tzgg')).toMatchObject({ items: 12, lastPublished: dayOf(12), status: 'fresh' });
    putUpDrawnList(town, 13);
    expect((await audits.audit({ render })).column('tzgg')).toMatchObject({ items: 13, lastPublished: dayOf(13) });
  });

  it('leaves a picture as evidence, of bounded height and size however long the page is', async () => {
    const town = await openTown();
    putUpDrawnList(town, 12);
    const audits = auditsOf(town.url, NOTICES);
    const [page] = (await audits.audit({ render })).crawled.get('tzgg')!.pages;
    expect(sizeOf(page!.screenshot!)).toMatchObject({ width: 1280, isJpeg: true });
    town.pages.set('/tall/', framed(`<p>高</p><div style="height:4000000px;background:linear-gradient(red,blue)"></div>`));
    const tall = await browser.render(`${town.url}tall/`, SETTINGS, never);
    expect(sizeOf(tall!.screenshot!)).toEqual({ width: 1280, height: 3000, isJpeg: true });
    expect(tall!.screenshot!.length).toBeLessThan(512 * 1024);
  });

  it('needs the browser no longer once its markup holds the list', async () => {
    const town = await openTown();
    putUpDrawnList(town, 12);
    const audits = auditsOf(town.url, NOTICES);
    await audits.audit({ render });
    town.pages.set('/tzgg/', framed(list(rowsDown(12, 1))));
    let rendered = 0;
    const counting = (url: string, site: Site, signal: AbortSignal) => {
      rendered++;
      return render(url, site, signal);
    };
    expect((await audits.audit({ render: counting })).crawled.get('tzgg')).toMatchObject({ via: 'html', outcome: 'ok' });
    town.askedSince();
    await audits.audit({ render: counting });
    expect([rendered, town.askedSince()]).toEqual([0, ['GET /tzgg/ (conditional)']]);
  });

  it('is unknown, not blank, where there is no browser or none may be used', async () => {
    const town = await openTown();
    putUpDrawnList(town, 12);
    const without = await auditsOf(town.url, NOTICES).audit({ render: null });
    expect(without.column('tzgg')).toMatchObject({ status: 'unknown', reason: 'unreadable' });
    const forbidden = await auditsOf(town.url, NOTICES, { browser: 'never' }).audit({ render });
    expect(forbidden.column('tzgg')).toMatchObject({ status: 'unknown', reason: 'unreadable' });
  });
});

describe.skipIf(!present)('a list that is empty when the browser has drawn it', () => {
  const fates: [string, (town: Town) => void, string][] = [
    ['all came and no row was among it', (town) => void town.pages.set('/rows/notices', '[]'), 'blank'],
    ['its script is not there', (town) => void town.pages.delete('/draw.js'), 'unknown'],
    ['its script breaks', (town) => void town.pages.set('/draw.js', 'document.getElementById("lines").innerHTML = "";'), 'unknown'],
    ['what its script asks for is not there', (town) => void town.pages.delete('/rows/notices'), 'unknown'],
  ];
  it.each(fates)('where %s', async (_, befall, status) => {
    const town = await openTown();
    putUpDrawnList(town, 3);
    befall(town);
    const audit = await auditsOf(town.url, NOTICES).audit({ render });
    expect(audit.column('tzgg').status).toBe(status);
  });
});

describe('a list whose script names its API', () => {
  it('is read from there, without the browser, also where none may be used', async () => {
    const town = await openTown();
    const putUp = (newest: number) => {
      const rows = rowsDown(newest, 1).map(({ n }) => ({ title: titleOf(n), url: `/tzgg/t${n}.html`, publishDate: dayOf(n) }));
      town.pages.set('/api/article/list', (_, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { total: newest, rows } })),
      );
      for (let n = 1; n <= newest; n++) town.pages.set(`/tzgg/t${n}.html`, article(n));
    };
    putUp(12);
    town.pages.set(
      '/tzgg/',
      framed(
        `<div class="list"><ul id="rows"></ul></div><script>$.ajax({ url: '/api/article/list', type: 'get', data: { channel: 'tzgg', size: 20 }, success: draw });</script>`,
      ),
    );
    const audits = auditsOf(town.url, NOTICES, { browser: 'never' });
    const first = await audits.audit({ render: () => Promise.reject(new Error('the browser was asked')) });
    expect(first.crawled.get('tzgg')).toMatchObject({ via: 'api', outcome: 'ok' });
    expect(first.column('tzgg')).toMatchObject({ items: 12, lastPublished: dayOf(12), status: 'fresh' });
    expect((await audits.audit()).crawled.get('tzgg')!.unchanged).toBe(true);
    putUp(13);
    expect((await audits.audit()).column('tzgg')).toMatchObject({ items: 13, lastPublished: dayOf(13) });
  });
});

describe.skipIf(!present)('a page in the browser', () => {
  it('asks for everything through the door', async () => {
    const town = await openTown();
    putUpDrawnList(town, 3);
    throughDoor = [];
    const rendered = await browser.render(`${town.url}tzgg/`, SETTINGS, never);
    expect(rendered!.html).toContain(titleOf(3));
    const paths = (urls: readonly string[]) => urls.map((url) => new URL(url, town.url).pathname).filter((path) => path !== '/robots.txt');
    const atSite = paths(town.asked.map((line) => line.split(' ')[1]!));
    expect(atSite.sort()).toEqual(
      paths(throughDoor)
        .filter((path) => atSite.includes(path))
        .sort(),
    );
    expect(atSite).toEqual(expect.arrayContaining(['/draw.js', '/rows/notices', '/tzgg/']));
  });

  it('reaches nothing by another way: preconnect, sockets, forms, images, workers, frames', async () => {
    const town = await openTown();
    const other = await openTown();
    const away = other.url;
    town.pages.set(
      '/tzgg/',
      framed(`<link rel="preconnect" href="${away}"><link rel="dns-prefetch" href="${away}"><img src="${away}a.png">
        <iframe src="${away}frame"></iframe><video src="${away}v.mp4"></video><form id="f" action="${away}form" method="post" target="_blank"></form>
        <script>
          try { new WebSocket('ws://${other.host}/socket'); } catch {}
          try { new EventSource('${away}events'); } catch {}
          try { navigator.sendBeacon('${away}beacon', 'x'); } catch {}
          try { navigator.serviceWorker.register('/worker.js'); } catch {}
          try { new RTCPeerConnection({ iceServers: [{ urls: 'stun:${other.host}' }] }).createDataChannel('x'); } catch {}
          fetch('${away}private').catch(() => {});
          window.open('${away}window');
          document.getElementById('f').submit();
        </script>`),
    );
    // What the guard lets through is the door's business; here nothing private may be dialled beyond the page's own host.
    const guarded: Pick<Door, 'fetch'> = {
      fetch: (request) =>
        real.fetch({ ...request, settings: { ...request.settings, allowPrivateNetworks: new URL(request.url).host === town.host } }),
    };
    const strict = openBrowser(guarded);
    await strict.render(`${town.url}tzgg/`, SETTINGS, never);
    await strict.close();
    expect([other.asked, other.connections()]).toEqual([[], 0]);
  });

  it('has no workers, whose requests would pass by the door, in any frame', async () => {
    const town = await openTown();
    const kinds = '[typeof Worker, typeof SharedWorker]';
    town.pages.set(
      '/tzgg/',
      framed(`<p id="own"></p><p id="inner"></p><iframe srcdoc="<p>x</p>" onload="
        document.getElementById('inner').textContent = 'inner ' + [typeof this.contentWindow.Worker, typeof this.contentWindow.SharedWorker]"></iframe>
        <script>document.getElementById('own').textContent = 'own ' + ${kinds};</script>`),
    );
    const { html } = (await browser.render(`${town.url}tzgg/`, SETTINGS, never))!;
    expect(html).toContain('own undefined,undefined');
    expect(html).toContain('inner undefined,undefined');
  });

  it('that leads where nobody answers is not read: what the browser draws then is no page of the site', async () => {
    const town = await openTown();
    town.pages.set('/tzgg/', framed('<script>addEventListener("load", () => { location.href = "http://127.0.0.1:9/away"; });</script>'));
    expect(await browser.render(`${town.url}tzgg/`, SETTINGS, never)).toBeNull();
  });

  it('is refused where its own address is private and the configuration does not allow that', async () => {
    const town = await openTown();
    town.pages.set('/tzgg/', framed(list(rowsDown(5, 1))));
    const rendered = await browser.render(`${town.url}tzgg/`, { ...SETTINGS, allowPrivateNetworks: false }, never);
    expect(rendered).toBeNull();
    expect(town.connections()).toBe(0);
  });

  it('is shut when its script never rests, and the next page is drawn all the same', async () => {
    const town = await openTown();
    town.pages.set('/busy/', framed('<script>addEventListener("load", () => setTimeout(() => { for (;;); }, 50));</script>'));
    town.pages.set(
      '/bomb/',
      framed('<script>const hold = []; addEventListener("load", () => { for (;;) hold.push(new Array(1e6).fill({})); });</script>'),
    );
    town.pages.set('/tzgg/', framed(list(rowsDown(5, 1))));
    const impatient = { ...SETTINGS, timeoutSeconds: 2 };
    const patient = { ...SETTINGS, timeoutSeconds: 30 };
    // What waits for a page must outlive the collections of a long crawl.
    setFlagsFromString('--expose-gc');
    const collecting = setInterval(runInNewContext('gc'), 500);
    const began = Date.now();
    const bad = await Promise.all(['/busy/', '/bomb/'].map((path) => browser.render(new URL(path, town.url).href, impatient, never)));
    const took = Date.now() - began;
    const next = await browser.render(`${town.url}tzgg/`, patient, never);
    clearInterval(collecting);
    expect(bad).toEqual([null, null]);
    expect(took).toBeLessThan(60_000);
    expect(next?.html).toContain(titleOf(5));
  });

  it('leaves no browser behind that answers no more: the next page has another, and closing waits for none', async () => {
    const town = await openTown();
    town.pages.set('/tzgg/', framed(list(rowsDown(5, 1))));
    const before = childProcesses();
    const chromiums = () => childProcesses().filter((pid) => !before.includes(pid));
    const stopped = openBrowser(door);
    const patient = { ...SETTINGS, timeoutSeconds: 30 };
    expect(await stopped.render(`${town.url}tzgg/`, patient, never)).not.toBeNull();
    const [first] = chromiums();
    process.kill(first!, 'SIGSTOP');
    expect(await stopped.render(`${town.url}tzgg/`, { ...SETTINGS, timeoutSeconds: 1 }, never)).toBeNull();
    expect((await stopped.render(`${town.url}tzgg/`, patient, never))?.html).toContain(titleOf(5));
    expect(chromiums()).not.toContain(first);
    for (const pid of chromiums()) process.kill(pid, 'SIGSTOP');
    await stopped.close();
    expect(chromiums()).toEqual([]);
  });

  it('ends when the crawl is stopped', async () => {
    const town = await openTown();
    town.pages.set('/', framed('here'));
    town.pages.set('/tzgg/', () => undefined);
    const patient = { ...SETTINGS, timeoutSeconds: 60 };
    expect(await browser.render(town.url, patient, never)).not.toBeNull();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 1000);
    const began = Date.now();
    expect(await browser.render(`${town.url}tzgg/`, patient, stop.signal)).toBeNull();
    expect(Date.now() - began).toBeLessThan(30_000);
  });

  it('costs a bounded number of requests, however often its script asks', async () => {
    const town = await openTown();
    town.pages.set('/poll', 'x');
    town.pages.set(
      '/tzgg/',
      framed(
        '<script>const ask = (n) => fetch("/poll?" + n).finally(() => ask(n + 1)); for (let i = 0; i < 8; i++) ask(i * 1e6);</script>',
      ),
    );
    await browser.render(`${town.url}tzgg/`, { ...SETTINGS, timeoutSeconds: 3 }, never);
    expect(town.asked.length).toBeLessThanOrEqual(122);
  }, 60_000);
});

describe('without Chromium', () => {
  it('rendering gives nothing and throws nothing', async () => {
    const before = process.env.GONGKAI_CHROMIUM;
    for (const path of ['/nowhere/chromium', '/bin/false']) {
      process.env.GONGKAI_CHROMIUM = path;
      const none = openBrowser(door);
      expect([path, await none.render('http://127.0.0.1:1/', SETTINGS, never)]).toEqual([path, null]);
      await none.close();
    }
    if (before === undefined) delete process.env.GONGKAI_CHROMIUM;
    else process.env.GONGKAI_CHROMIUM = before;
  });
});
