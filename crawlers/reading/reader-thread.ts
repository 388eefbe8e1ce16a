import { parentPort } from 'node:worker_threads';
import { type PageSource, readPage } from './read.ts';
import { READY } from './reader-pool.ts';

/** Says that it is there, then reads the pages that the pool posts, one after another, and answers each with its reading. */
parentPort!.on('message', (source: PageSource) => parentPort!.postMessage(readPage(source)));
parentPort!.postMessage(READY);
