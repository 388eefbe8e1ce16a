import type { SiteRow } from '../../../audit/audit-result.ts';
import { outcomeFacts } from '../../../model/outcome.ts';
import type { Probe } from '../../../model/probes.ts';
import type { Names } from '../../../rows/names.ts';
import type { ConsoleContext } from '../../context.ts';
import { Count } from '../../view/count.tsx';
import { failedVisitsPath, sitePath } from '../../view/links.ts';
import type { Words } from '../../words/words.ts';
import { openedShare } from './opened-share.ts';

/** How often a site's home page opened, with the visits in which it did not. */
export function Opened({ row: { id, reachability }, words }: { row: SiteRow; words: Words }) {
  if (reachability === null) return <>{words.none}</>;
  const { failed, measurable } = reachability;
  return (
    <>
      {openedShare(reachability) ?? words.none}
      {failed > 0 && (
        <small>
          {' '}
          {words.sites.failed} <Count of={failed} list={failedVisitsPath(id)} />
        </small>
      )}
      {!measurable && <small> {words.sites.tooFew}</small>}
    </>
  );
}

/** When a site was last visited and what came of it, with the visits before. */
export function LastVisit({ c, names, visit }: { c: ConsoleContext; names: Names; visit: Probe | undefined }) {
  const { words, language } = c.var;
  if (visit === undefined) return <>{words.none}</>;
  return (
    <>
      <a href={`${sitePath(visit.site)}#table-visits`}>{names.time(visit.at)}</a> <small>{outcomeFacts(visit.outcome)[language]}</small>
    </>
  );
}
