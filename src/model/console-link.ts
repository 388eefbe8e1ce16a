/** The whole address of a page of the console. A console may stand below a path (`https://gk.example/at/lanting`), which its pages' paths do not name. */
export function consoleLink(path: string, consoleUrl: string): string {
  return new URL((consoleUrl.endsWith('/') ? consoleUrl.slice(0, -1) : consoleUrl) + path).href;
}
