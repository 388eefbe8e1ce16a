import { Command } from 'commander';
import { commands } from './commands.ts';
import { addLeadingOptions } from './options.ts';
import { runProgram } from './program.ts';

const program = addLeadingOptions(new Command('gongkai'));
for (const register of commands) register(program);
await runProgram(program, process.argv);
