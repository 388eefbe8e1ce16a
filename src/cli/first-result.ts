import { judgeSite } from '../../jobs/judging/judge.ts';
import type { RunEvent } from '../../jobs/run/inline-driver.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import type { Span } from '../model/estate.ts';
import type { ColumnStatus } from '../model/records.ts';
import { inBoth } from '../model/sentence.ts';
import { stateWords } from '../timeliness/wording/states.ts';

const TOLD: readonly ColumnStatus[] = ['overdue', 'blank', 'unknown', 'due', 'fresh', 'exempt'];

/** A first result while the others are still being read. */
export interface FirstResult {
  see(event: RunEvent): void;
  /** Ends once what was begun is told; the store may be closed then. */
  done(): Promise<void>;
}

/**
 * Judges the first site that was read whole and says how its columns stand, so that whoever started an audit by hand sees within
 * seconds what it is about. What it says is provisional: what is known of all sites together judges at the end.
 */
export function openFirstResult(
  workshop: Workshop,
  { asOf, span }: { readonly asOf: Date; readonly span: Span },
  say: (line: string) => void,
): FirstResult {
  let begun: Promise<void> | null = null;
  const tell = async (site: string) => {
    const { config } = workshop;
    const columns = await judgeSite(workshop, site, { asOf, span, pack: config.pack });
    const name = config.estate.sites.find(({ id }) => id === site)?.name ?? site;
    const standing = (words: Readonly<Record<ColumnStatus, string>>) =>
      TOLD.map((status) => [words[status], columns.filter((column) => column.status === status).length] as const)
        .filter(([, count]) => count > 0)
        .map(([word, count]) => `${word} ${count}`)
        .join(' · ');
    const [zh, en] = [standing(stateWords.zh.column), standing(stateWords.en.column)];
    say(
      inBoth({
        zh: `先看一个：${name}，栏目 ${columns.length} 个：${zh}（初步；其余网站还在读取）`,
        en: `a first one, ${site}: ${columns.length} columns: ${en}`,
      }),
    );
  };
  return {
    see(event) {
      if (begun !== null || event.kind !== 'site' || event.record.status !== 'ok') return;
      // What goes wrong here goes wrong again when all are judged, and is told there.
      begun = tell(event.record.site).catch(() => undefined);
    },
    async done() {
      await begun;
    },
  };
}
