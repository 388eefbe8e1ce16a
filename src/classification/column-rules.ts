import type { CategoryId, Taxonomy } from '../model/estate.ts';
import { cleanName, guessName, knownNames } from './column-names.ts';
import { isMatter } from './general-columns.ts';
import { categoryKnowledge } from './knowledge/index.ts';
import { type LinearModel, softmax } from './linear-model.ts';
import { isPlace } from './places.ts';
import { words } from './title-rules.ts';
import type { UnitKind } from './units.ts';

/** What a column's name, path, type and address say of its category. */
export interface ColumnEvidence {
  /** Log-odds of each category of the taxonomy, in its order. */
  readonly scores: Float64Array;
  /** How much of them the name, type and columns above say, and how much the address. */
  readonly byName: Float64Array;
  readonly byPath: Float64Array;
  readonly reasons: readonly string[];
  /** Whether its own name is known, so that nothing was guessed from its characters. */
  readonly known: boolean;
}

/** What is known of a column. */
export interface ColumnInput {
  readonly name: string | null;
  /** Menu path, its own name last. */
  readonly path?: readonly string[] | undefined;
  readonly url?: string | null | undefined;
  /** The page's `ColumnType` meta element. */
  readonly columnType?: string | null | undefined;
  /** What kind of office runs it. */
  readonly unit?: UnitKind | undefined;
}

export interface ColumnRules {
  /** null where neither name, path, type nor address say anything. */
  read(input: ColumnInput): ColumnEvidence | null;
}

interface Found {
  readonly index: number;
  /** Log-odds. */
  readonly weight: number;
}

/** Log-odds by the kind of evidence. */
const WHOLE_NAME = 6;
const END_OF_NAME = 5;
const WITHIN_NAME = 3;
const FROM_PARENT = 0.4;
const WITHOUT_LEAF = 0.8;
const FROM_TYPE = 0.5;
const OWN_PATH_WORD = 3;
const PARENT_PATH_WORD = 1;

/** Below a column of documents a name tells what they are about, no longer what they are: 工程建设 below 规范性文件 holds documents. */
const DOCUMENTS: ReadonlySet<CategoryId> = new Set(['policies-regulations', 'policy-interpretation']);
const ABOVE_MATTERS = 1.3;

/** Words of paths are initials: `dfxfggzhgfxwj` ends with those of 规范性文件. Shorter ends are chance. */
const SHORTEST_END = 4;

/** Shares of a guess by characters from which it is worth saying and worth hearing, and the log-odds of one that is certain. */
const WORTH_SAYING = 0.4;
const FAINTEST_GUESS = 0.1;
const GUESSED = 5;

/** `走进广水`, `广水要闻`, `林业动态`: what a name means beside the place or matter in it. The first that fits counts. */
const AROUND: readonly (readonly [RegExp, CategoryId, place: boolean])[] = [
  [/^(?:走进|认识|魅力|印象)([\u4e00-\u9fa5]{2,6})$/, 'overview', false],
  [/^今日([\u4e00-\u9fa5]{2,6})$/, 'local-news', false],
  [/^(?:视频|影像|电视|航拍)([\u4e00-\u9fa5]{2,4})$/, 'video-news', true],
  [/^([\u4e00-\u9fa5]{2,8})(?:新闻|要闻|时政|动态)$/, 'local-news', true],
  [/^([\u4e00-\u9fa5]{2,8})(?:要闻|时政)$/, 'local-news', false],
  [/^([\u4e00-\u9fa5]{1,8})(?:动态|新闻)$/, 'work-updates', false],
];

/** News that a department or town gives of its own work; its 要闻 and 时政 may be those of the place or the state. */
const OWN_NEWS = /^(?:.{0,4}新闻(?:动态|中心|信息|资讯|快讯)?|动态新闻|综合新闻|图片新闻)$/;

/** Reads columns by the names of the taxonomy and of our knowledge; with a model of column-names.ts, others are guessed. */
export function createColumnRules(taxonomy: Taxonomy, nameModel?: LinearModel): ColumnRules {
  const ids = taxonomy.categories.map((category) => category.id);
  const order = new Map(ids.map((id, index) => [id, index]));
  const names = knownNames(taxonomy);
  const paths = new Map<string, number>();
  for (const { category, paths: initials } of categoryKnowledge) {
    const index = order.get(category);
    if (index !== undefined) for (const word of words(initials)) if (!paths.has(word)) paths.set(word, index);
  }

  return {
    read({ name, path = [], url, columnType, unit = 'unknown' }) {
      const byName = new Float64Array(order.size);
      const byPath = new Float64Array(order.size);
      const reasons: string[] = [];
      const say = (scores: Float64Array, index: number, weight: number, reason: string) => {
        scores[index] = (scores[index] as number) + weight;
        reasons.push(`${reason}，属于“${taxonomy.categories[index]?.name}”`);
      };
      const levels = (name ?? '').split(/\s{0,20}(?:>>?|»|＞|\/)\s{0,20}/).filter((level) => level !== '');
      const own = levels.pop();
      const clean = own ? cleanName(own) : '';
      const found = clean ? atUnit(recognise(clean), clean, unit) : null;
      const known = found !== null && found.weight > WITHIN_NAME;
      if (clean && !known && nameModel) guess(clean);
      else if (found) say(byName, found.index, found.weight, `栏目“${own}”`);
      const matter = !known || isMatter(ids[found.index] as CategoryId);
      for (const parent of [...path.slice(0, -1), ...levels]) {
        const above = recognise(cleanName(parent));
        if (above && above.weight > WITHIN_NAME)
          say(byName, above.index, above.weight * shareOfParent(above, matter, found), `上级栏目“${parent}”`);
      }
      const type = columnType ? recognise(cleanName(columnType)) : null;
      if (type) say(byName, type.index, type.weight * FROM_TYPE, `页面标注的栏目类型“${columnType}”`);
      readPath(url ? segmentsOf(url) : [], matter, (index, weight, segment) => say(byPath, index, weight, `网址路径“/${segment}/”`));
      return reasons.length > 0
        ? { scores: byName.map((score, at) => score + (byPath[at] as number)), byName, byPath, reasons, known }
        : null;

      function guess(unknown: string): void {
        const shares = guessName(nameModel as LinearModel, unknown);
        softmax(shares);
        shares.forEach((share, index) => {
          if (share >= WORTH_SAYING) say(byName, index, share * GUESSED, `栏目“${own}”的用字`);
          else if (share >= FAINTEST_GUESS) byName[index] = (byName[index] as number) + share * GUESSED;
        });
      }
    },
  };

  /** How much of what a column above means holds for its leaf: most where it is of documents and the leaf tells what they are about. */
  function shareOfParent(above: Found, matter: boolean, leaf: Found | null): number {
    if (matter && DOCUMENTS.has(ids[above.index] as CategoryId)) return ABOVE_MATTERS;
    return leaf ? FROM_PARENT : WITHOUT_LEAF;
  }

  /** Says what words of a path mean. Below one of documents a matter tells only what they are about. */
  function readPath(segments: readonly string[], matter: boolean, say: (index: number, weight: number, segment: string) => void): void {
    let below = false;
    segments.forEach((segment, at) => {
      const index = initialsOf(segment);
      if (index === undefined) return;
      const own = at === segments.length - 1;
      const documents = matter && DOCUMENTS.has(ids[index] as CategoryId);
      if (documents && !own) say(index, WHOLE_NAME * ABOVE_MATTERS, segment);
      else say(index, own && !(below && isMatter(ids[index] as CategoryId)) ? OWN_PATH_WORD : PARENT_PATH_WORD, segment);
      below ||= documents;
    });
  }

  /** At a department or town its own news and meetings are its work. */
  function atUnit(found: Found | null, name: string, unit: UnitKind): Found | null {
    const work = order.get('work-updates');
    if (!found || work === undefined || (unit !== 'department' && unit !== 'town')) return found;
    const category = ids[found.index];
    const own = category === 'government-meetings' || (category === 'local-news' && OWN_NEWS.test(name));
    return own ? { index: work, weight: found.weight } : found;
  }

  /** The category whose initials a word of a path is or ends with. */
  function initialsOf(segment: string): number | undefined {
    const whole = paths.get(segment);
    if (whole !== undefined) return whole;
    for (let from = 1; from <= segment.length - SHORTEST_END; from += 1) {
      const end = paths.get(segment.slice(from));
      if (end !== undefined) return end;
    }
    return undefined;
  }

  function recognise(name: string): Found | null {
    const whole = names.get(name);
    if (whole !== undefined) return { index: whole, weight: WHOLE_NAME };
    for (let from = 1; from <= name.length - 2; from += 1) {
      const end = names.get(name.slice(from));
      if (end !== undefined && name.length - from >= 3) return { index: end, weight: END_OF_NAME };
    }
    for (const [pattern, category, place] of AROUND) {
      const index = order.get(category);
      const inner = pattern.exec(name)?.[1];
      if (index !== undefined && inner !== undefined && (!place || isPlace(inner))) return { index, weight: END_OF_NAME };
    }
    for (let length = name.length - 1; length >= 2; length -= 1) {
      for (let from = name.length - length; from >= 0; from -= 1) {
        const part = names.get(name.slice(from, from + length));
        if (part !== undefined) return { index: part, weight: WITHIN_NAME };
      }
    }
    return null;
  }
}

/** The directories of an address as words: lower case, without digits and marks at their ends; file and host left out. */
export function segmentsOf(url: string): string[] {
  const path = url.replace(/^[a-z]+:\/\//i, '').split(/[?#]/, 1)[0] as string;
  return path
    .split('/')
    .slice(1, -1)
    .slice(0, 12)
    .map((segment) => segment.toLowerCase().replace(/[\d_-]{1,100}$/, ''))
    .filter((segment) => /^[a-z]{2,20}$/.test(segment));
}
