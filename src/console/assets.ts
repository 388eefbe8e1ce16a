import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Register } from './register.ts';

const require = createRequire(import.meta.url);
const own = (name: string) => new URL(`assets/${name}`, import.meta.url);

/** All files that pages load: ours, and the library of charts as it was installed. */
const FILES: Readonly<Record<string, { readonly path: URL | string; readonly type: string }>> = {
  ...Object.fromEntries(
    ['frame.css', 'tables.css', 'forms.css', 'print.css', 'paper.css'].map((name) => [
      name,
      { path: own(name), type: 'text/css; charset=utf-8' },
    ]),
  ),
  'console.js': { path: own('console.js'), type: 'text/javascript; charset=utf-8' },
  'charts.js': { path: own('charts.js'), type: 'text/javascript; charset=utf-8' },
  'icon.svg': { path: own('icon.svg'), type: 'image/svg+xml' },
  'echarts.js': { path: require.resolve('echarts/dist/echarts.min.js'), type: 'text/javascript; charset=utf-8' },
};

/** Scripts, styles and the icon, from our own origin only. */
export const registerAssets: Register = (app, services) => {
  const loaded = new Map<string, { bytes: Uint8Array<ArrayBuffer>; tag: string }>();
  app.read('/assets/:file', 'public', (c) => {
    const name = c.req.param('file');
    const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
    if (file === undefined) return c.notFound();
    let content = loaded.get(name);
    if (content === undefined) {
      const bytes = new Uint8Array(readFileSync(file.path));
      content = { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
      loaded.set(name, content);
    }
    const headers = { etag: content.tag, 'cache-control': 'public, max-age=300' };
    if (c.req.header('if-none-match') === content.tag) return c.body(null, 304, headers);
    return c.body(content.bytes, 200, { ...headers, 'content-type': file.type });
  });

  app.read('/health', 'public', async (c) => {
    const version = await services.store.search.version();
    return c.json({ ok: true, audited: version !== '' && !version.startsWith(' ') });
  });

  app.read('/language/:language', 'public', (c) => {
    const language = c.req.param('language') === 'en' ? 'en' : 'zh';
    c.header('set-cookie', `gongkai-language=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
    return c.redirect(ownPath(c.req.query('next')));
  });
};

/** A path of this console; whatever leads elsewhere becomes the first page. */
export function ownPath(path: string | undefined): string {
  const base = 'http://console.invalid';
  const url = path?.startsWith('/') && URL.canParse(path, base) ? new URL(path, base) : null;
  return url?.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}
