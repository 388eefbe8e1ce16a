import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['src', 'crawlers', 'jobs', 'sample-city']
  .flatMap((room) => filesIn(join(ROOT, room)))
  .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file));

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** Files whose code, comments left out, holds the pattern. */
function filesWith(pattern: RegExp, allowed: readonly string[]): string[] {
  return SOURCES.map((file) => relative(ROOT, file))
    .filter((file) => !allowed.includes(file))
    .filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')));
}

/** Words of the field that an engineer searches for, each to be found in the first line of some docstring. */
const WORDS_OF_THE_FIELD = [
  'HTTP client',
  'SSRF guard',
  'rate limiter',
  'retry policy',
  'connection pools',
  'requests in flight',
  'robots.txt',
  'outbox',
  'compare-and-swap',
  'heartbeat',
  'CSRF guard',
  'login throttling',
  'deduplication',
  'job schedulers',
];

/** Names that told nobody what stands behind them, as words of code or of files. */
const FORMER_NAMES =
  /\b(?:errand|newErrand|Intake|openIntake|glimpse(?:Titles|Lines)|Underway|Manners|Desk|\w+Desk|Desk(?:Store|Query|Item)|hearColumn|hearItem|Grounds|PERSONS_EVENTS|PersonsAct|doUpkeep|holdJob|Afterwards|Pulse|startPulse|openStation|watchOurselves|ownForms|storableInput|createAllowance|keepSchedulers)\b/;
const FORMER_FILES =
  /^(?:crawlers\/door\/(?:errand|tries|intake|glimpse|underway|lines|judge)|crawlers\/site\/refresh|jobs\/audit\/.*|jobs\/run\/(?:upkeep|hold|afterwards)|jobs\/health\/(?:pulse|witness|station|watch)|jobs\/worker\/scheduler|src\/console\/(?:desk|guard\/(?:forms|storable|allowance|remember)))\.ts$/;

/** The first lines of all docstrings in the sources, in small letters. */
function docstringLines(): string[] {
  return SOURCES.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^[ \t]*\/\*\*?\s*(?:\n[ \t]*\* )?(\S.*)$/gm)]).map((found) =>
    found[1]!.toLowerCase(),
  );
}

/** Both languages in one text: `没有读到 · not read`, `没有读到。 It was not read.`, or two halves joined by code. */
const JOINED_PROSE = [
  /\p{Script=Han}[^'"\n]* · (?=[A-Za-z]|\$\{)/u,
  /[。！？）](?:\\n| )[A-Z][a-z]/,
  /\bzh\)?\}(?: · |\\n| )\$\{[^}\n]*\ben\b/,
  /\bzh\b[^{}\n]*\ben\b[^{}\n]*\]\s*\.join\(/,
];

/** Who writes both languages for readers of whom nobody knows which they read. */
const JOINING = ['src/model/sentence.ts', 'src/model/told-error.ts'];

describe('the house', () => {
  it('asks only the clock for the time', () => {
    expect(filesWith(/\bDate\.now\(|new Date\(\)|performance\.now\(/, ['src/model/clock.ts'])).toEqual([]);
  });

  it('takes chance only from the module for it', () => {
    expect(filesWith(/\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/, ['src/model/randomness.ts'])).toEqual([]);
  });

  it('opens sockets to sites only in the door; the sample city only listens', () => {
    const found = filesWith(/\bfetch\(['"`]http|from ['"](?:node:)?https?['"]|from ['"]undici['"]/, []);
    expect(found.filter((file) => !file.startsWith('crawlers/door/') && !file.startsWith('sample-city/'))).toEqual([]);
  });

  it('keeps to itself what is private, with #', () => {
    expect(filesWith(/^\s*(?:private|protected) /m, [])).toEqual([]);
  });

  it('says everything as a sentence in two languages and joins them in one place only', () => {
    for (const joined of JOINED_PROSE) expect(filesWith(joined, JOINING)).toEqual([]);
  });

  it('asks on pages and in the API what somebody may do, not who somebody is', () => {
    const asked = filesWith(/\.role (?:===|!==) '/, ['src/console/acts.ts', 'src/console/context.ts']);
    expect(asked.filter((file) => /^src\/console\/(?:pages|api|view|feeds)\//.test(file))).toEqual([]);
  });

  it('has no unfinished work in its sources', () => {
    expect(filesWith(/\bTODO\b|\bFIXME\b|\bXXX\b/, [])).toEqual([]);
  });

  it('says the words of the field where what they name is defined', () => {
    const lines = docstringLines();
    expect(WORDS_OF_THE_FIELD.filter((word) => !lines.some((line) => line.includes(word.toLowerCase())))).toEqual([]);
  });

  it('does not go back to names that nobody looks for', () => {
    expect(filesWith(FORMER_NAMES, [])).toEqual([]);
    expect(SOURCES.map((file) => relative(ROOT, file)).filter((file) => FORMER_FILES.test(file))).toEqual([]);
  });
});
