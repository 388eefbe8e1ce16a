import { type Command, CommanderError } from 'commander';
import { inBoth } from '../model/sentence.ts';
import { ToldError } from '../model/told-error.ts';
import { EXIT, Failure } from './failure.ts';
import { describeFileFault } from './file-fault.ts';

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

/** What commander has said in English already, for those who read Chinese. */
const MISUSES: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.optionMissingArgument': '这个选项后面要写一个值',
  'commander.missingMandatoryOptionValue': '缺少必须写的选项',
  'commander.missingArgument': '缺少必须写的参数',
  'commander.excessArguments': '参数太多',
};

function reportUsage({ code, exitCode }: CommanderError): number {
  if (exitCode === 0) return EXIT.done;
  const said = MISUSES[code];
  if (said !== undefined) process.stderr.write(`${inBoth({ zh: `${said}，写法见 --help`, en: 'see --help' })}\n`);
  return EXIT.usage;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return reportUsage(error);
  if (error instanceof Failure) {
    process.stderr.write(`${error.message}\n`);
    return error.exitStatus;
  }
  if (error instanceof ToldError) {
    process.stderr.write(`${error.message}\n`);
    return error.side === 'configuration' ? EXIT.usage : EXIT.failed;
  }
  const fault = describeFileFault(error);
  if (fault !== null) {
    process.stderr.write(`${inBoth(fault)}\n`);
    return EXIT.failed;
  }
  process.stderr.write(
    `${inBoth({ zh: 'gongkai 内部出错，请把下面的内容反馈给开发者', en: 'a fault of ours, please report it' })}:\n${error instanceof Error ? error.stack : String(error)}\n`,
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
