import { readMessagesFile } from '../../crawlers/media/read-messages-file.ts';
import { checkWhose } from '../../src/media/whose.ts';
import { type Day, dayIn } from '../../src/model/day.ts';
import type { FunctionLook, MediaAccount, Message, ToldMessage } from '../../src/model/media.ts';
import { maskLine } from '../../src/privacy/personal-data.ts';
import type { Workshop } from '../workshop.ts';
import type { PostsFile } from './import-posts.ts';

type MediaParts = Pick<Workshop, 'store' | 'clock' | 'config'>;

/**
 * Keeps the messages of a file that somebody hands in. It speaks of no day after its last one where nobody says until when: a message
 * without an answer may have got one since.
 * @throws UnreadablePosts, UnreadableTable, AnotherAccount
 */
export async function importMessages(parts: MediaParts, account: MediaAccount, { bytes, name: source, by, until, anyName }: PostsFile) {
  const { messages, skipped, names } = await readMessagesFile(bytes);
  if (!anyName) checkWhose(names, account);
  await tellMessages(parts, account, messages, { via: 'file', by, source, until });
  return { messages: messages.length, skipped };
}

/** Keeps messages that came by a form or a program. */
export async function tellMessages(
  { store, clock, config }: MediaParts,
  account: MediaAccount,
  messages: readonly Message[],
  { until: said, ...how }: Pick<ToldMessage, 'via' | 'by' | 'source'> & { readonly until: Day | null },
): Promise<void> {
  const at = clock.now();
  const today = dayIn(config.estate.timezone, at);
  const days = messages.flatMap(({ receivedOn, answeredOn }) => [receivedOn, ...(answeredOn === null ? [] : [answeredOn])]);
  const last = [said ?? days.sort().at(-1) ?? today, today].sort()[0]!;
  const told = messages.map((message): ToldMessage => {
    return { ...message, ...how, subject: maskLine(message.subject), source: maskLine(how.source), account: account.id, until: last, at };
  });
  // One message twice in one piece is one.
  await store.posts.tellMessages([
    ...new Map(told.toSorted(unansweredFirst).map((one) => [`${one.receivedOn} ${one.subject}`, one])).values(),
  ]);
}

const unansweredFirst = (one: Message, other: Message) => Number(one.answeredOn !== null) - Number(other.answeredOn !== null);

/** Keeps a person's or a program's word of whether a function works. */
export async function tellFunction(
  { store, clock, config }: MediaParts,
  account: MediaAccount,
  word: Pick<FunctionLook, 'function' | 'works' | 'via' | 'by' | 'detail'>,
): Promise<void> {
  const at = clock.now();
  const detail = word.detail === null ? null : maskLine(word.detail);
  await store.posts.tellFunction({ ...word, detail, account: account.id, on: dayIn(config.estate.timezone, at), at });
}
