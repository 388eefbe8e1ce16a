import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, vi } from 'vitest';
import { addCommands } from '../../src/cli/commands.ts';
import { inTwoLanguages } from '../../src/cli/help.ts';
import { addLeadingOptions } from '../../src/cli/options.ts';
import { runProgram } from '../../src/cli/program.ts';
import { estateOf } from '../site/audits.ts';
import type { Finished } from './gongkai.ts';

/** A folder with configurations and stores for the command line, gone when the file's tests are over. */
export function useFolder(): (...parts: string[]) => string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (...parts) => join(folder, ...parts);
}

/** Writes DIR/estate.yaml and gives DIR. */
export function configAt(dir: string, estate: string): string {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'estate.yaml'), estate);
  return dir;
}

/** A good estate of one site on loopback with one column. */
export function goodEstate(url = 'http://127.0.0.1:9/'): string {
  return estateOf('water', url, ['{ id: tzgg, name: 通知公告, url: /tzgg/, category: notices }']);
}

/** Runs the command line in this process: for what is not about processes, and without the second that each of them takes to start. */
export async function gongkaiHere(args: readonly string[]): Promise<Finished> {
  const program = await addCommands(addLeadingOptions(inTwoLanguages(new Command('gongkai'))), args);
  const said = { stdout: '', stderr: '' };
  const listeners = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const);
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  const { exitCode } = process;
  process.exitCode = 0;
  try {
    await runProgram(program, ['node', 'gongkai', ...args]);
    return { status: Number(process.exitCode), ...said };
  } finally {
    process.exitCode = exitCode;
    for (const spy of spies) spy.mockRestore();
    process.stdout.removeAllListeners('error');
    for (const [signal, before] of listeners)
      for (const one of process.listeners(signal)) if (!before.includes(one)) process.off(signal, one);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What a misuse comes to: nothing on standard output and a sentence, no stack, on standard error. */
export async function complaint(args: readonly string[]): Promise<Pick<Finished, 'status' | 'stderr'>> {
  const { status, stdout, stderr } = await gongkaiHere(args);
  if (stdout !== '') throw new Error(`standard output of ${args.join(' ')}: ${stdout}`);
  if (/\n\s+at |内部出错/.test(stderr)) throw new Error(`a stack instead of a sentence: ${stderr}`);
  return { status, stderr };
}
