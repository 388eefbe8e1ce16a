/** Chinese characters, their punctuation and full-width forms. */
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
const DOT = ' · ';
const SENTENCE_END = /[。！？）]$/;

/**
 * One language of a text that says the same twice, Chinese first, as what goes wrong is told (`没有读到 · not read`, `没有读到。 It
 * was not read.`). A text that is not of that form is given back as it is.
 */
export function inLanguage(text: string, language: 'zh' | 'en'): string {
  const [zh, en] = halves(text).map((half) => half.trim()) as [string, string];
  if (zh === '' || en === '' || CHINESE.test(en)) return text;
  return language === 'zh' ? zh : en;
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
