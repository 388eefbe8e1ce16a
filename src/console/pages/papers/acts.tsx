import type { PaperRecord } from '../../../model/paper.ts';
import { kindOf } from '../../../reports/kinds.ts';
import { type ConsoleContext, may } from '../../context.ts';
import { FormToken } from '../../view/layout.tsx';
import { paperPath } from '../../view/links.ts';

interface Shown {
  readonly c: ConsoleContext;
  readonly record: PaperRecord;
  /** The paper that comes in its place, or null. */
  readonly correction: PaperRecord | null;
  readonly canPrint: boolean;
}

/** What may be done with a paper as it stands: released and sent, taken along as a file, answered, corrected or withdrawn. */
export function PaperActs({ c, record, correction, canPrint }: Shown) {
  const { words } = c.var;
  const { papers } = words;
  const { state, id, corrects, answerBy } = record;
  const path = paperPath(id);
  const mayWrite = may(c, 'POST', '/papers/:paper');
  const formats = ['docx', ...(record.drawn.tables.length > 0 ? ['xlsx'] : []), ...(canPrint ? ['pdf'] : [])];
  const act = (name: 'release' | 'send' | 'correct', second = false) => (
    <form method="post" action={path}>
      <FormToken c={c} />
      <button type="submit" name="act" value={name} class={second ? 'second' : ''}>
        {papers.acts[name]}
      </button>
    </form>
  );
  return (
    <section class="paper-acts">
      {corrects !== null && (
        <p>
          <a href={paperPath(corrects)}>{papers.corrects}</a>
        </p>
      )}
      {correction !== null && (
        <p class="problem">
          <a href={paperPath(correction.id)}>{papers.correctedBy}</a>
        </p>
      )}
      {answerBy !== null && <p>{papers.answerBy(answerBy)}</p>}
      <div class="filters">
        {mayWrite && state === 'draft' && act('release')}
        {mayWrite && state === 'released' && act('send')}
        {mayWrite && state === 'released' && correction === null && act('correct', true)}
        {formats.map((format) => (
          <a href={`${path}/file/${format}`} download>
            {papers.files[format as keyof typeof papers.files]}
          </a>
        ))}
        {record.number !== null && (
          <a href={`${path}/file/docx?head=none`} download>
            {papers.files.plain}
          </a>
        )}
        <a href={`${path}/print`}>{papers.print}</a>
      </div>
      {state === 'released' && (kindOf(record.kind)?.answered ?? false) && may(c, 'POST', '/papers/:paper/answer') && (
        <details>
          <summary>{papers.answer}</summary>
          <form class="card" method="post" action={`${path}/answer`}>
            <FormToken c={c} />
            <label>
              <span>{papers.answerText}</span>
              <textarea name="said" rows={4} maxlength={4000} required />
            </label>
            <button type="submit">{papers.answer}</button>
          </form>
        </details>
      )}
      {mayWrite && state !== 'withdrawn' && (
        <details>
          <summary>{state === 'draft' ? papers.drop : papers.acts.withdraw}</summary>
          <form class="card" method="post" action={path}>
            <FormToken c={c} />
            <label>
              <span>{words.head.why}</span>
              <input type="text" name="why" maxlength={1000} required={state !== 'draft'} />
            </label>
            <button type="submit" name="act" value="withdraw">
              {state === 'draft' ? papers.drop : papers.acts.withdraw}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}
