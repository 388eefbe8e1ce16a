/** Radicals that Unicode does not decompose, beside the characters that they look like. */
const ALONE = new Map(
  Array.from(
    '⻚页⻔门⻓长⻅见⻛风⻜飞⻢马⻥鱼⻩黄⻉贝⻋车⻆角⻘青⻄西⻰龙⻬齐⻁虎⺠民⻝食⻣骨⻤鬼⻨麦⻳龟⻧卤⻦鸟⺟母⺕彐⻮齿⻌辶⻱龟'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical, character]) => [radical!, character!],
  ),
);
const RADICAL = /[\u2e80-\u2fdf]/gu;

/** Fonts cut down for a PDF often name 文 as the radical ⽂: gives back the characters that people read. */
export function withoutRadicals(text: string): string {
  return text.replace(RADICAL, (sign) => ALONE.get(sign) ?? sign.normalize('NFKC'));
}
