import { inBoth, type Sentence } from '../model/sentence.ts';
import { ToldError } from '../model/told-error.ts';
import { describePlace, type Place } from './place.ts';

/** One thing that is wrong in the configuration, with all that a person needs to mend it. */
export interface Problem extends Place {
  /** Where in the file: `sites[0].columns[2].url`. */
  readonly key: string | null;
  /** What stands there, shortened; null: nothing. */
  readonly given: Sentence | null;
  readonly expected: Sentence;
  readonly mend: Sentence;
}

/** The configuration cannot be used. `problems` holds everything that is wrong, not only the first; the command line exits with 2. */
export class ConfigError extends ToldError {
  override readonly name = 'ConfigError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const ordered = inOrder(problems);
    super(headOf(ordered), { code: 'configuration', side: 'configuration', message: describeProblems(ordered) });
    this.problems = ordered;
  }
}

/** Down each file, as one mends it. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map((problem) => problem.file))];
  return problems.toSorted(
    (one, other) =>
      files.indexOf(one.file) - files.indexOf(other.file) || (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  );
}

/** All problems as one text for people. */
function describeProblems(problems: readonly Problem[]): string {
  return [inBoth(headOf(problems)), ...problems.map(describeProblem)].join('\n\n');
}

function headOf({ length }: readonly Problem[]): Sentence {
  return { zh: `配置有 ${length} 处要改`, en: `${length === 1 ? 'one thing' : `${length} things`} to mend in the configuration` };
}

function describeProblem(problem: Problem): string {
  const lines = [
    `${describePlace(problem)}${problem.key === null ? '' : `  ${problem.key}`}`,
    `  写的是 given    ${problem.given ? inBoth(problem.given) : `（${inBoth({ zh: '没有写', en: 'nothing' })}）`}`,
    `  应当是 expected ${inBoth(problem.expected)}`,
    `  改法 mend       ${inBoth(problem.mend)}`,
  ];
  return lines.join('\n');
}
