import type { Sentence } from '../../../src/model/sentence.ts';
import { PAGER_TEXT } from '../pages/pager.ts';
import type { PageFacts } from './evidence.ts';
import { plainName } from './headings.ts';

/** Letters outside links, frame, days and pagers that a page with an empty list shows at most: headings of its boxes. */
const FEW = 80;
/** Lines with which the foot of a page begins, whatever its element is called. */
const FOOT = /主办|承办|版权|备案|ICP|标识码|网站地图|联系我们|技术支持|公网安备|copyright|建议使用|浏览器|今天是/i;
const PICTURE = /upload|attach|\/files?\/|\/20\d{2}|\d{8}|ueditor|userfiles/i;
const ASKED_FOR = /^(?:text|tel|email|file|checkbox|radio|date|number)$/i;
/** Fields of a search box. */
const SEARCH_FIELDS = 2;

/** What a page shows in its middle beside an empty list: then it is another kind of page; null where it shows nothing else. */
export function otherMatter(facts: PageFacts, place: number): Sentence | null {
  const { outline, marks, columnNames, trailTo } = facts;
  const [from, to] = [outline.runFrom[place]!, outline.runTo[place]!];
  let letters = 0;
  for (let run = trailTo; run < outline.runs.length; run++) {
    const { text, link, element } = outline.runs[run]!;
    if (link >= 0 || (run >= from && run < to) || marks.dates[run] !== null || PAGER_TEXT.test(text)) continue;
    if (run >= to && FOOT.test(text)) break;
    if (FOOT.test(text) || columnNames.has(plainName(text)) || facts.inFrame(element)) continue;
    letters += text.match(/\p{L}/gu)?.length ?? 0;
  }
  if (letters > FEW) return { zh: '页面有其他文字内容', en: 'the page holds other text' };
  return formOrPictures(facts);
}

function formOrPictures({ outline, inFrame }: PageFacts): Sentence | null {
  let fields = 0;
  for (const [index, { name, attribs }] of outline.elements.entries()) {
    if (name === 'img' && PICTURE.test(attribs.src ?? '') && !inFrame(index))
      return { zh: '页面有图片内容', en: 'the page shows pictures' };
    if (name === 'input' && ASKED_FOR.test(attribs.type ?? 'text') && !inFrame(index)) fields++;
  }
  return fields > SEARCH_FIELDS ? { zh: '页面是一个表单', en: 'the page is a form' } : null;
}
