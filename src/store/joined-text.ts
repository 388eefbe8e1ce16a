import { quoted, type Sentence } from '../model/sentence.ts';

/** Chinese characters, their punctuation and full-width forms. */
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
const DOT = ' · ';
const SENTENCE_END = /[。！？）]$/;

/**
 * What is kept in a text column of sentences: as JSON, or as an older version wrote it, both languages in one text, Chinese first
 * (`没有读到 · not read`, `没有读到。 It was not read.`). A text that is of neither form is given back whole in both languages.
 */
export function readSentence(stored: string): Sentence {
  return parsed(stored) ?? takenApart(stored);
}

/** What is kept in a text column of sayings: as JSON, or as an older version or a person wrote it, which is the same to every reader. */
export function readSaying(stored: string): Sentence {
  return parsed(stored) ?? quoted(stored);
}

/** Facts of a finding; what an older version told in them as one text is given back as a sentence. */
export function readFacts(facts: unknown): unknown {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return facts;
  const entries = Object.entries(facts).map(([name, value]) => [
    name,
    SAID.has(name) && typeof value === 'string' ? takenApart(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** Facts that say what came of a crawl, a run or a message. */
const SAID: ReadonlySet<string> = new Set(['detail', 'reason', 'error']);

function parsed(stored: string): Sentence | null {
  if (!stored.startsWith('{"')) return null;
  try {
    const { zh, en } = JSON.parse(stored) as Partial<Sentence>;
    return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
  } catch {
    return null;
  }
}

function takenApart(text: string): Sentence {
  const [zh, en] = halves(text).map((half) => half.trim()) as [string, string];
  return zh === '' || en === '' || CHINESE.test(en) ? quoted(text) : { zh, en };
}

function halves(text: string): [string, string] {
  const dot = text.lastIndexOf(DOT);
  if (dot !== -1) return [text.slice(0, dot), text.slice(dot + DOT.length)];
  const end = endOfChinese(text);
  const isOver = SENTENCE_END.test(text.slice(0, end)) && text.charAt(end) === ' ';
  return isOver ? [text.slice(0, end), text.slice(end)] : [text, ''];
}

function endOfChinese(text: string): number {
  let end = text.length;
  while (end > 0 && !CHINESE.test(text.charAt(end - 1))) end -= 1;
  return end;
}
