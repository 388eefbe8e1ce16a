import type { ItemText } from '../../store/store.ts';

/** A class of what a service guide (办事指南) must tell: 设定依据, 申请条件, 办理材料 … */
export interface GuideElement {
  readonly name: string;
  readonly nameEn: string;
  /** Patterns of which one stands in a guide that tells it. */
  readonly words: readonly string[];
}

/** What a guide's page tells. */
export interface GuideReading {
  /** Names of the classes that it does not tell. */
  readonly lacking: readonly string[];
  /** It tells them in its text, so that what is not there is not told; else a script may draw them, or a file or another site hold them. */
  readonly plain: boolean;
}

/** Fewer labels with something behind them are no guide told in text. */
const LEAST_TOLD = 4;
/** In characters: less is a word before a table that a script draws. */
const SHORTEST = 100;
/** More stands elsewhere. */
const ELSEWHERE =
  /详见|见附[件表]|附件下载|点击(?:此处|这里|查看|下载|进入|办理)|扫码|二维码|(?:在线|网上)(?:办理|申报|申请)(?:平台|系统|入口)|政务服务网|一张网/;
/** What stands before a label: its number, a bracket. */
const NUMBERING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.:：]\s*)?[【[《]?/u;
/** A label alone in its line or cell, or with a mark behind it; what the label is may be said in brackets. */
const BEHIND = /^(?:[（(][^）)]{0,20}[）)])?\s*(?:[】\]》:：|]+\s*|\s+|$)/u;

/** Reads the text of guides; its words may stand anywhere in it, so that only what is nowhere counts as lacking. */
export function openGuideElements(elements: readonly GuideElement[]): (text: ItemText) => GuideReading | null {
  const known = elements.map(({ name, words }) => ({
    name,
    anywhere: new RegExp(words.join('|'), 'u'),
    label: new RegExp(`^(?:${words.join('|')})`, 'u'),
  }));
  return ({ text, files }) => {
    const plain = [text, ...files.flatMap((file) => file.text ?? [])].join('\n').normalize('NFKC');
    if (plain.trim() === '') return null;
    const lacking = known.filter(({ anywhere }) => !anywhere.test(plain)).map(({ name }) => name);
    const { told, empty } = labelsIn(plain, known);
    const isPlain = told >= LEAST_TOLD && empty === 0 && files.length === 0 && plain.length >= SHORTEST && !ELSEWHERE.test(plain);
    return { lacking, plain: isPlain };
  };
}

/** How many classes have a label with something behind it, and how many only labels with nothing: a script fills those, or nobody. */
function labelsIn(text: string, known: readonly { readonly name: string; readonly label: RegExp }[]): { told: number; empty: number } {
  const lines = text
    .split('\n')
    .map((line) => line.trim().replace(NUMBERING, ''))
    .filter((line) => line !== '');
  const labelled = lines.map((line) => {
    const match = known.map(({ name, label }) => ({ name, found: label.exec(line) })).find(({ found }) => found !== null);
    const rest = match?.found ? line.slice(match.found[0].length) : '';
    const behind = match ? BEHIND.exec(rest) : null;
    return match && behind ? { name: match.name, rest: rest.slice(behind[0].length) } : null;
  });
  const told = new Set<string>();
  const empty = new Set<string>();
  for (const [at, label] of labelled.entries()) {
    if (label === null) continue;
    const follows = label.rest !== '' || (labelled[at + 1] === null && at + 1 < lines.length);
    (follows ? told : empty).add(label.name);
  }
  return { told: told.size, empty: [...empty].filter((name) => !told.has(name)).length };
}
