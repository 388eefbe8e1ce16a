import { userInfo } from 'node:os';
import { APPROVAL, enterApproval } from '../duties/enter-approval.ts';
import type { EnteredApproval } from '../model/estate.ts';
import { inBoth } from '../model/sentence.ts';
import { EXIT, Failure } from './failure.ts';
import type { CommonOptions } from './options.ts';
import { formatTable, terminalWidth } from './table.ts';
import { withWorkshop } from './workshop.ts';

export interface ApproveOptions extends CommonOptions {
  readonly what: string;
  readonly year: string;
  readonly on: string;
  readonly unit?: readonly string[];
  readonly source?: string;
}

/** Writes down the day of an approval. */
export async function approve({ what, year, on, unit, source, ...options }: ApproveOptions): Promise<void> {
  const given = APPROVAL.safeParse({ what, year, on, source, units: unit });
  if (!given.success) {
    const said = {
      zh: '--what 是 budget（预算）、accounts（决算）或 adjustment（预算调整），--year 是四位年份，--on 是日期，如 2026-01-20',
      en: '--what is budget, accounts or adjustment, --year a year, --on a day such as 2026-01-20',
    };
    throw new Failure(said, EXIT.usage);
  }
  await withWorkshop(options, async (workshop) => print([await enterApproval(workshop, given.data, userInfo().username)], options));
}

/** Lists what people entered. */
export async function listApprovals(options: CommonOptions): Promise<void> {
  await withWorkshop(options, async ({ store }) => print(await store.approvals.list(), options));
}

/** Takes an approval back. */
export async function withdrawApproval(id: string, options: CommonOptions): Promise<void> {
  await withWorkshop(options, async ({ store }) => {
    const taken = await store.approvals.withdraw(id);
    if (taken === null) throw new Failure({ zh: `没有编号为 ${id} 的批准记录`, en: `there is no approval ${id}` }, EXIT.usage);
    print([taken], options);
  });
}

function print(approvals: readonly EnteredApproval[], { json }: CommonOptions): void {
  if (json) for (const approval of approvals) process.stdout.write(`${JSON.stringify(approval)}\n`);
  else if (approvals.length === 0) process.stdout.write(`${inBoth({ zh: '还没有录入批准的日期', en: 'no approval was entered yet' })}\n`);
  else {
    const heads = ['编号', '批准的是', '年度', '批准之日', '单位', '出处', '经办人'].map((head) => ({ head }));
    const rows = approvals.map(({ id, what, year, on, units, source, by }) => [
      id,
      NAMES[what],
      year,
      on,
      units?.join(' ') ?? '本级政府和部门',
      source,
      by,
    ]);
    process.stdout.write(`${formatTable(heads, rows, terminalWidth())}\n`);
  }
}

const NAMES: Readonly<Record<EnteredApproval['what'], string>> = { budget: '预算', accounts: '决算', adjustment: '预算调整' };
