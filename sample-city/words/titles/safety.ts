/** Environment, food, emergencies and prices. */
export const SAFETY = {
  inspection: [
    '{town}某{plant}环保督察整改销号公示',
    '环保督察交办件整改情况（第{no}批）',
    '{river}环保督察整改落实情况',
    '关于{town}环境问题整改情况的公示',
  ],
  air: ['{y}年{pm}月广水市城区空气质量月报'],
  'water-quality': ['{y}年{pm}月广水市集中式饮用水水源水质状况'],
  impact: ['{works}环境影响报告表受理公示', '{works}环境影响报告表拟审批公示', '{works}环境影响报告书审批决定公告'],
  sampling: ['{y}年第{no}期食品安全监督抽检信息', '{y}年{pm}月{food}监督抽检信息公告', '关于{y}年第{no}期不合格食品核查处置情况的公告'],
  'food-warning': ['{holiday}食品安全消费警示', '关于{food}的消费风险提示', '夏季{food}安全风险提示'],
  'emergency-plan': ['广水市{plan}应急预案', '广水市{plan}应急预案（{y}年修订）', '{town}{plan}应急预案'],
  'weather-warning': [
    '广水市气象台发布{warning}预警信号（{m}月{d}日）',
    '{m}月{d}日广水市{warning}预警',
    '{town}{m}月{d}日{warning}预警信息',
  ],
  'forest-fire': [
    '{town}森林防火隐患排查情况',
    '广水市森林防火戒严令（{y}年{no}号）',
    '{y}年{m}月森林火险等级预报',
    '{town}森林防火应急演练信息',
  ],
  flood: [
    '{river}{m}月{d}日水情信息',
    '广水市防汛抗旱指挥部启动防汛{warning}预警响应',
    '{y}年{m}月{d}日全市汛情通报',
    '{town}防汛应急演练信息',
  ],
  'work-safety': [
    '{town}某{plant}重大隐患挂牌督办通知',
    '{town}某{plant}一般生产安全事故调查报告',
    '{y}年{pm}月全市安全生产检查情况',
    '{y}年第{no}批安全生产“黑名单”公示',
  ],
  'safety-campaign': [
    '{y}年{m}月安全生产警示教育信息',
    '{town}安全生产专项整治情况',
    '{park}企业安全生产隐患排查情况',
    '{holiday}期间安全生产检查情况',
  ],
  'price-watch': ['{y}年{pm}月全市居民生活必需品价格监测', '{y}年{m}月上旬农贸市场价格监测', '{y}年{m}月中旬成品油及液化气价格监测'],
  fees: [
    '广水市{y}年行政事业性收费目录清单',
    '广水市{y}年涉企收费目录清单',
    '关于调整{town}自来水价格的通知',
    '关于{road}停车收费标准的批复',
    '广水市{y}年政府定价的经营服务性收费目录清单',
  ],
} as const;
