/** Where an argument or the inside of brackets ends: the next comma or closing bracket outside of strings and brackets; commas count at depth 0 of calls only. */
export function argumentEnd(code: string, from: number): number {
  const inBody = code[from - 1] === '{';
  for (let at = from, depth = 0; at < code.length; at++) {
    const sign = code[at]!;
    if (sign === '"' || sign === "'" || sign === '`') {
      for (at++; at < code.length && code[at] !== sign; at++) if (code[at] === '\\') at++;
    } else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && depth-- === 0) return at;
    else if ((sign === ',' || sign === ';') && depth === 0 && !inBody) return at;
  }
  return code.length;
}
