import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Output is handed on in pieces of about this many characters. */
const PIECE = 1 << 16;

/** A line longer than this is no title; it is cut so that endless input cannot fill the memory. */
const LONGEST_LINE = 1 << 20;

/**
 * Turns lines into lines, in order, reading no faster than the output is taken. `answer` gets a line without its end and its
 * number from 1; null means that nothing is written for it.
 */
export async function pipeLines(input: Readable, output: Writable, answer: (line: string, number: number) => string | null): Promise<void> {
  let rest = '';
  let ready = '';
  let number = 0;
  const write = (line: string) => {
    number += 1;
    const answered = answer(line.endsWith('\r') ? line.slice(0, -1) : line, number);
    if (answered !== null) ready += `${answered}\n`;
  };
  const flush = async () => {
    const piece = ready;
    ready = '';
    if (piece !== '' && !output.write(piece)) await once(output, 'drain');
  };
  input.setEncoding('utf8');
  for await (const chunk of input as AsyncIterable<string>) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      write(rest + chunk.slice(from, end));
      rest = '';
      from = end + 1;
      if (ready.length >= PIECE) await flush();
    }
    if (rest.length < LONGEST_LINE) rest += chunk.slice(from);
    await flush();
  }
  if (rest !== '') write(rest);
  await flush();
}
