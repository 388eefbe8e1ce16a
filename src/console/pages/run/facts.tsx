import type { Child } from 'hono/jsx';
import type { RunRecord } from '../../../model/records.ts';
import type { Language } from '../../../model/sentence.ts';
import type { Names } from '../../../rows/names.ts';
import { Count } from '../../view/count.tsx';
import { unreadPath } from '../../view/links.ts';
import { Status } from '../../view/status.tsx';
import type { Words } from '../../words/words.ts';

/** When an audit ran; for those who see the whole estate also what it cost, and how much it could not read. */
export function RunFacts(of: { run: RunRecord; title: Child; names: Names; words: Words; language: Language; whole: boolean }) {
  const { run, title, names, words, language, whole } = of;
  return (
    <section>
      <h2>{title}</h2>
      <dl class="facts">
        <dt>{words.head.state}</dt>
        <dd>
          <Status name={run.state} of={words.run} /> {whole && run.error?.[language]}
        </dd>
        <dt>{words.head.started}</dt>
        <dd>{names.time(run.startedAt)}</dd>
        <dt>{words.head.finished}</dt>
        <dd>{names.time(run.finishedAt)}</dd>
        <dt>{words.head.asOf}</dt>
        <dd>{names.time(run.asOf)}</dd>
        {whole && (
          <>
            <dt>{words.head.requests}</dt>
            <dd>{run.traffic.requests.toLocaleString('en-US')}</dd>
            <dt>{words.head.failed}</dt>
            <dd>
              <Count of={run.failed} list={unreadPath(run.id)} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
