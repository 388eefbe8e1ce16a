import { parentPort } from 'node:worker_threads';
import { surveyPage } from '../discovery/survey.ts';
import { readPage } from './read.ts';
import { READY, type Task } from './reader-pool.ts';

/** Says that it is there, then reads the pages that the pool posts, one after another, and answers each with its reading. */
parentPort!.on('message', ({ does, source }: Task) => parentPort!.postMessage(does === 'read' ? readPage(source) : surveyPage(source)));
parentPort!.postMessage(READY);
