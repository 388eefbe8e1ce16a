import { Command } from 'commander';
import { commands } from './commands.ts';
import { inTwoLanguages } from './help.ts';
import { addLeadingOptions } from './options.ts';
import { runProgram } from './program.ts';

const program = addLeadingOptions(inTwoLanguages(new Command('gongkai')));
for (const register of commands) register(program);
await runProgram(program, process.argv);
