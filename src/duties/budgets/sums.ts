/** Sums that a budget or accounts tell, in 万元. */
export interface BudgetSums {
  /** 收入总计, which is 支出总计. */
  readonly total: number | null;
  /** “三公”经费, all three together. */
  readonly threePublic: number | null;
  /** A table of income and spending stands in the text itself. */
  readonly tables: boolean;
}

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const MEASURE = '亿元|万元|千元|元';
/** In 万元. */
const WORTH: Readonly<Record<string, number>> = { 亿元: 10_000, 万元: 1, 千元: 0.1, 元: 0.0001 };

const SIDE = '(?:预算|决算)?(?:总计|总额|总预算|总决算|总数)(?:数)?';
const SAYS = '(?:[(][^()]{0,12}[)])?(?:各|均|共|总|计|安排|为|是|约|[:\\s])*';
/** In a table cells follow one another in lines: of accounts the number of the row stands between name and amount. */
const AMOUNTS = `((?:${NUMBER}\\s*(?:${MEASURE})?\\s*){1,3})`;
const INCOME = new RegExp(`收入${SIDE}${SAYS}${AMOUNTS}`, 'gu');
const SPENDING = new RegExp(`支出${SIDE}${SAYS}${AMOUNTS}`, 'gu');
/** 单位：万元 above a table, or （万元） in its head. */
const STANDING = new RegExp(`单位[:\\s]*(?:人民币)?(${MEASURE})|[(](?:单位:)?(${MEASURE})[)]`, 'gu');
/** One line for both: 收、支总计均为…；收支总预算…；总计 of the table with both sides. */
const BOTH = new RegExp(`(?:收、?支|收入、?(?:和)?支出)${SIDE}${SAYS}(${NUMBER})\\s*(${MEASURE})`, 'gu');
const THREE = new RegExp(
  `三公[”"’」]?经费(?:财政拨款)?(?:20\\d{2}年(?:度)?)?[^\\d\\n，。；]{0,16}?(?:20\\d{2}年(?:度)?)?[^\\d\\n，。；]{0,8}?(${NUMBER})\\s*(${MEASURE})`,
  'u',
);

/** A row of a table whose cells follow one another in lines. */
const ROW = (label: string) => new RegExp(`(?:^|\\n)[^\\n\\d]{0,8}${label}[^\\n\\d]{0,4}[\\n \\t|]+(${NUMBER})(?=\\s|$)`, 'gu');
const [SUM, BASIC, PROJECT, THREE_ROW] = [ROW('合计'), ROW('基本支出'), ROW('项目支出'), ROW('三公[”"’」]?经费(?:支出|预算|合计)*')];

/**
 * Reads the sums of a document's text. The total is believed where income and spending agree on it, where basic and project spending add
 * up to it, or where a sentence names one for both sides; an amount without a measure (单位：万元) is none.
 */
export function readSums(text: string): BudgetSums {
  const plain = text.normalize('NFKC');
  const agreed = agreedTotal(plain);
  const tables = agreed !== null && new RegExp(`收入${SIDE}\\s*\\n`, 'u').test(plain);
  return { total: agreed ?? spokenTotal(plain) ?? addedTotal(plain), threePublic: threeIn(plain), tables };
}

function agreedTotal(text: string): number | null {
  const income = amountsOf(text, INCOME);
  const spending = amountsOf(text, SPENDING);
  const agreed = [...income].filter((amount) => spending.has(amount));
  return agreed.length === 1 ? (agreed[0] ?? null) : null;
}

function spokenTotal(text: string): number | null {
  const [first, ...others] = new Set([...text.matchAll(BOTH)].map(([, number, measure]) => worth(number ?? '', measure ?? '')));
  return first !== undefined && others.length === 0 ? first : null;
}

/** 基本支出 + 项目支出 = 支出合计 */
function addedTotal(text: string): number | null {
  const [basic, project] = [cellsOf(text, BASIC), cellsOf(text, PROJECT)];
  const proved = cellsOf(text, SUM).filter((sum) => basic.some((one) => project.some((other) => Math.abs(one + other - sum) < 0.015)));
  return new Set(proved).size === 1 ? (proved[0] ?? null) : null;
}

function threeIn(text: string): number | null {
  const found = THREE.exec(text);
  return found ? worth(found[1] ?? '', found[2] ?? '') : (cellsOf(text, THREE_ROW)[0] ?? null);
}

/** Amounts of the rows of that name, in 万元; none where no measure stands above them. */
function cellsOf(text: string, row: RegExp): number[] {
  return [...text.matchAll(row)].flatMap(({ 1: number = '', index }) => {
    const measure = measureBefore(text, index + 1);
    return measure === undefined ? [] : [worth(number, measure)];
  });
}

function amountsOf(text: string, pattern: RegExp): Set<number> {
  const found = new Set<number>();
  for (const match of text.matchAll(pattern)) {
    const amounts = [...(match[1] ?? '').matchAll(new RegExp(`(${NUMBER})\\s*(${MEASURE})?`, 'gu'))];
    const spoken = amounts.some(([, , measure]) => measure !== undefined);
    const standing = spoken ? undefined : measureBefore(text, match.index);
    for (const [, number = '', measure = standing] of amounts) if (measure !== undefined) found.add(worth(number, measure));
  }
  // 行次: rows of both sides are numbered on, so that none of their numbers is the same on both.
  return found;
}

/** The measure that a table names above it. */
function measureBefore(text: string, at: number): string | undefined {
  const [last] = [...text.slice(0, at).matchAll(STANDING)].slice(-1);
  return last?.[1] ?? last?.[2];
}

function worth(number: string, measure: string): number {
  return Math.round(Number(number.replace(/[,]/gu, '')) * (WORTH[measure] ?? 1) * 100) / 100;
}
