import type { Day } from '../../../src/model/day.ts';
import type { DateConflict, PublishedSource } from '../../../src/model/reading.ts';
import { labelBefore, labelledDay, publishedRank, publishedRankAtEnd } from '../dates/labels.ts';
import { dayInUrl } from '../dates/url.ts';
import { type WrittenDay, wholeDay, writtenDays } from '../dates/written.ts';
import { type Page, visibleText } from '../page.ts';
import { isOtherValue, particularsOf, publishedHead } from './labels.ts';
import type { Line } from './line.ts';
import { REACH, type Zones } from './zones.ts';

/** When an article was published, by what the page shows, and the other days that it gives. */
export interface Published {
  readonly at: string | null;
  readonly source: PublishedSource | null;
  readonly conflicts: readonly DateConflict[];
}

interface Witness {
  readonly source: PublishedSource;
  readonly at: string;
}

/** Weighs the witnesses in the order in which a reader would believe them: what is shown, meta tags, scripts, the address. */
export function readPublished(page: Page, lines: readonly Line[], zones: Zones): Published {
  const witnesses = [shownDay(lines, zones), dayInMeta(page), shownElsewhere(lines, zones), dayInScripts(page), fromUrl(page.url)].filter(
    (witness) => witness !== null,
  );
  const [first, ...others] = witnesses;
  if (!first) return { at: null, source: null, conflicts: [] };
  const day = first.at.slice(0, 10);
  const conflicts = others.map(({ source, at }) => ({ source, day: at.slice(0, 10) })).filter((other) => other.day !== day);
  return { at: first.at, source: first.source, conflicts };
}

function fromUrl(url: string): Witness | null {
  const day = dayInUrl(url);
  return day ? { source: 'url', at: day } : null;
}

/** Names of 国办发〔2017〕47号 first, then what other systems write; names come in any case. */
const META_DATES = [
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publishtime',
  'publish_time',
  'article:published_time',
  'og:published_time',
  'og:release_date',
  'bytedance:published_time',
  'weibo:article:create_at',
  'firstpublishedtime',
  'releasedate',
  'release_date',
  'datepublished',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'parsely-pub-date',
];

function dayInMeta(page: Page): Witness | null {
  for (const name of META_DATES) {
    const written = wholeDay(page.meta.get(name) ?? '');
    if (written) return { source: 'meta', at: written.at };
  }
  return null;
}

const SCRIPT_DATE =
  /["']?\b(?:pub_?date|publish_?date|publish_?time|pub_?time|published_?at|date_?published|release_?(?:date|time)|doc_?rel_?time|docpubtime|pubdata|fbsj|fbrq|create_?time)["']?\s{0,10}[:=]\s{0,10}["']([^"'\n]{8,40})["']/gi;

/** A day that scripts hold under a name that means publication; where they hold several days, none is the page's own. */
function dayInScripts(page: Page): Witness | null {
  const found = new Map<Day, string>();
  for (const script of page.scripts) {
    if (script.length > 200_000) continue;
    for (const [, value] of script.matchAll(SCRIPT_DATE)) {
      const written = wholeDay(value!);
      if (written) found.set(written.day, written.at);
    }
  }
  const [only] = found.size === 1 ? found.values() : [];
  return only ? { source: 'script', at: only } : null;
}

/** What a reader sees: the labelled day near the title, else the first day under the title, else the labelled day behind the body. */
function shownDay(lines: readonly Line[], zones: Zones): Witness | null {
  return (
    labelledIn(lines, zones.head.from, zones.head.to, 0) ??
    firstIn(lines, zones) ??
    onlyLabelledIn(lines, zones.head.from - REACH, zones.head.from, 1) ??
    onlyLabelledIn(lines, zones.tail.from, zones.tail.to, 1) ??
    onlyLabelledIn(lines, zones.head.to, Math.min(zones.head.to + 12, zones.tail.from), 1) ??
    unlabelledIn(lines, zones.tail.from - 2, zones.tail.to) ??
    inClosingLine(lines, zones.tail.from - 2, zones.tail.to)
  );
}

/** A labelled day in a box beside or far below the article. */
function shownElsewhere(lines: readonly Line[], zones: Zones): Witness | null {
  return onlyLabelledIn(lines, zones.tail.to, zones.tail.to + REACH, 0);
}

/** Far from the article a label counts only where all of them say the same day: lists of other articles carry labels too. */
function onlyLabelledIn(lines: readonly Line[], from: number, to: number, worst: number): Witness | null {
  const found = allLabelledIn(lines, from, to, worst);
  return new Set(found.map(({ at }) => at.slice(0, 10))).size === 1 ? found[0]! : null;
}

/** The first day under the title that is labelled or stands for itself; else one right over the title. */
function firstIn(lines: readonly Line[], { title, head }: Zones): Witness | null {
  for (let at = title.to; at < head.to; at++) {
    const found = labelledIn(lines, at, at + 1, 2) ?? aloneIn(lines, at, at + 1);
    if (found) return found;
  }
  return labelledIn(lines, head.from, title.to, 2) ?? aloneIn(lines, title.from - 3, title.to, /星期|周[一二三四五六日]/);
}

/** The surest labelled day of some lines, first of equals. */
function labelledIn(lines: readonly Line[], from: number, to: number, worst: number): Witness | null {
  return allLabelledIn(lines, from, to, worst).reduce<Labelled | null>(
    (best, next) => (best === null || next.rank < best.rank ? next : best),
    null,
  );
}

interface Labelled extends Witness {
  readonly rank: number;
}

function allLabelledIn(lines: readonly Line[], from: number, to: number, worst: number): Labelled[] {
  const found: Labelled[] = [];
  const take = (written: WrittenDay | null, rank: number | null, line: Line) => {
    if (written && rank !== null && rank <= worst) found.push({ ...witness(written, line), rank });
  };
  for (let at = Math.max(0, from); at < Math.min(to, lines.length); at++) {
    const line = lines[at]!;
    if (line.length > 1_500 || BANNER.test(line.text)) continue;
    const labelled = labelledDay(line.text);
    if (!isRow(line) || (labelled?.rank === 0 && isToolbar(line))) take(labelled, labelled?.rank ?? null, line);
    const whole = labelled === null && line.length < 40 ? wholeDay(line.text) : null;
    const head = whole ? publishedHead(lines, at) : null;
    // Labels that are known come before those that only end like one.
    take(whole, head === null ? null : head + 0.5, line);
  }
  for (const { field, label, value, line } of particularsOf(lines, from, to)) {
    if (field === 'published' && value && !isRow(lines[line]!) && !BANNER.test(lines[line]!.text))
      take(firstDay(value), publishedRank(label), lines[line + 1] ?? lines[line]!);
  }
  return found;
}

/** A row of a list of other articles: a link of some length stands in it. In characters. */
function isRow({ linked, length }: Line): boolean {
  return linked > 12 || linked * 2 > length;
}

/** Links of a site and of its aids stand in info lines: `[手机版] [分享] 发布时间：…`. */
function isToolbar({ links }: Line): boolean {
  return links.length > 1 && links.every((link) => visibleText(link, 100).length <= LONGEST_TOOL);
}
/** In characters. */
const LONGEST_TOOL = 14;

const BANNER = /今天是|今日是|当前时间|现在时间|现在是|农历|天气/;
/** What info lines hold beside an unlabelled day. */
const INFO = /来源|稿源|作者|编辑|浏览|阅读|点击|字[号体]|【|人气|供稿|发布|评论|\bposted\b|\bpublished\b|\bviews?\b/i;

/** A day that stands without a label in the info line: alone on its line, or beside the words of such lines. */
function aloneIn(lines: readonly Line[], from: number, to: number, foreign = BANNER): Witness | null {
  for (let at = Math.max(0, from); at < Math.min(to, lines.length); at++) {
    const line = lines[at]!;
    if (line.length > 160 || line.linked * 2 > line.length || BANNER.test(line.text) || foreign.test(line.text)) continue;
    if (isOtherValue(lines, at)) continue;
    const alone = wholeDay(line.text);
    if (alone) return witness(alone, line);
    const [first, ...more] = writtenDays(line.text);
    if (first && more.length === 0 && !isLabelledOtherwise(line, first) && standsInInfoLine(line, first)) return witness(first, line);
  }
  return null;
}

function standsInInfoLine({ text }: Line, { start, end, at }: WrittenDay): boolean {
  const timed = at.length > 10;
  return timed || start === 0 || INFO.test(text) || /^[\s)）\]】]*$/.test(text.slice(end));
}

/** `发行日期：`, `开标时间 ` and the like: a label that does not say "published", with a colon or without. */
function isLabelledOtherwise({ text }: Line, { start }: WrittenDay): boolean {
  const label = labelBefore(text, start) ?? BARE_LABEL.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return label !== undefined && publishedRankAtEnd(label) === null;
}
const BARE_LABEL = /([\u4e00-\u9fff]{2,14}(?:时间|日期|期限|截止期?|有效期|为期))[\s:：]{0,5}$/;

/** Old boards end with `发布时间 2005/03/15 22:36:13`, without a colon. */
function unlabelledIn(lines: readonly Line[], from: number, to: number): Witness | null {
  for (let at = Math.max(0, from); at < Math.min(to, lines.length); at++) {
    const line = lines[at]!;
    if (line.length > 160) continue;
    const found = /(?:发布|发表)(?:时间|日期|于)\s{0,5}(?=[12]\d{3})/.exec(line.text);
    const [first] = found ? writtenDays(line.text.slice(found.index)) : [];
    if (first) return witness(first, line);
  }
  return null;
}

/** `（来源：某某日报 发布：2005-03-15 编辑：某某）`: beside a source or an editor the least sure words will do. */
function inClosingLine(lines: readonly Line[], from: number, to: number): Witness | null {
  for (let at = Math.max(0, from); at < Math.min(to, lines.length); at++) {
    const told = particularsOf(lines, at, at + 1).some(({ field }) => field === 'source' || field === 'editor');
    const found = told ? labelledIn(lines, at, at + 1, 2) : null;
    if (found) return found;
  }
  return null;
}

function firstDay(value: string): WrittenDay | null {
  return wholeDay(value) ?? writtenDays(value)[0] ?? null;
}

/** A day that a script of the page printed is the script's word. */
function witness(written: WrittenDay, line: Line): Witness {
  const printed = line.printed !== '' && writtenDays(line.printed).some(({ day }) => day === written.day);
  return { source: printed ? 'script' : 'label', at: written.at };
}
