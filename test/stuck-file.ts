import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** No test file needs longer; one that does holds up the whole run, and a run that is cut off from outside names nobody. */
const LONGEST_MINUTES = 12;

/** Ends a run in which a file stands still where no timeout of a test reaches (a loop, a hook, a process that does not end), and names it. */
export default class StuckFile implements Reporter {
  readonly #begun = new Map<TestModule, number>();
  readonly #running = new Map<TestModule, TestCase>();
  #look: NodeJS.Timeout | null = null;

  onTestRunStart(): void {
    this.#look = setInterval(() => this.#endStuck(), 10_000);
    this.#look.unref();
  }

  onTestModuleStart(module: TestModule): void {
    this.#begun.set(module, performance.now());
  }

  onTestCaseReady(test: TestCase): void {
    this.#running.set(test.module, test);
  }

  onTestModuleEnd(module: TestModule): void {
    this.#begun.delete(module);
  }

  onTestRunEnd(): void {
    if (this.#look !== null) clearInterval(this.#look);
  }

  #endStuck(): void {
    const now = performance.now();
    const stuck = [...this.#begun].filter(([, since]) => now - since > LONGEST_MINUTES * 60_000).map(([module]) => module);
    if (stuck.length === 0) return;
    for (const module of stuck) {
      const test = this.#running.get(module);
      process.stdout.write(
        `\nstands still for ${LONGEST_MINUTES} minutes: ${module.relativeModuleId} > ${test?.fullName ?? 'before its first test'}\n`,
      );
    }
    process.exit(1);
  }
}
