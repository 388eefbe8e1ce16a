import type { Classifier, ItemInput } from '../classification/classifier.ts';
import type { Taxonomy } from '../model/estate.ts';
import { plainText } from '../model/plain-text.ts';
import { isSentence, type Sentence } from '../model/sentence.ts';
import { toJson } from './json.ts';

/** Fields of an input line that hold text. */
const TEXTS = ['title', 'column', 'url', 'unit', 'columnType', 'documentNumber', 'issuer', 'columnCategory'] as const;

/** Answers a line of JSON by the contract; a line that cannot be read gets an `error` with its number. Blank lines get nothing. */
export function classifyJsonLine(classifier: Classifier): (line: string, number: number) => string | null {
  return (line, number) => {
    if (line.trim() === '') return null;
    const item = readItem(line);
    if (isSentence(item)) return toJson({ error: item, line: number });
    const { category, confidence, reasons, second, review } = classifier.classify(item);
    return JSON.stringify({ category, confidence, reasons, second, review });
  };
}

/** Answers a plain title with a row for people: category, confidence, title and the chief reason. */
export function classifyTitleLine(classifier: Classifier, taxonomy: Taxonomy): (line: string) => string | null {
  const names = new Map(taxonomy.categories.map((category) => [category.id, category.name]));
  return (line) => {
    const title = plainText(line);
    if (title === '') return null;
    const { category, confidence, reasons, review } = classifier.classify({ title });
    const name = (names.get(category) ?? category).padEnd(12, '\u3000');
    return `${name} ${(confidence * 100).toFixed(0).padStart(3)}%${review ? ' ?' : '  '} ${title.slice(0, 60)}${reasons[0] ? `  （${reasons[0]}）` : ''}`;
  };
}

/** Reads a line; a sentence says what is wrong with it. */
function readItem(line: string): ItemInput | Sentence {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { zh: '不是有效的 JSON', en: 'not valid JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { zh: '应是一个 JSON 对象', en: 'expected a JSON object' };
  const item = value as Record<string, unknown>;
  if (typeof item.title !== 'string') return { zh: 'title 应是文字', en: 'title must be text' };
  for (const name of TEXTS) {
    if (item[name] !== undefined && item[name] !== null && typeof item[name] !== 'string')
      return { zh: `${name} 应是文字`, en: `${name} must be text` };
  }
  return item as unknown as ItemInput;
}
