import { judgeStored, yearToDate } from '../../jobs/judging/judge.ts';
import type { Closed } from '../../jobs/run/close.ts';
import { runInline } from '../../jobs/run/inline-driver.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import type { AuditResult, ColumnRow } from '../audit/audit-result.ts';
import { matchesFailOn, readFailOn } from '../audit/fail-on.ts';
import { findingRow } from '../checks/finding.ts';
import { configHeld } from '../estate/held.ts';
import { formatInstant } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { FindingRow } from '../model/findings.ts';
import type { RunRecord } from '../model/records.ts';
import { inBoth } from '../model/sentence.ts';
import type { Narrowing } from '../store/store.ts';
import type { OverdueByLater } from '../timeliness/judge-column.ts';
import { checkSpan } from './as-of.ts';
import { keepFolder } from './estate-source.ts';
import { EXIT, Failure } from './failure.ts';
import { openFirstResult } from './first-result.ts';
import { interruptible } from './interrupt.ts';
import { openProgress } from './progress.ts';
import { rendererFor } from './renderer.ts';

export interface AuditEstateOptions {
  readonly crawl: boolean;
  readonly full: boolean;
  readonly asOf: Date;
  readonly from: string | null;
  readonly to: string | null;
  readonly narrowing: Narrowing;
  readonly failOn: string | null;
  readonly rulePack: string | null;
  readonly quiet?: true;
  readonly verbose?: true;
}

/** What an audit says; `contractForm` makes the contract's `gongkai.audit/1` of it. */
export interface AuditDocument extends Omit<AuditResult, 'findings'> {
  readonly schema: 'gongkai.audit/1';
  readonly estate: string;
  readonly asOf: string;
  readonly findings: readonly FindingRow[];
  readonly run: {
    readonly id: string | null;
    readonly startedAt: string | null;
    readonly finishedAt: string | null;
    readonly requests: number;
    readonly notModified: number;
    readonly bytes: number;
    readonly failed: number;
  };
}

/**
 * The document as the contract has it: there a past day is judged by whatever was read of it, also by a list that was read later, which
 * `doubts` says (`read-later`). Nothing else rests on that: not the sums, findings or `--fail-on`, and no page, paper or alert.
 */
export function contractForm(document: AuditDocument): object {
  return { ...document, columns: document.columns.map(({ overdueByLater, ...row }) => ({ ...row, ...toldLater(overdueByLater) })) };
}

function toldLater(overdue: OverdueByLater | null) {
  return overdue && ({ status: 'overdue', reason: null, ...overdue } satisfies Partial<ColumnRow>);
}

/** Crawls unless told not to, judges what is stored, and says whether `--fail-on` found what it looks for. */
export async function auditEstate(
  opened: Workshop,
  options: AuditEstateOptions,
): Promise<{ document: AuditDocument; interrupted: boolean; found: boolean }> {
  const present = { ...opened, config: await keepFolder(opened, options.asOf) };
  // What is judged is what held on that day: it may have been changed since.
  const workshop = { ...present, config: await configHeld(present, options.asOf) };
  const zone = workshop.config.estate.timezone;
  const year = yearToDate(zone, options.asOf);
  const span = { from: options.from ?? year.from, to: options.to ?? year.to };
  checkSpan(span.from, span.to);
  const pack = packNamed(workshop, options.rulePack);
  const failOn = options.failOn === null ? null : readFailOn(options.failOn, pack);
  const closed = options.crawl ? await crawl(present, options, span) : null;
  const run = closed?.run ?? null;
  const asked = options.from !== null || options.to !== null || options.rulePack !== null;
  const result =
    closed?.judged && !asked
      ? closed.judged.result
      : (await judgeStored(workshop, { asOf: options.asOf, span, narrowing: options.narrowing, pack })).result;
  const document: AuditDocument = {
    schema: 'gongkai.audit/1',
    estate: workshop.config.estate.name,
    asOf: formatInstant(zone, options.asOf),
    ...result,
    findings: result.findings.map((finding) => findingRow(finding, workshop.config.alerts.language)),
    run: describeRun(run, zone),
  };
  return { document, interrupted: run?.state === 'interrupted', found: failOn !== null && matchesFailOn(result, failOn) };
}

/** Drives a run to its end; one that failed or was cancelled has nothing to show. */
async function crawl(workshop: Workshop, options: AuditEstateOptions, span: Span): Promise<Closed> {
  const interrupt = interruptible();
  const progress = openProgress(options);
  const first = openFirstResult(workshop, { asOf: options.asOf, span }, progress.say);
  const renderer = rendererFor(workshop);
  try {
    const closed = await runInline(workshop, {
      kind: 'audit',
      asOf: options.asOf,
      narrowing: options.narrowing,
      full: options.full,
      render: renderer.render,
      signal: interrupt.signal,
      progress(event) {
        progress.show(event);
        if (!options.quiet) first.see(event);
      },
    });
    progress.stop();
    const { state, error } = closed.run;
    if (closed.judged === null) throw new Failure(error ?? { zh: `运行已被取消：${state}`, en: `the run was cancelled: ${state}` });
    if (error !== null && !options.quiet) process.stderr.write(`${inBoth(error)}\n`);
    return closed;
  } finally {
    progress.stop();
    await first.done();
    await renderer.close();
    interrupt.release();
  }
}

function packNamed({ config }: Workshop, id: string | null) {
  if (id === null) return config.pack;
  const pack = config.packs.find((one) => one.id === id);
  if (!pack)
    throw new Failure(
      {
        zh: `没有叫“${id}”的指标，已有：${config.packs.map((one) => one.id).join('、')}`,
        en: `no rule pack is called "${id}"; there are: ${config.packs.map((one) => one.id).join(', ')}`,
      },
      EXIT.usage,
    );
  return pack;
}

function describeRun(run: RunRecord | null, zone: string): AuditDocument['run'] {
  const instant = (at: Date | null | undefined) => (at ? formatInstant(zone, at) : null);
  return {
    id: run?.id ?? null,
    startedAt: instant(run?.startedAt),
    finishedAt: instant(run?.finishedAt),
    requests: run?.traffic.requests ?? 0,
    notModified: run?.traffic.notModified ?? 0,
    bytes: run?.traffic.bytes ?? 0,
    failed: run?.failed ?? 0,
  };
}
