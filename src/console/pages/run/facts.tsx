import type { RunRecord } from '../../../model/records.ts';
import { Count } from '../../view/count.tsx';
import { runPath, unreadPath } from '../../view/links.ts';
import type { Names } from '../../view/names.ts';
import { Status } from '../../view/status.tsx';
import type { Words } from '../../words/words.ts';

/** When an audit ran, what it cost, and how much it could not read; with links for those who may open it. */
export function RunFacts(of: { run: RunRecord; title: string; names: Names; words: Words; linked: boolean }) {
  const { run, title, names, words, linked } = of;
  const started = names.time(run.startedAt);
  return (
    <section>
      <h2>{title}</h2>
      <dl class="facts">
        <dt>{words.head.state}</dt>
        <dd>
          <Status name={run.state} of={words.run} /> {run.error}
        </dd>
        <dt>{words.head.started}</dt>
        <dd>{linked ? <a href={runPath(run.id)}>{started}</a> : started}</dd>
        <dt>{words.head.finished}</dt>
        <dd>{names.time(run.finishedAt)}</dd>
        <dt>{words.head.requests}</dt>
        <dd>{run.traffic.requests.toLocaleString('en-US')}</dd>
        <dt>{words.head.failed}</dt>
        <dd>{linked ? <Count of={run.failed} list={unreadPath(run.id)} /> : run.failed}</dd>
      </dl>
    </section>
  );
}
