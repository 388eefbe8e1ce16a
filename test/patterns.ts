import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A regular expression of the sources, and where it stands. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/** Every regular expression of these folders: the literals, and what their modules build when they are loaded. */
export async function patternsOf(folders: readonly string[]): Promise<Pattern[]> {
  const found = new Map<string, Pattern>();
  const keep = (pattern: Pattern) => void found.set(`${pattern.source}/${pattern.flags}`, pattern);
  for (const file of folders.flatMap(sourcesIn)) {
    for (const built of await builtBy(file)) keep({ source: built.source, flags: built.flags, where: relative(ROOT, file) });
    literalsOf(file).forEach(keep);
  }
  return [...found.values()];
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('-thread.ts'))
    .map((name) => join(ROOT, folder, name));
}

function literalsOf(file: string): Pattern[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const look = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const text = node.getText();
      const end = text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ source: text.slice(1, end), flags: text.slice(end + 1), where: `${relative(ROOT, file)}:${line}` });
    }
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
}

async function builtBy(file: string): Promise<RegExp[]> {
  const built: RegExp[] = [];
  const { RegExp: genuine } = globalThis;
  globalThis.RegExp = new Proxy(genuine, {
    construct(target, given, as) {
      const pattern = Reflect.construct(target, given, as) as RegExp;
      // What a package builds for itself meets no crawled text of ours, or its own maintainers look after it.
      if (!/node_modules|node:/.test(new Error().stack?.split('\n')[2] ?? '')) built.push(pattern);
      return pattern;
    },
  });
  try {
    await import(pathToFileURL(file).href);
  } finally {
    globalThis.RegExp = genuine;
  }
  return built;
}
