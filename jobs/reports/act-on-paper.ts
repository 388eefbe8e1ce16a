import type { PaperAct } from '../../src/model/paper.ts';
import { ToldError } from '../../src/model/told-error.ts';
import { answerPaper, correctPaper, type PaperOffice, releasePaper, sendPaper, withdrawPaper } from './papers.ts';

/** What came of it: the paper to look at now, and how many addresses it went to. */
export interface PaperActed {
  readonly paper: string;
  readonly sentTo: number | null;
}

/**
 * Does one thing with a paper. `said`: why it is withdrawn, or what was answered.
 * @throws {ToldError} where its state does not allow it, or a reason or answer is missing
 */
export async function actOnPaper(office: PaperOffice, id: string, act: PaperAct, said: string, by: string): Promise<PaperActed> {
  const here = { paper: id, sentTo: null };
  switch (act) {
    case 'release':
      await releasePaper(office, id, by);
      return here;
    case 'send':
      return { paper: id, sentTo: await sendPaper(office, id, by) };
    case 'correct':
      return { paper: (await correctPaper(office, id, by)).id, sentTo: null };
    case 'withdraw':
      if (said === '' && (await office.store.papers.get(id))?.state === 'released') throw silent();
      await withdrawPaper(office, id, said, by);
      return here;
    case 'answer':
      if (said === '') throw silent();
      await answerPaper(office, id, said, by);
      return here;
  }
}

function silent(): ToldError {
  return new ToldError({ zh: '请写明理由或答复内容。', en: 'Say why, or what is answered.' }, { code: 'paper', side: 'nobody' });
}
