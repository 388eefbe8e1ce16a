import { Command } from 'commander';
import { addCommands } from './commands.ts';
import { inTwoLanguages } from './help.ts';
import { addLeadingOptions } from './options.ts';
import { runProgram } from './program.ts';

const program = await addCommands(addLeadingOptions(inTwoLanguages(new Command('gongkai'))), process.argv.slice(2));
await runProgram(program, process.argv);
