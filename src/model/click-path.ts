/** The way from the home page to a column as visitors click it, as circulars name it: `政务公开 › 通知公告`. */
export function clickPath({ path, name }: { readonly path: readonly string[]; readonly name: string }): string {
  return path.join(' › ') || name;
}
