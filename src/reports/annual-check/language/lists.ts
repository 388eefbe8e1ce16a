import type { TextClaim } from '../report.ts';

/** A number and the numbers that it is said to consist of. */
export interface Breakdown {
  readonly total: TextClaim;
  readonly parts: readonly TextClaim[];
  /** Numbers between the parts that count in another unit: 征集调查16期 among 条. */
  readonly foreign: readonly TextClaim[];
  /** What was carried over from the year before, which the parts may be of too: 收到9件，上年结转1件，其中网络5件，信函5件. */
  readonly carried: TextClaim | null;
  /** Percentages by the part that they stand behind. */
  readonly percents: ReadonlyMap<TextClaim, TextClaim>;
  /** Why the list must be whole; null where it may leave something out, as 其中 may. */
  readonly whole: 'rest' | 'listed' | 'classes' | 'percents' | 'categories' | 'media' | null;
}

const OPENING = /其中|包括|包含|涵盖|分别(?:为|是|有|公开|发布)?[:：]?|分为|由/;
/** In brackets a list needs no word before it; these say that it may not be whole. */
const LOOSE = /^(?:其中)?(?:含|包括|包含|其中|如)/;
/** Where the sentence turns to something else. Allowed where the list's first part has the same word. */
const TURNS =
  /通过|利用|依托|借助|全年|本年|当年|去年|上年|往年|同比|此外|另外|另有|同时|此项|累计|总计|合计|(?<!公)共(?![享同公安青产和])|开展|举办|召开|印发|出台|制定|答复|办结|回复|受理|收到|接到|发布|更新|涉及|点击量|访问|浏览|阅读|转发|关注[量数]|粉丝/;
const PERCENT_OF_WHOLE =
  /^[，,、；;（(]?(?:约|大约|各)?(?:所)?(?:占(?:到|了)?(?:总数|总量|全部|公开总数|总体|公开总量|申请总数|总申请量|申请总量)?的?(?:比例?|比重)?(?:例)?(?:的|为|是|达|约|[:：])*|比例?(?:为|是)?[:：]?)$/;
const CARRIED = /结转|转结/;
const REST = /其他|其它|其余/;

/** Lists that name every class of a known form: each entry is one class. */
const KNOWN_CLASSES: readonly (readonly RegExp[])[] = [
  [/概况/, /动态/, /目录|信息公开类|信息公开信息/],
  [/解读材料|解读稿/, /评论/, /回应|解读产品/],
  [/网上|网络|在线|电子邮件/, /信函|邮寄|邮政/, /当面|现场/],
  [/主动公开/, /依申请公开/, /不予公开/],
  [/自然人/, /法人|组织/],
  [/原创/, /转载|转发/],
];

/** All breakdowns of a paragraph. */
export function breakdownsOf(claims: readonly TextClaim[], text: string): Breakdown[] {
  const levels = new Set(claims.map(({ bracket }) => bracket));
  return [...levels].flatMap((bracket) => {
    const level = claims.filter((claim) => claim.bracket === bracket);
    const spoken = [...spokenLists(level, claims), ...closingTotals(level), ...classesOf(level), ...plainLists(level, claims)];
    return bracket < 0 ? spoken : [...bracketList(claims, level, text), ...spoken];
  });
}

/** `604封（咨询72封、投诉519封、建议13封）`: the list in the bracket belongs to the number before the bracket. */
function bracketList(claims: readonly TextClaim[], level: readonly TextClaim[], text: string): Breakdown[] {
  const first = level[0]!;
  const total = claims.findLast(({ end, bracket }) => end <= first.bracket && bracket !== first.bracket);
  if (
    !total ||
    !isCount(total) ||
    text.slice(total.end, first.bracket).length > 8 ||
    /[，,。；;、]/.test(text.slice(total.end, first.bracket))
  )
    return [];
  const loose = LOOSE.test(first.lead);
  const list = withBracketed(partsFrom(level, 0, total.unit, false), claims);
  if (list.parts.length < (loose ? 1 : 2)) return [];
  return [breakdown(total, list, loose ? null : 'listed')];
}

/** `309条。其中，甲63条，乙13条`: the list behind a word that opens it, to the end of its sentence. */
function spokenLists(level: readonly TextClaim[], claims: readonly TextClaim[]): Breakdown[] {
  return level.flatMap((first, place) => {
    const opened = OPENING.exec(first.lead);
    if (!opened || !isCount(first)) return [];
    const behind = first.lead.slice(opened.index + opened[0].length);
    if (/[。；;]/.test(behind) || (opened[0] === '由' && !/组成/.test(first.after))) return [];
    const before = level.slice(0, place).filter((claim) => isCount(claim) && claim.unit === first.unit);
    const total = before.findLast((claim) => !CARRIED.test(claim.measure));
    if (!total || first.sentence - total.sentence > 1) return [];
    if (first.sentence > total.sentence && !/^[^。]*。(?:其中|分别|包括)/.test(first.lead)) return [];
    const list = withBracketed(partsFrom(level, place, first.unit, true), claims);
    if (opened[0].startsWith('分别') && !/^[，,。；;：:（(]?$/.test(first.lead.slice(0, opened.index))) return [];
    const all = opened[0].startsWith('分') || namesEach(behind, list.parts.length);
    const carried = before.find((claim) => claim.at > total.at) ?? null;
    return list.parts.length === 0 ? [] : [{ ...breakdown(total, list, all ? 'listed' : null), carried }];
  });
}

/** 其中甲、乙、丙分别为1条、2条、3条: as many names as numbers. */
function namesEach(words: string, numbers: number): boolean {
  const names = /^[，,：:]?(.+?)(?:[一-龥]{0,2}类|[^、]{0,4}方面)?分别/.exec(words)?.[1];
  return names !== undefined && numbers > 1 && names.split(/[、和及]/).length === numbers;
}

/** `信息506条，政策法规类13条，规范性文件类22条，工作动态类471条`: classes that follow their total without a word. */
function classesOf(level: readonly TextClaim[]): Breakdown[] {
  return level.flatMap((total, place) => {
    const next = level[place + 1];
    if (!next || !isCount(total) || CLASS.test(total.measure) || !CLASS.test(next.measure) || OPENING.test(next.lead)) return [];
    const behind = level.slice(place + 1).filter((claim) => claim.sentence === total.sentence);
    const end = behind.findIndex(
      ({ unit, lead }) => unit !== total.unit || !/^[，,、；;]/.test(lead) || TURNS.test(lead) || OPENING.test(lead),
    );
    const parts = end < 0 ? behind : behind.slice(0, end);
    const classes = parts.filter(({ measure }) => CLASS.test(measure)).length;
    return parts.length < 3 || classes < parts.length - 1 ? [] : [breakdown(total, { parts, foreign: [], percents: new Map() }, 'listed')];
  });
}

const CLASS = /类(?:信息)?$/;
const IN_ALL = /^[，,、；;]?(?:共计|合计|总计|总共)(?:公开|发布|推送)?(?:各类|政府|政务)?(?:信息)?$/;
const OF_MEDIA = /新媒体|两微/;
const MEDIUM = /微信|公众号|微博|抖音|头条|快手|视频号|客户端/;

/**
 * Parts that follow their total without a word that opens them: `512条：微信398条、微博104条`, and of new media, which are told by platform,
 * also behind a comma. To the end of the sentence, all of one unit.
 */
function plainLists(level: readonly TextClaim[], claims: readonly TextClaim[]): Breakdown[] {
  return level.flatMap((total, place) => {
    const first = level[place + 1];
    if (!first || !isCount(total) || first.sentence !== total.sentence || OPENING.test(first.lead)) return [];
    const behind = level.slice(place + 1).filter(({ sentence, unit }) => sentence === total.sentence && unit !== '%');
    if (behind.length < 2 || behind.some(({ unit }) => unit !== total.unit)) return [];
    const colon = /^[:：]/.test(first.lead);
    const media = OF_MEDIA.test(total.lead) && !MEDIUM.test(total.lead) && behind.every((part) => MEDIUM.test(part.lead));
    const turned = behind.some(({ lead }) => IN_ALL.test(lead) || /[；;]/.test(lead) || (!media && TURNS.test(lead)));
    if (turned || !(media || colon)) return [];
    const list = withBracketed({ parts: [...behind], foreign: [], percents: new Map() }, claims);
    return [breakdown(total, list, 'listed')];
  });
}

/** `原创120条、转载30条，共计150条`: the total behind its parts. */
function closingTotals(level: readonly TextClaim[]): Breakdown[] {
  return level.flatMap((total, place) => {
    if (!IN_ALL.test(total.lead) || !isCount(total)) return [];
    const before = level.slice(0, place).filter((claim) => claim.sentence === total.sentence);
    const parts = before.slice(before.findLastIndex((claim) => claim.unit !== total.unit) + 1);
    const some = parts.findIndex((_, at) => sumOf(parts.slice(at)) === total.value && parts.length - at > 1);
    const list = some < 0 ? parts : parts.slice(some);
    const named = list.some((part) => OPENING.test(part.lead) || /共/.test(part.lead));
    return list.length < 2 || (some < 0 && named) ? [] : [breakdown(total, { parts: list, foreign: [], percents: new Map() }, 'listed')];
  });
}

interface List {
  readonly parts: TextClaim[];
  readonly foreign: TextClaim[];
  readonly percents: Map<TextClaim, TextClaim>;
}

function partsFrom(level: readonly TextClaim[], place: number, unit: string, spoken: boolean): List {
  const list: List = { parts: [], foreign: [], percents: new Map() };
  const first = level[place]!;
  const allowed = spoken ? first.lead.replace(/^[\s\S]*?(?:其中|包括|包含|涵盖|分别)/, '') : first.lead;
  for (const claim of level.slice(place)) {
    if (claim.sentence !== first.sentence) break;
    const last = list.parts.at(-1);
    if (claim.unit === '%') {
      if (last && PERCENT_OF_WHOLE.test(claim.lead) && !list.percents.has(last)) list.percents.set(last, claim);
      continue;
    }
    if (claim !== first) {
      if (OPENING.test(claim.lead) && !(claim.lead.includes('包括') && allowed.includes('包括'))) break;
      const turn = TURNS.exec(claim.lead);
      if (turn && !allowed.includes(turn[0])) break;
      if (/\d{4}年/.test(claim.lead)) break;
    }
    if (claim.unit === unit || claim.unit === '') list.parts.push(claim);
    else if (isCount(claim)) list.foreign.push(claim);
  }
  return list;
}

/** `150条（占75%）`: the percentage in the bracket right behind a part. */
function withBracketed(list: List, claims: readonly TextClaim[]): List {
  for (const part of list.parts) {
    const inside = claims.find(
      ({ unit, bracket, lead }) => unit === '%' && bracket === part.end && (lead === '' || PERCENT_OF_WHOLE.test(lead)),
    );
    if (inside && !list.percents.has(part)) list.percents.set(part, inside);
  }
  return list;
}

function breakdown(total: TextClaim, list: List, said: 'listed' | null): Breakdown {
  return { total, ...list, carried: null, whole: wholeness(list, total) ?? said };
}

function wholeness({ parts, percents }: List, total: TextClaim): Breakdown['whole'] {
  if (parts.length >= 2 && REST.test(parts.at(-1)!.measure)) return 'rest';
  if (namesAllClasses(parts) || namesWhatTotalNames(parts, total)) return 'classes';
  if (parts.length >= 2 && OF_MEDIA.test(total.lead) && parts.every(({ lead }) => MEDIUM.test(lead))) return 'media';
  const shares = parts.map((part) => percents.get(part)?.value);
  if (parts.length >= 2 && total.exact && shares.every((share) => share !== undefined)) {
    const sum = shares.reduce<number>((all, share) => all + (share ?? 0), 0);
    if (Math.abs(sum - 100) <= parts.length) return 'percents';
  }
  return null;
}

function namesAllClasses(parts: readonly TextClaim[]): boolean {
  return KNOWN_CLASSES.some(
    (classes) =>
      parts.length >= classes.length &&
      classes.every((one) => parts.some(({ measure }) => one.test(measure))) &&
      parts.every(({ measure }) => classes.some((one) => one.test(measure)) || REST.test(measure)),
  );
}

/** `微信、微博共发布502条，其中微信398条，微博104条`: the total names its parts, as many as follow and each of them. */
function namesWhatTotalNames(parts: readonly TextClaim[], { lead }: TextClaim): boolean {
  const clause = lead.split(/[，,。；;：:]/).at(-1)!;
  const named = clause.split(/[、和及与]+/);
  const names = parts.map(({ measure }) =>
    measure.replace(/(?:平台|账号)?(?:公开|发布|推送|更新|受理|收到|办理)?(?:了)?(?:各类|政府|政务)?(?:信息|案件)?$/, ''),
  );
  return (
    parts.length >= 2 &&
    named.length === parts.length &&
    new Set(names).size === names.length &&
    names.every((name, at) => name.length >= 2 && named[at]!.includes(name))
  );
}

export function isCount({ unit }: TextClaim): boolean {
  return unit !== '%' && unit !== '个百分点' && unit !== '倍' && unit !== '';
}

export function sumOf(claims: readonly { value: number }[]): number {
  return Number(claims.reduce((sum, { value }) => sum + value, 0).toPrecision(12));
}
