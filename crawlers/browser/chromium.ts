import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where Windows has its browsers, which are on nobody's PATH: below the folders that these variables name. */
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];
const WINDOWS_PLACES = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** Where Chromium or a browser made of it is: `GONGKAI_CHROMIUM`, else on PATH, else where Windows has it; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.GONGKAI_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of NAMES) {
    const folder = folders.find((one) => one !== '' && existsSync(join(one, name)));
    if (folder !== undefined) return join(folder, name);
  }
  const installed = WINDOWS_PLACES.flatMap((place) => WINDOWS_FOLDERS.map((name) => join(process.env[name] ?? '', place)));
  return installed.find((file) => isAbsolute(file) && existsSync(file)) ?? null;
}

/** Nothing that the browser would do by itself on the network, and no sandbox for root, which Chromium refuses to have, nor where a container takes its place. */
export const BROWSER_ARGUMENTS: string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--js-flags=--max-old-space-size=512',
  '--no-first-run',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 || process.env.GONGKAI_CHROMIUM_SANDBOX === 'off' ? ['--no-sandbox'] : []),
];
