/** Lists of powers, penalties and permits. */
export const POWER = {
  'power-list': [
    '{department}权力清单（{y}年版）',
    '{department}责任清单（{y}年版）',
    '{department}行政执法事项清单',
    '{department}双随机抽查事项清单',
    '{department}随机抽查结果公示（{y}年第{no}期）',
  ],
  'market-penalty': [
    '关于{town}某{shop}销售不合格商品的行政处罚决定书（广工商罚〔{y}〕{no}号）',
    '关于{town}某{shop}无照经营的行政处罚决定书（广工商罚〔{y}〕{no}号）',
    '关于{town}某{shop}虚假宣传的行政处罚决定书（广工商罚〔{y}〕{no}号）',
  ],
  'safety-penalty': [
    '关于{town}某{plant}安全生产违法行为的行政处罚决定书（广安监罚〔{y}〕{no}号）',
    '关于{town}某{plant}未按规定培训从业人员的行政处罚信息（广安监罚〔{y}〕{no}号）',
  ],
  'road-penalty': [
    '关于货运车辆超限运输的行政处罚决定书（广交罚〔{y}〕{no}号）',
    '关于未取得道路运输许可从事经营的行政处罚决定书（广交罚〔{y}〕{no}号）',
    '关于客运车辆违规站外上客的行政处罚决定书（广交罚〔{y}〕{no}号）',
  ],
  'city-penalty': [
    '关于{road}某{shop}占道经营的行政处罚决定书（广城罚〔{y}〕{no}号）',
    '关于{road}擅自设置户外广告的行政处罚决定书（广城罚〔{y}〕{no}号）',
    '关于{road}工地渣土遗撒的行政处罚决定书（广城罚〔{y}〕{no}号）',
  ],
  'land-penalty': [
    '关于{town}{village}违法占地的行政处罚决定书（广土罚〔{y}〕{no}号）',
    '关于{town}某{plant}非法占用耕地的行政处罚决定书（广土罚〔{y}〕{no}号）',
  ],
  'police-penalty': [
    '广水市公安局行政处罚决定公示（{y}年第{no}期）',
    '交通违法行政处罚信息公示（{y}年第{no}期）',
    '治安管理行政处罚决定书公示（{town}，{y}年第{no}期）',
  ],
  'environment-penalty': [
    '关于{town}某{plant}环境违法的行政处罚决定书（广环罚〔{y}〕{no}号）',
    '关于{town}某{plant}未批先建的行政处罚决定书（广环罚〔{y}〕{no}号）',
    '关于{town}某{plant}超标排放的行政处罚决定书（广环罚〔{y}〕{no}号）',
  ],
  'forest-permit': [
    '关于准予{town}{village}林木采伐的行政许可决定',
    '关于准予{works}临时占用林地的行政许可决定',
    '关于准予{town}{village}木材运输的行政许可决定',
  ],
  'health-permit': [
    '关于准予{town}某{shop}卫生许可证的行政许可决定',
    '关于准予{hospital}放射诊疗许可证变更的行政许可决定',
    '关于注销{town}{village}卫生室执业许可证的公告',
  ],
  'water-permit': [
    '关于准予{works}取水许可的行政许可决定',
    '关于准予{town}{village}河道管理范围内建设项目的行政许可决定',
    '关于{works}水土保持方案的行政许可决定',
  ],
} as const;
