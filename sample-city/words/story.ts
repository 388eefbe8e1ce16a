import { addDays, type Day } from '../../src/model/day.ts';
import type { Dice } from '../chance.ts';
import type { ColumnPlan } from '../plan/column-plan.ts';
import { DECISIONS, LATE_DECISIONS, WITHOUT_TABLE } from '../plan/duties.ts';
import { GOV_OFFICE, unitOf } from '../plan/units.ts';
import { DOCUMENT_PREFIX, tellingOf } from './bodies.ts';
import { LEXICON } from './lexicon.ts';
import { BUDGET_BODIES, INTERVIEWS } from './rolls.ts';
import type { Telling } from './telling.ts';
import { TITLES } from './titles.ts';

/** What an item says. */
export interface Story {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Rows of a table, the heading first, or null. */
  readonly table: readonly (readonly string[])[] | null;
  /** 发文字号 and 成文日期 where the item is a document. */
  readonly document: { readonly number: string; readonly date: Day } | null;
  /** Names of files to load down. */
  readonly attachments: readonly string[];
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七'];
/** The public holiday that each month looks forward to. */
const HOLIDAYS = ['春节', '春节', '清明节', '劳动节', '劳动节', '端午节', '中秋节', '中秋节', '国庆节', '国庆节', '元旦', '元旦'];
/** Categories in which a unit's own columns tell of that unit and of no other. */
const SPEAKS_OF_ITSELF = new Set(['work-updates', 'policies-regulations', 'plans']);
/** Kinds whose titles come in the order of the grammar. */
const IN_ORDER = new Set(['city-budget']);
/** Budgets and final accounts of all departments, in ten thousand yuan, as the report sums them up. */
const MONEY: Readonly<Record<string, { readonly bodies: number; readonly hundreds: number }>> = {
  'department-budget': { bodies: 117, hundreds: 31_959_524 },
  'department-accounts': { bodies: 94, hundreds: 30_556_148 },
};

/** An item's title alone: what {@link storyOf} begins with. */
export function titleOf(plan: ColumnPlan, day: Day, ordinal: number, dice: Dice): string {
  return begin(plan, day, ordinal, dice).title;
}

/** Tells one item: the title first, then a body that keeps to the title's places and matters. */
export function storyOf(plan: ColumnPlan, day: Day, ordinal: number, dice: Dice): Story {
  const { title, slots } = begin(plan, day, ordinal, dice);
  const fill = (template: string) => filled(template, slots, dice);
  slots.set('title', title);
  const telling = tellingOf(plan.category, plan.titles);
  const story: Story = {
    title,
    paragraphs: paragraphsOf(telling, dice).map(fill),
    table: tableOf(plan, telling, ordinal, fill, dice),
    document: documentOf(plan, day, ordinal, dice),
    attachments: telling.attachment !== null && dice.fraction() < telling.attachment.share ? [fill(telling.attachment.name)] : [],
  };
  if (lacksTable(plan, day, title)) return { ...withoutThreePublic(story), attachments: [] };
  return plan.titles === DECISIONS.kind ? { ...story, paragraphs: [...story.paragraphs, decidedOn(day, ordinal, dice)] } : story;
}

function begin(plan: ColumnPlan, day: Day, ordinal: number, dice: Dice): { title: string; slots: Map<string, string> } {
  const slots = slotsOf(plan, day, ordinal);
  const templates: readonly string[] = TITLES[day.startsWith('2018') && plan.planted !== null ? plan.planted : plan.titles];
  const template = IN_ORDER.has(plan.titles) ? templates[ordinal % templates.length]! : dice.pick(templates);
  if (template.includes('{pm}') && day.slice(5, 7) === '01') slots.set('y', slots.get('py')!);
  const title = filled(template, slots, dice).replace('1-1月', '1月');
  // Where only a town acts in the title, it acts in the body too.
  if (slots.has('town') && !slots.has('department')) slots.set('department', slots.get('town')!);
  return { title, slots };
}

function slotsOf(plan: ColumnPlan, day: Day, ordinal: number): Map<string, string> {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const before = month === 1 ? 12 : month - 1;
  const unit = unitOf(plan.unit);
  const own: [string, string][] = SPEAKS_OF_ITSELF.has(plan.category) && unit !== GOV_OFFICE ? [['department', unit.name]] : [];
  return new Map([
    ...own,
    ['season', month >= 4 && month <= 9 ? 'summer' : 'winter'],
    ['holiday', HOLIDAYS[month - 1]!],
    ['unit', plan.id === 'gknb' ? '广水市人民政府' : unit.name],
    ['y', String(year)],
    ['m', String(month)],
    ['d', String(date)],
    ['py', String(year - 1)],
    ['ppy', String(year - 2)],
    ['pm', String(before)],
    ['q', `第${NUMERALS[Math.floor((before - 1) / 3)]!}`],
    ['no', String(ordinal + 1)],
    ['body', BUDGET_BODIES[ordinal % BUDGET_BODIES.length]!],
    ['interviewee', INTERVIEWS[ordinal % INTERVIEWS.length]!],
  ]);
}

/** Fills the slots of a template; a slot keeps its first filling through the whole item. `{village_2}` is a second village. */
function filled(template: string, slots: Map<string, string>, dice: Dice): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const known = slots.get(slot);
    if (known !== undefined) return known;
    const name = slot.replace(/_\d+$/, '');
    const words = LEXICON[name] ?? LEXICON[`${name}-${slots.get('season')}`];
    const word = words ? filled(dice.pick(words), slots, dice) : numberFor(slot, dice);
    slots.set(slot, word);
    return word;
  });
}

/** Slots that are figures: `{n10}` a number up to 10, `{wan}` an amount in ten thousand yuan, `{pct}` a percentage. */
function numberFor(slot: string, dice: Dice): string {
  if (slot.startsWith('wan')) return (dice.between(800, 98_000) / 100).toFixed(2);
  if (slot.startsWith('pct')) return (dice.between(11, 389) / 10).toFixed(1);
  const limit = /^n(\d+)/.exec(slot);
  if (!limit) throw new RangeError(`no words for the slot {${slot}}`);
  return String(dice.between(2, Number(limit[1])));
}

/** Leaves out some of the middle, keeps the order and numbers what is left. */
function paragraphsOf(telling: Telling, dice: Dice): string[] {
  const kept = new Set(telling.middle);
  while (kept.size > telling.length) kept.delete(dice.pick([...kept]));
  let number = 0;
  const middle = [...kept].map((sentence) => sentence.replace(/^[一二三四五六七](?=[、是])/, () => NUMERALS[number++]!));
  return [telling.first, ...middle, ...(telling.last ? [telling.last] : [])];
}

function tableOf(plan: ColumnPlan, telling: Telling, ordinal: number, fill: (template: string) => string, dice: Dice): string[][] | null {
  const money = MONEY[plan.titles];
  if (money) return moneyTable(money, ordinal, dice);
  if (!telling.table) return null;
  const rows = Array.from({ length: telling.table.rows }, (_, index) =>
    telling.table!.cells.map((cell) => fill(cell.replaceAll('#', String(index + 1)))),
  );
  return [[...telling.table.head], ...rows];
}

/** A body's share of the total such that the shares of all bodies add up to it. */
function moneyTable(money: { bodies: number; hundreds: number }, ordinal: number, dice: Dice): string[][] {
  const weight = (index: number) => 40 + ((index * 37) % 61);
  let weights = 0;
  let before = 0;
  for (let index = 0; index < money.bodies; index++) {
    if (index < ordinal % money.bodies) before += weight(index);
    weights += weight(index);
  }
  const upTo = (sum: number) => Math.floor((money.hundreds * sum) / weights);
  const total = upTo(before + weight(ordinal % money.bodies)) - upTo(before);
  const people = Math.floor((total * dice.between(45, 70)) / 100);
  const yuan = (hundreds: number) => (hundreds / 100).toFixed(2);
  return [
    ['项目', '金额（万元）'],
    ['合计', yuan(total)],
    ['基本支出', yuan(people)],
    ['项目支出', yuan(total - people)],
    ['其中：“三公”经费', yuan(Math.floor(people / 60))],
  ];
}

/** A budget whose tables all stand in its text, but one. */
function lacksTable(plan: ColumnPlan, day: Day, title: string): boolean {
  return (
    plan.titles === WITHOUT_TABLE.kind && day.startsWith(String(WITHOUT_TABLE.year)) && title.includes(unitOf(WITHOUT_TABLE.unit).name)
  );
}

function withoutThreePublic(story: Story): Story {
  const [head, [, total] = [], [, basic] = [], [, project] = []] = (story.table ?? []) as [string[], string[]?, string[]?, string[]?];
  const rows = [
    ['收入总计', total],
    ['支出总计', total],
    ['一般公共预算财政拨款', total],
    ['基本支出', basic],
    ['项目支出', project],
  ].map(([name = '', amount = '']) => [name, amount]);
  const spoken = story.paragraphs.filter((paragraph) => !paragraph.includes('三公'));
  return { ...story, table: [head, ...rows], paragraphs: [...spoken, ...EXPLAINED] };
}

/** What the words of a budget mean, as each explains them at its end. */
const EXPLAINED = [
  '五、名词解释。财政拨款收入：指由同级财政拨付的资金。其他收入：指除财政拨款收入以外的各项收入。',
  '基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。项目支出：指在基本支出之外为完成特定任务和发展目标所发生的支出。',
  '机关运行经费：指为保障单位运行用于购买货物和服务的各项资金，包括办公及印刷费、邮电费、差旅费、会议费、日常维修费和办公用房水电费等。',
];

function decidedOn(day: Day, ordinal: number, dice: Dice): string {
  const late = day.startsWith('2018') ? LATE_DECISIONS[ordinal + 1] : undefined;
  const [year, month, date] = addDays(day, -(late ?? dice.between(1, DECISIONS.days)))
    .split('-')
    .map(Number);
  return `处罚决定日期：${year}年${month}月${date}日`;
}

function documentOf(plan: ColumnPlan, day: Day, ordinal: number, dice: Dice): Story['document'] {
  const prefix = DOCUMENT_PREFIX[plan.titles];
  if (!prefix) return null;
  const sign = prefix.replace('{unit}', unitOf(plan.unit).name.slice(1, 3));
  return { number: `${sign}〔${day.slice(0, 4)}〕${ordinal + 1}号`, date: addDays(day, -dice.between(1, 16)) };
}
