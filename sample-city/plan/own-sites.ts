import { type ColumnPlan, column } from './column-plan.ts';

type Particular = Partial<ColumnPlan> & Pick<ColumnPlan, 'category'>;

const of = (site: string, unit: string) => (id: string, name: string, rest: Particular) =>
  column({ id: `${site}-${id}`, site, unit, path: [name], folder: `/${id}/`, ...rest });

/** One day of each month of 2018. */
const monthly = (date: string) => Array.from({ length: 12 }, (_, month) => `2018-${String(month + 1).padStart(2, '0')}-${date}`);

const edu = of('edu', 'education');
const police = of('police', 'police');
const env = of('env', 'environment');
const water = of('water', 'water');
const housing = of('housing', 'housing');
const tourism = of('tourism', 'tourism');
const grain = of('grain', 'grain');

/** Columns of the departments that still run a site of their own. */
export const OWN_SITES: readonly ColumnPlan[] = [
  edu('gzdt', '工作动态', { category: 'work-updates', items: 34, to: '2018-12-27' }),
  edu('tzgg', '通知公告', { category: 'notices', items: 20, to: '2018-12-21', pinned: 1, goesOn: true, manner: 'changing-addresses' }),
  edu('zpxx', '招聘信息', { category: 'personnel', titles: 'teachers', items: 84 }),
  edu('jyxx', '教育信息', { category: 'public-services', titles: 'schools', items: 96 }),

  police('jwdt', '警务动态', { category: 'work-updates', titles: 'police-updates', items: 32, to: '2018-12-29', rowDate: 'card' }),
  police('tzgg', '通知公告', { category: 'notices', titles: 'police-notice', items: 20, to: '2018-12-19', rowDate: 'card' }),
  police('xzcf', '行政处罚', { category: 'administrative-power', titles: 'police-penalty', items: 88, rowDate: 'card' }),

  env('gzdt', '工作动态', { category: 'work-updates', titles: 'environment-updates', items: 24, to: '2018-12-28', rowDate: 'month-day' }),
  env('kqzl', '空气质量', { category: 'environment', titles: 'air', items: 12, days: monthly('07'), older: 0 }),
  env('shj', '水环境质量', { category: 'environment', titles: 'water-quality', items: 12, days: monthly('10'), older: 0 }),
  env('hpgs', '环评公示', { category: 'environment', titles: 'impact', items: 10, to: '2018-11-05', period: 'none' }),
  env('xzcf', '行政处罚', { category: 'administrative-power', titles: 'environment-penalty', items: 46 }),

  water('gzdt', '工作动态', { category: 'work-updates', titles: 'water-updates', items: 28, to: '2018-12-25', manner: 'never-changed' }),
  water('tzgg', '通知公告', { category: 'notices', titles: 'water-notice', items: 12, to: '2018-11-29' }),
  water('fxkh', '防汛抗旱', { category: 'emergency-management', titles: 'flood', items: 26, to: '2018-11-08' }),
  water('xzxk', '行政许可', { category: 'administrative-power', titles: 'water-permit', items: 30 }),
];

/** Sites that cannot be read at all: blocked, broken off, never answering. */
export const FAULTY_SITES: readonly ColumnPlan[] = [
  housing('tzgg', '通知公告', { category: 'notices' }),
  housing('fcdt', '房产动态', { category: 'work-updates' }),
  tourism('lydt', '旅游动态', { category: 'work-updates' }),
  tourism('tzgg', '通知公告', { category: 'notices' }),
  grain('lsdt', '粮食动态', { category: 'work-updates' }),
];
