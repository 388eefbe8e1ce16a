import { parentPort } from 'node:worker_threads';
import { surveyPage } from '../discovery/survey.ts';
import { readPage } from './read.ts';
import { READY, type Task } from './reader-pool.ts';

/** The answer to one task. What reads files is loaded where there are some. */
async function answer({ does, source }: Task) {
  if (does === 'read') return readPage(source);
  if (does === 'survey') return surveyPage(source);
  const { lookInto } = await import('../documents/look-into.ts');
  return { kind: 'file', ...(await lookInto(source)) };
}

/** Says that it is there, then reads what the pool posts, one after another, and answers each. */
let last = Promise.resolve();
parentPort!.on('message', (task: Task) => {
  last = last.then(async () => parentPort!.postMessage(await answer(task)));
});
parentPort!.postMessage(READY);
