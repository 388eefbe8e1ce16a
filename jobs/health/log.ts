import { type DestinationStream, type Logger, pino } from 'pino';
import { leavingText } from '../../src/privacy/leaving.ts';

export type Log = Logger;

interface LogOptions {
  readonly pretty: boolean;
  readonly level: 'debug' | 'info' | 'warn';
  /** Id of the estate that its lines are of, where a process works for several. */
  readonly estate?: string | undefined;
  /** Takes the lines; left out: standard error. */
  readonly to?: DestinationStream;
}

const LONGEST = 2_000;
const STDERR = 2;

/**
 * Opens the log of a process that runs for long: JSON lines on standard error, or lines for people where `pretty`. Every text that
 * comes in is taken as hostile: no control character of a crawled page reaches a terminal.
 */
export async function openLog({ pretty, level, estate, to }: LogOptions): Promise<Log> {
  const options = {
    level,
    base: estate === undefined ? null : { estate },
    formatters: { level: (label: string) => ({ level: label }), log: (fields: Record<string, unknown>) => harmless(fields) },
    hooks: {
      logMethod(this: Logger, given: Parameters<Logger['info']>, method: (...given: Parameters<Logger['info']>) => void) {
        const safe = given.map((one) => (typeof one === 'string' ? cut(one) : one)) as Parameters<Logger['info']>;
        method.apply(this, safe);
      },
    },
  };
  if (!pretty) return pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime }, to ?? pino.destination({ dest: STDERR, sync: true }));
  const { default: prettier } = await import('pino-pretty');
  return pino(
    options,
    prettier({ destination: STDERR, sync: true, translateTime: 'SYS:yyyy-mm-dd HH:MM:ss', colorize: true, singleLine: true }),
  );
}

function harmless(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]));
}

function cut(text: string): string {
  return leavingText(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
