import { Command } from 'commander';
import { commands } from './commands.ts';
import { addCommonOptions } from './options.ts';
import { runProgram } from './program.ts';

const program = addCommonOptions(new Command('gongkai'));
for (const register of commands) register(program);
await runProgram(program, process.argv);
