import { type ColumnPlan, column } from './column-plan.ts';

const at = (particular: Omit<Parameters<typeof column>[0], 'site' | 'unit'> & { unit?: string }): ColumnPlan =>
  column({ site: 'portal', unit: 'gov-office', ...particular });

const news = (id: string, name: string, folder: string, rest: Partial<ColumnPlan>) =>
  at({ id, path: ['要闻动态', name], folder: `/ywdt/${folder}/`, category: 'local-news', to: '2018-12-31', ...rest });
const open = (id: string, name: string, folder: string, rest: Partial<ColumnPlan> & Pick<ColumnPlan, 'category'>) =>
  at({ id, path: ['政务公开', name], folder: `/zwgk/${folder}/`, ...rest });
const keyColumn = (id: string, name: string, folder: string, rest: Partial<ColumnPlan> & Pick<ColumnPlan, 'category'>) =>
  at({ id, path: ['政务公开', '重点领域信息公开', name], folder: `/zwgk/zdly/${folder}/`, ...rest });
const budget = (id: string, name: string, folder: string, rest: Partial<ColumnPlan>) =>
  at({
    id,
    unit: 'finance',
    path: ['政务公开', '预决算公开平台', name],
    folder: `/zwgk/yjs/${folder}/`,
    category: 'fiscal-budget',
    keyArea: 2,
    ...rest,
  });
const procurement = (id: string, name: string, folder: string, titles: ColumnPlan['titles'], items: number) =>
  at({
    id,
    unit: 'finance',
    path: ['政务公开', '政府采购', name],
    folder: `/zwgk/zfcg/${folder}/`,
    category: 'government-procurement',
    titles,
    items,
  });
const tender = (id: string, name: string, folder: string, titles: ColumnPlan['titles'], items: number) =>
  at({
    id,
    unit: 'public-resources',
    path: ['政务公开', '工程招标', name],
    folder: `/zwgk/gczb/${folder}/`,
    category: 'engineering-bidding',
    titles,
    items,
  });
const interaction = (id: string, name: string, folder: string, rest: Partial<ColumnPlan> & Pick<ColumnPlan, 'category'>) =>
  at({ id, path: ['互动交流', name], folder: `/hdjl/${folder}/`, ...rest });
const topic = (id: string, path: readonly string[], folder: string, rest: Partial<ColumnPlan> & Pick<ColumnPlan, 'category'>) =>
  at({ id, path: ['专题专栏', ...path], folder: `/ztzl/${folder}/`, older: 0, period: 'P3M', goesOn: false, ...rest });

/** The four budgets and their explanation a week after the people's congress, then adjustment, execution, debt and the accounts of 2017. */
const CITY_BUDGET_DAYS = [...Array(5).fill('2018-01-29'), '2018-07-20', '2018-08-15', '2018-09-05', '2018-10-15'];

/** The portal's own columns. Their figures for 2018 are those of the city's report for that year. */
export const PORTAL: readonly ColumnPlan[] = [
  news('gsyw', '广水要闻', 'gsxw', { items: 1180, pinned: 2 }),
  news('tpxw', '图片新闻', 'tpxw', { alsoLists: { column: 'gsyw', items: 60 }, rowDate: 'card' }),
  news('zbyw', '镇办要闻', 'zbyw', { items: 172 }),
  news('gssp', '广水视频', 'gssp', { category: 'video-news', titles: 'video-news', items: 348 }),
  news('bmdt', '部门动态', 'bmdt', { category: 'work-updates', titles: 'work-updates', items: 144 }),
  news('xzdt', '乡镇动态', 'xzdt', { category: 'work-updates', titles: 'town-updates', items: 96, rowDate: 'month-day' }),
  news('cwhy', '常务会议', 'cwhy', { category: 'government-meetings', titles: 'standing-meeting', items: 36, to: '2018-12-27' }),
  news('zthy', '专题会议', 'zthy', { category: 'government-meetings', titles: 'government-meetings', items: 116, to: '2018-12-29' }),
  news('hyjd', '会议解读', 'hyjd', { category: 'government-meetings', titles: 'meeting-reading', items: 52, to: '2018-12-28' }),

  open('tzgg', '通知公告', 'tzgg', { category: 'notices', items: 96, pinned: 3, alsoLists: { column: 'edu-tzgg', items: 6 } }),
  open('szfwj', '市政府文件', 'szfwj', { category: 'policies-regulations', titles: 'city-document', items: 96 }),
  open('zfbwj', '政府办文件', 'zfbwj', { category: 'policies-regulations', titles: 'office-document', items: 70, unlabelled: true }),
  open('ghjh', '规划计划', 'ghjh', { category: 'plans', items: 53, unlabelled: true }),
  open('ldzc', '领导之窗', 'ldzc', { category: 'overview', titles: 'leaders', items: 8, older: 4, to: '2018-11-16', manner: 'side-box' }),
  open('jgsz', '机构设置', 'jgsz', { category: 'overview', titles: 'institutions', items: 14, older: 26, to: '2018-10-30' }),
  open('yjya', '应急预案', 'yjya', { category: 'emergency-management', titles: 'emergency-plan', items: 22, to: '2018-12-05' }),
  open('yjxx', '预警信息', 'yjxx', { category: 'emergency-management', titles: 'weather-warning', items: 98, to: '2018-12-29' }),
  open('jyta-rd', '人大建议办理', 'rdjy', {
    category: 'oversight',
    titles: 'deputies',
    items: 72,
    from: '2018-05-14',
    to: '2018-10-26',
    manner: 'written',
  }),
  open('jyta-zx', '政协提案办理', 'zxta', {
    category: 'oversight',
    titles: 'committee',
    items: 68,
    from: '2018-05-16',
    to: '2018-10-29',
    manner: 'in-arrays',
  }),
  open('zwgkgz', '政务公开工作', 'gkgz', { category: 'oversight', titles: 'disclosure-work', items: 44 }),
  open('wzcc', '政府网站抽查情况', 'wzcc', { category: 'oversight', titles: 'site-checks', items: 12, to: '2018-12-20', manner: 'moved' }),
  open('gknb', '政府信息公开年报', 'gknb', {
    category: 'oversight',
    titles: 'annual-report',
    items: 1,
    older: 3,
    to: '2018-03-20',
    manner: 'side-box',
  }),
  at({
    id: 'sqgk',
    path: ['走进广水', '市情概况'],
    folder: '/zjgs/sqgk/',
    category: 'overview',
    titles: 'city-facts',
    items: 4,
    older: 6,
    to: '2018-09-12',
  }),

  at({ id: 'jdcl', path: ['解读回应', '政策解读'], folder: '/jdhy/zcjd/', category: 'policy-interpretation', items: 92 }),
  at({
    id: 'jdpl',
    path: ['解读回应', '媒体解读'],
    folder: '/jdhy/mtjd/',
    category: 'policy-interpretation',
    titles: 'commentary',
    items: 12,
    to: '2018-12-19',
  }),
  at({
    id: 'jdcp',
    path: ['解读回应', '图解'],
    folder: '/jdhy/tj/',
    category: 'policy-interpretation',
    titles: 'infographic',
    items: 8,
    to: '2018-12-11',
  }),

  interaction('yjzj', '意见征集', 'yjzj', { category: 'oversight', titles: 'consultation', items: 16, to: '2018-12-12' }),
  interaction('zjfk', '征集结果反馈', 'zjfk', {
    category: 'oversight',
    titles: 'consultation-result',
    items: 9,
    older: 1,
    to: '2018-12-24',
  }),
  interaction('zxft', '在线访谈', 'zxft', {
    category: 'oversight',
    titles: 'interview',
    items: 8,
    older: 0,
    from: '2018-04-17',
    to: '2018-11-27',
  }),

  budget('zfyjs', '政府预决算', 'zfyjs', {
    titles: 'city-budget',
    items: CITY_BUDGET_DAYS.length,
    older: 12,
    days: CITY_BUDGET_DAYS,
    goesOn: true,
  }),
  budget('bmys', '部门预算', 'bmys', {
    titles: 'department-budget',
    items: 117,
    older: 269,
    from: '2018-05-29',
    to: '2018-05-29',
    goesOn: false,
  }),
  budget('bmjs', '部门决算', 'bmjs', {
    titles: 'department-accounts',
    items: 94,
    older: 172,
    from: '2018-10-16',
    to: '2018-10-16',
    goesOn: false,
  }),

  procurement('cggg', '采购公告', 'cggg', 'procurement-notice', 612),
  procurement('cgjg', '中标成交公告', 'zbgg', 'procurement-result', 588),
  procurement('cght', '合同公告', 'htgg', 'procurement-contract', 402),
  procurement('cggz', '更正公告', 'gzgg', 'procurement-change', 121),
  procurement('cgdy', '单一来源公示', 'dyly', 'procurement-single', 100),

  tender('zbgg', '招标公告', 'zbgg', 'tender-notice', 268),
  tender('zbhx', '中标候选人公示', 'hxr', 'tender-candidates', 254),
  tender('zbjg', '中标结果公告', 'zbjg', 'tender-result', 148),

  keyColumn('zd-qlqd', '行政权力', 'xzql', { category: 'administrative-power', titles: 'power-list', items: 64, keyArea: 1 }),
  keyColumn('zd-xm', '重大建设项目', 'zdxm', {
    unit: 'development',
    category: 'engineering-bidding',
    titles: 'project-approval',
    items: 72,
    keyArea: 5,
  }),
  keyColumn('zd-aqsc', '安全生产', 'aqsc', {
    unit: 'work-safety',
    category: 'emergency-management',
    titles: 'work-safety',
    items: 34,
    keyArea: 8,
  }),
  keyColumn('zd-tdgy', '土地供应', 'tdgy', { unit: 'land', category: 'public-resources', titles: 'land-supply', items: 126 }),
  keyColumn('zd-zdxx', '征地信息', 'zdxx', { unit: 'land', category: 'public-resources', titles: 'land-taking', items: 84 }),
  keyColumn('zd-fwzs', '房屋征收', 'fwzs', { unit: 'construction', category: 'public-resources', titles: 'house-taking', items: 47 }),
  keyColumn('zd-bzf', '保障性住房', 'bzf', { unit: 'construction', category: 'public-resources', titles: 'housing', items: 38 }),
  keyColumn('zd-ggjy', '公共资源交易', 'ggjy', { unit: 'public-resources', category: 'public-resources', titles: 'exchange', items: 48 }),

  topic('zt-hbhtk', ['中央生态环境保护督察“回头看”整改进行时'], 'hbhtk', {
    category: 'environment',
    titles: 'inspection',
    items: 8,
    from: '2018-07-05',
    to: '2018-12-17',
  }),
  topic('zt-shbdc', ['省级环保督查整改进行时'], 'shbdc', {
    category: 'environment',
    titles: 'inspection',
    items: 6,
    older: 24,
    to: '2018-11-30',
  }),
  topic('zt-jzfp', ['精准扶贫不落一人'], 'jzfp', {
    category: 'work-updates',
    titles: 'poverty-topic',
    items: 30,
    older: 20,
    rowDate: 'card',
  }),
  topic('zt-sjsj', ['十进十建'], 'sjsj', {
    category: 'work-updates',
    titles: 'ten-visits',
    items: 22,
    from: '2018-01-10',
    to: '2018-12-18',
  }),
  topic('zt-hm30-zp', ['回眸三十年奋进新时代', '一张照片'], 'hm30/yzzp', {
    category: 'local-news',
    titles: 'thirty-photo',
    items: 17,
    from: '2018-07-31',
    to: '2018-12-14',
    rowDate: 'card',
  }),
  topic('zt-hm30-sp', ['回眸三十年奋进新时代', '一段视频'], 'hm30/ydsp', {
    category: 'video-news',
    titles: 'thirty-video',
    items: 17,
    from: '2018-07-31',
    to: '2018-12-20',
  }),
  topic('zt-hm30-cf', ['回眸三十年奋进新时代', '一段采访'], 'hm30/ydcf', {
    category: 'local-news',
    titles: 'thirty-interview',
    items: 11,
    from: '2018-08-06',
    to: '2018-12-10',
  }),
  topic('zt-shce', ['扫黑除恶专项斗争'], 'shce', {
    category: 'work-updates',
    titles: 'crime-topic',
    items: 24,
    from: '2018-03-06',
    to: '2018-12-26',
  }),
  topic('zt-sjd', ['学习贯彻党的十九大精神'], 'sjd', {
    category: 'work-updates',
    titles: 'congress-topic',
    older: 40,
    exempt: '专题已结束，栏目已归档',
    period: null,
  }),
];

/** The seven topics that the portal maintained in 2018, each with its columns. */
export const TOPICS: readonly { readonly name: string; readonly columns: readonly string[] }[] = [
  { name: '中央生态环境保护督察“回头看”整改进行时', columns: ['zt-hbhtk'] },
  { name: '省级环保督查整改进行时', columns: ['zt-shbdc'] },
  { name: '精准扶贫不落一人', columns: ['zt-jzfp'] },
  { name: '十进十建', columns: ['zt-sjsj'] },
  { name: '回眸三十年奋进新时代', columns: ['zt-hm30-zp', 'zt-hm30-sp', 'zt-hm30-cf'] },
  { name: '扫黑除恶专项斗争', columns: ['zt-shce'] },
  { name: '学习贯彻党的十九大精神', columns: ['zt-sjd'] },
];
