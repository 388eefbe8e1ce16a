/** The JSON value that begins at a bracket in a script; undefined where it is no JSON, as most object literals are not. Linear in the script. */
export function jsonAt(script: string, from: number): unknown {
  const text = balanced(script, from);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text from an opening bracket to its closing one, brackets in strings not counted. */
function balanced(script: string, from: number): string | null {
  let depth = 0;
  for (let at = from; at < script.length; at++) {
    const sign = script[at];
    if (sign === '"') {
      at = endOfString(script, at);
      if (at < 0) return null;
    } else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth === 0) return script.slice(from, at + 1);
  }
  return null;
}

function endOfString(script: string, open: number): number {
  for (let at = open + 1; at < script.length; at++) {
    if (script[at] === '\\') at++;
    else if (script[at] === '"') return at;
  }
  return -1;
}
