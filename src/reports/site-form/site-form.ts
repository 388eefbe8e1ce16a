import type { Cell, PaperTable } from '../../model/paper.ts';
import { itemsOfClass, opens, type PaperKind } from '../facts.ts';
import { mediaBoxes } from '../media.ts';
import { nameReader } from '../problems.ts';

/** Boxes of the form (国办函〔2018〕12号) that no crawl can fill. */
const BY_HAND: readonly (readonly [block: string, boxes: readonly string[]])[] = [
  ['访问', ['独立用户访问总量（个）', '网站总访问量（次）']],
  ['专栏专题', ['维护数量（个）', '新开设数量（个）']],
  [
    '解读回应',
    [
      '解读信息发布总数（条）',
      '解读材料数量（条）',
      '解读产品数量（个）',
      '媒体评论文章数量（篇）',
      '回应公众关注热点或重大舆情数量（次）',
    ],
  ],
  [
    '办事服务',
    [
      '是否发布服务事项目录',
      '注册用户数（个）',
      '政务服务事项数量（项）',
      '可全程在线办理政务服务事项数量（项）',
      '办件量总数（件）',
      '自然人办件量（件）',
      '法人办件量（件）',
    ],
  ],
  [
    '互动交流',
    [
      '是否使用统一平台',
      '收到留言数量（条）',
      '办结留言数量（条）',
      '平均办理时间（天）',
      '公开答复数量（条）',
      '征集调查期数（期）',
      '收到意见数量（条）',
      '公布调查结果期数（期）',
      '在线访谈期数（期）',
      '网民留言数量（条）',
      '答复网民提问数量（条）',
      '是否提供智能问答',
    ],
  ],
  [
    '安全防护',
    [
      '安全检测评估次数（次）',
      '发现问题数量（个）',
      '问题整改数量（个）',
      '是否建立安全监测预警机制',
      '是否开展应急演练',
      '是否明确网站安全责任人',
    ],
  ],
  ['创新发展', ['搜索即服务', '多语言版本', '无障碍浏览', '千人千网', '其他']],
  ['填报', ['单位负责人', '审核人', '填报人', '联系电话', '填报日期']],
];

const NOTHING = '没有需要填报的网站。';

/** 政府网站工作年度报表: one form for each site; counts are filled in, what a person must add is empty. */
export const siteForm: PaperKind = {
  id: 'site-form',
  name: { zh: '政府网站工作年度报表', en: 'yearly form of a website' },
  series: null,
  period: 'last-year',
  counts: 'by-form',
  nothing: NOTHING,
  owes: () => true,
  compose(facts) {
    const { estate, span, asOf, unit, bySite, counts, taxonomy } = facts;
    const all = { span, unit: null };
    const names = nameReader(facts);
    const sites = estate.sites.filter((site) => unit === null || site.unit === unit);
    return {
      title: `政府网站工作年度报表（${span.from.slice(0, 4)}年度）`,
      to: null,
      opening: [sites.length === 0 ? NOTHING : '信息发布由系统按监测数据填写，其余各项由填报单位补填；空格为待填。'],
      sections: [],
      tables: sites.map((site): PaperTable => {
        return {
          name: site.name,
          columns: ['栏目', '项目', '数据'],
          rows: [
            ['基本信息', '年度', span.from.slice(0, 4)],
            ['基本信息', '填报单位', names.unit(site.unit)],
            ['基本信息', '网站名称', site.name],
            ['基本信息', '首页网址', site.url],
            ['基本信息', '主办单位', names.unit(site.unit)],
            ['基本信息', '网站类型', null],
            ['基本信息', '政府网站标识码', site.idCode],
            ['基本信息', 'ICP备案号', null],
            ['基本信息', '公安机关备案号', null],
            ['信息发布', '总数（条）', opens(counts.sites.get(site.id) ?? 0, all, { site: site.id })],
            ...taxonomy.classes.map(({ id, name }): Cell[] => [
              '信息发布',
              `${name}信息更新量（条）`,
              opens(itemsOfClass(bySite, site.id, id, taxonomy), all, { site: site.id, class: id }),
            ]),
            ...mediaBoxes(facts, site.unit).map(([box, value]) => ['移动新媒体', box, value]),
            ...BY_HAND.flatMap(([block, boxes]) => boxes.map((box) => [block, box, null])),
          ],
        };
      }),
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};
