/** Which browser it is, the more special before what it says it is like. */
const BROWSERS = [
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+)/],
] as const;
const SYSTEMS = [
  ['Windows', /Windows/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;
const LONGEST = 40;

/** What people call the browser behind a user agent (`Edge 128 · Windows`), or its beginning where that tells none. */
export function browserName(agent: string): string {
  const browser = BROWSERS.flatMap(([name, pattern]) => {
    const version = pattern.exec(agent)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  })[0];
  if (browser === undefined) return agent.slice(0, LONGEST);
  const system = SYSTEMS.find(([, pattern]) => pattern.test(agent))?.[0];
  return system === undefined ? browser : `${browser} · ${system}`;
}
