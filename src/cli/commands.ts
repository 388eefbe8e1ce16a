import type { Command } from 'commander';
import { registerConfig } from './commands/config.ts';
import { registerRead } from './commands/read.ts';

/**
 * One file a command, one line here. A command file imports only what is light at its top and the rest inside its action,
 * so that `gongkai classify` does not wait for the crawler to load.
 */
export const commands: readonly ((program: Command) => void)[] = [registerConfig, registerRead];
