import { type Command, CommanderError } from 'commander';
import { EXIT, Failure } from './failure.ts';

/** Runs the program and turns what goes wrong into a sentence on standard error and an exit status. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  try {
    quitQuietlyWhenNobodyReads();
    overrideExit(program);
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Commander ends the process by itself unless every command is told not to. */
function overrideExit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) overrideExit(child);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Failure) {
    process.stderr.write(`${error.message}\n`);
    return error.exitStatus;
  }
  if (error instanceof Error && (error.name === 'StoreError' || error.name === 'QueueError')) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.failed;
  }
  if (error instanceof Error && error.name === 'ConfigError') {
    process.stderr.write(`${error.message}\n`);
    return EXIT.usage;
  }
  process.stderr.write(
    `gongkai 内部出错，请把下面的内容反馈给开发者 · a fault of ours, please report it:\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.failed;
}

/** `gongkai items --json | head` closes our output early: that is no fault. */
function quitQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}
