import { Dice } from '../../../sample-city/chance.ts';
import { addDays, type Day } from '../../../src/model/day.ts';

/** One item of an invented site. */
export interface Item {
  readonly n: number;
  title: string;
  day: Day;
}

/** A column of an invented site; its items stand newest first. */
export interface PlannedColumn {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  /** Folder of one word. */
  readonly folder: string;
  /** Number by which systems know it. */
  readonly number: number;
  readonly kind: 'long' | 'short' | 'single' | 'silent' | 'blank';
  items: Item[];
}

/** A page that a menu names and that is no column. */
export interface PlannedPage {
  readonly path: string;
  readonly name: string;
  readonly kind: 'person' | 'form' | 'contact' | 'text';
}

export interface PlannedSite {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly PlannedColumn[];
  readonly pages: readonly PlannedPage[];
  /** Class names of the site's make-up, so that none can be known by name. */
  readonly words: readonly string[];
}

/** First night. */
export const FIRST: Day = '2024-03-10';
/** Second night. */
export const SECOND: Day = '2024-03-12';

const PLACES = [
  '清源',
  '白石',
  '云溪',
  '临河',
  '长岭',
  '石桥',
  '北塘',
  '东阳',
  '青田',
  '金沙',
  '望江',
  '沙河',
  '龙泉',
  '平湖',
  '新丰',
  '太和',
];
const OFFICES = ['水利局', '财政局', '教育局', '民政局', '林业局', '审计局', '统计局', '卫生健康局', '交通运输局', '农业农村局'];
const NAMES: readonly (readonly [name: string, section: string, folder: string])[] = [
  ['通知公告', '政务公开', 'tzgg'],
  ['工作动态', '新闻中心', 'gzdt'],
  ['政策文件', '政务公开', 'zcwj'],
  ['政策解读', '政务公开', 'zcjd'],
  ['规划计划', '政务公开', 'ghjh'],
  ['财政资金', '政务公开', 'czzj'],
  ['人事信息', '政务公开', 'rsxx'],
  ['基层动态', '新闻中心', 'jcdt'],
  ['办事指南', '办事服务', 'bszn'],
  ['行政执法', '政务公开', 'xzzf'],
];
const KINDS: readonly PlannedColumn['kind'][] = ['long', 'long', 'silent', 'short', 'single', 'blank', 'short', 'long', 'silent', 'short'];
const MATTERS = [
  '农田水利设施检修',
  '城区供水管网改造',
  '水库除险加固',
  '河道清淤疏浚',
  '农村饮水安全巩固提升',
  '防汛物资储备',
  '集中采购项目',
  '乡村道路养护',
];
const SAYINGS: readonly ((matter: string, n: number) => string)[] = [
  (matter, n) => `关于做好第${n}批${matter}工作的通知`,
  (matter, n) => `我局召开${matter}第${n}次调度会`,
  (matter, n) => `${matter}实施方案（第${n}号）`,
  (matter, n) => `第${n}期${matter}情况公示`,
];
const SYLLABLES = ['bx', 'nr', 'zw', 'lb', 'mk', 'qy', 'tk', 'wz', 'dl', 'hs', 'pg', 'cv', 'yu', 'fo', 'ri', 'ka'];

/** Rows of the longest lists fill two pages and some. */
const LONGEST = 38;

/** A site that nobody has seen, the same for the same seed. */
export function planSite(seed: string, index: number, columns: number): PlannedSite {
  const dice = new Dice(seed, index);
  let n = index * 1000;
  const planned = NAMES.slice(0, columns).map(([name, section, folder], at): PlannedColumn => {
    const kind = KINDS[(at + index) % KINDS.length]!;
    const count = { long: dice.between(24, LONGEST), silent: dice.between(5, 18), short: dice.between(2, 4), single: 1, blank: 0 }[kind];
    let day = kind === 'silent' ? addDays(FIRST, -dice.between(400, 900)) : addDays(FIRST, -dice.between(2, 20));
    const items = Array.from({ length: count }, (): Item => {
      n++;
      const item = { n, title: dice.pick(SAYINGS)(dice.pick(MATTERS), n), day };
      day = addDays(day, -dice.between(0, 9));
      return item;
    });
    return { id: folder, name, section, folder, number: 100 + index * 20 + at, kind, items };
  });
  const word = () => dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + dice.between(1, 9);
  return {
    id: `site${index}`,
    name: `${PLACES[index % PLACES.length]}县${dice.pick(OFFICES)}`,
    columns: planned,
    pages: [
      { path: '/jgzn/ldzc.html', name: '领导之窗', kind: 'person' },
      { path: '/hdjl/jzxx.html', name: '局长信箱', kind: 'form' },
      { path: '/jgzn/lxfs.html', name: '机构地址', kind: 'contact' },
      { path: '/jgzn/jggk.html', name: '机构概况', kind: 'text' },
    ],
    words: Array.from({ length: 12 }, word),
  };
}

/** Number of an item that nobody has seen yet. */
export function freshNumber({ items, number }: PlannedColumn): number {
  return number * 100_000 + items.length;
}
