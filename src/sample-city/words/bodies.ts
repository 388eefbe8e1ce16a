/** How the body of an item is told: an opening, some of the middle sentences, an ending, perhaps a table and a file. */
export interface Telling {
  readonly first: string;
  readonly middle: readonly string[];
  /** How many of the middle sentences are told. */
  readonly length: number;
  readonly last: string | null;
  readonly table: { readonly head: readonly string[]; readonly cells: readonly string[]; readonly rows: number } | null;
  readonly attachment: { readonly name: string; readonly share: number } | null;
}

const NO_EXTRAS = { last: null, table: null, attachment: null } as const;

const TELLINGS: Readonly<Record<string, Telling>> = {
  news: {
    ...NO_EXTRAS,
    first: '本网讯 {m}月{d}日，记者从{town}获悉，围绕{topic}工作，当地干部群众铆足干劲，各项任务推进有力。',
    middle: [
      '在{village}，一派忙碌的景象映入眼帘。当地依托{crop}产业，引导{n200}户农户参与种植，户均年增收{n9}000余元，过去的撂荒地变成了聚宝盆。',
      '{role}一行先后来到{park}和{road}，实地察看项目进度，详细询问存在的困难，要求有关部门主动上门服务，倒排工期、挂图作战。',
      '据了解，今年以来全市紧盯{topic}重点任务，压实责任、细化措施，累计投入资金{wan}万元，完成重点项目{n30}个。',
      '“以前出门是泥巴路，现在水泥路修到了家门口。”谈起身边的变化，{village}的村民们笑得合不拢嘴。',
      '{role}强调，要提高政治站位，坚持问题导向，以钉钉子精神抓好{topic}各项工作落地见效，切实增强人民群众的获得感、幸福感、安全感。',
      '市直有关单位和{town}负责同志参加活动。当天还开展了政策宣讲、科技咨询和义诊等服务，发放宣传资料{n900}余份。',
      '下一步，{town}将继续巩固已有成果，推动一二三产业融合发展，把生态优势转化为发展优势，为全市高质量发展作出更大贡献。',
      '该项目由引进企业投资建设，主要从事{product}生产，达产后可实现年产值{n9}亿元、税收{n900}万元，带动就业{n400}人。',
    ],
    length: 5,
  },
  video: {
    ...NO_EXTRAS,
    first: '{title}',
    middle: [
      '本期节目主要内容：{role}到{town}调研{topic}工作；{town}：{slogan}；我市举办{event}。',
      '视频由市广播电视台提供，时长{n20}分{n59}秒。',
      '更多精彩内容请关注云上广水客户端。',
    ],
    length: 2,
  },
  work: {
    ...NO_EXTRAS,
    first: '近日，{department}结合工作实际，围绕{topic}认真谋划、精心组织，各项工作有序开展，取得了阶段性成效。',
    middle: [
      '一是加强组织领导。成立以主要负责人为组长的工作专班，制定实施方案，明确责任分工，做到任务到岗、责任到人。',
      '二是广泛宣传发动。利用宣传车、微信群、村村响等方式，深入{n17}个镇办、{n90}个村（社区）开展宣传，悬挂横幅{n60}条，发放资料{n900}份。',
      '三是强化督导检查。抽调业务骨干{n30}人，对{town}、{town_2}等地进行全覆盖检查，现场发现问题{n40}个，已督促整改{n30}个。',
      '四是突出为民服务。组织党员干部走进{village}，帮助群众解决饮水、出行、农产品销售等实际困难{n30}件。',
      '活动中，工作人员耐心解答群众咨询，讲解相关法律法规和惠民政策，受到群众一致好评。',
      '通过此次活动，进一步提升了干部职工的业务能力和服务水平，为全面完成年度目标任务打下了坚实基础。',
    ],
    length: 4,
    last: '下一步，该单位将持续跟踪问效，巩固工作成果，不断提高人民群众满意度。',
  },
  meeting: {
    ...NO_EXTRAS,
    first: '{m}月{d}日，{title}。会议传达学习上级有关文件精神，听取有关部门情况汇报，研究部署下阶段重点工作。',
    middle: [
      '会议指出，今年以来各镇办、各部门认真贯彻落实市委决策部署，{topic}工作取得明显成效，但也存在进展不平衡、责任落实不到位等问题，必须引起高度重视。',
      '会议强调，要坚持目标导向，对照年度任务逐项梳理，列出清单、明确时限，确保{topic}各项指标如期完成。',
      '会议审议并原则通过了《广水市{matter}办法》，要求有关部门根据会议意见修改完善后按程序印发。',
      '会议要求，要加强统筹协调，财政部门要做好资金保障，{department}要牵头抓好落实，市政府督查室要适时开展督查并通报结果。',
      '会议还研究了其他事项。',
    ],
    length: 4,
    last: '市政府领导班子成员，市直有关部门和各镇办主要负责人参加会议。',
  },
  notice: {
    first: '各有关单位、广大市民：',
    middle: [
      '根据工作安排和有关规定，现将有关事项告知如下，请相互转告并提前做好准备。',
      '一、时间：{y}年{m}月{d}日起，具体结束时间以现场公告为准。',
      '二、范围：{road}及周边路段，{town}部分区域。',
      '三、请过往车辆和行人服从现场工作人员指挥，自觉绕行，确保安全。',
      '四、由此带来的不便，敬请谅解。咨询电话：0722-0000000（工作日8:00—12:00，14:30—17:30）。',
      '五、对违反本公告规定的，由有关部门依法依规处理。',
    ],
    length: 5,
    last: '特此公告。',
    table: null,
    attachment: { name: '报名表.docx', share: 0.15 },
  },
  document: {
    first: '各镇人民政府、街道办事处，市政府各部门：',
    middle: [
      '第一条 为规范{matter}工作，维护公共利益和当事人合法权益，根据有关法律、法规，结合我市实际，制定本规定。',
      '第二条 本市行政区域内与{matter}有关的活动，适用本规定。',
      '第三条 {department}负责{matter}的组织实施和监督管理，其他有关部门按照各自职责做好相关工作。',
      '第四条 各镇办应当明确专人负责，建立工作台账，每季度向主管部门报送进展情况。',
      '第五条 任何单位和个人有权对违反本规定的行为进行投诉、举报，受理部门应当在{n15}个工作日内予以答复。',
      '第六条 工作人员玩忽职守、滥用职权、徇私舞弊的，依法给予处分；构成犯罪的，依法追究刑事责任。',
      '第七条 本规定自印发之日起施行，有效期{n5}年。',
    ],
    length: 7,
    last: '（此件主动公开）',
    table: null,
    attachment: { name: '{title}.pdf', share: 0.4 },
  },
  reading: {
    first: '近日，我市出台了有关{matter}的文件。为便于社会各界准确理解、更好贯彻执行，现解读如下。',
    middle: [
      '一、出台背景。随着经济社会发展，{matter}工作面临新的形势和任务，原有规定已不能完全适应实际需要。',
      '二、起草过程。{department}在深入调研的基础上起草了征求意见稿，先后征求{n57}个单位意见，并向社会公开征求意见30日，采纳合理化建议{n30}条。',
      '三、主要内容。文件共{n8}章{n40}条，明确了适用范围、部门职责、办理程序和监督管理措施。',
      '四、主要亮点。一是简化了办事流程，二是缩短了办理时限，三是强化了事中事后监管。',
      '问：群众最关心的办理时限有什么变化？答：由原来的{n30}个工作日压缩到{n7}个工作日，材料由{n15}项减少到{n6}项。',
    ],
    length: 5,
    last: null,
    table: null,
    attachment: null,
  },
  plan: {
    first: '为做好{y}年各项工作，根据市委、市政府总体部署，结合实际，制定本计划。',
    middle: [
      '一、指导思想。以习近平新时代中国特色社会主义思想为指导，深入贯彻党的十九大精神，坚持稳中求进工作总基调。',
      '二、主要目标。全年完成{topic}重点项目{n40}个，总投资{wan}万元，群众满意度达到90%以上。',
      '三、重点任务。（一）抓好{topic}；（二）推进{topic_2}；（三）加强队伍建设；（四）完善长效机制。',
      '四、空间布局。构建“一城两翼、多点支撑”的发展格局，统筹{town}、{town_2}协调发展。',
      '五、保障措施。加强组织领导，落实经费保障，严格考核奖惩，确保任务落到实处。',
    ],
    length: 5,
    last: null,
    table: null,
    attachment: { name: '{title}.doc', share: 0.3 },
  },
  facts: {
    ...NO_EXTRAS,
    first: '{title}如下：',
    middle: [
      '主要职责：贯彻执行国家有关法律法规和方针政策，拟订本领域发展规划并组织实施，承担市委、市政府交办的其他事项。',
      '内设机构：办公室、政策法规股、业务股、监督管理股、人事股。',
      '办公地址：广水市应山城区{road}{n200}号。办公时间：周一至周五 8:00—12:00，14:30—17:30（法定节假日除外）。联系电话：0722-0000000。',
      '广水市位于湖北省北部，辖{n17}个镇办，境内有大贵寺、三潭、徐家河等景区，气候温和，四季分明。',
    ],
    length: 3,
  },
  figures: {
    first: '{py}年以来，全市经济运行总体平稳、稳中有进。现将有关数据公布如下：',
    middle: [
      '{indicator}同比增长{pct}%，增速比上月提高{pct_2}个百分点。',
      '从结构看，制造业占比提升，高新技术产业增加值增长{pct_3}%。',
      '注：表中数据为快报数，增速按可比价计算。',
    ],
    length: 3,
    last: null,
    table: {
      head: ['指标', '单位', '本月', '累计', '同比（%）'],
      cells: ['{indicator_#}', '万元', '{wan_1#}', '{wan_2#}', '{pct_1#}'],
      rows: 6,
    },
    attachment: { name: '统计表.xls', share: 0.3 },
  },
  personnel: {
    first: '根据《事业单位公开招聘人员暂行规定》等有关规定，经研究，现将有关事项公告如下。',
    middle: [
      '一、岗位及人数：本次计划招聘{n60}人，具体岗位见附件。',
      '二、报名时间：{m}月{d}日起5个工作日，逾期不再受理。报名地点：{office}。',
      '三、考试采取笔试加面试的方式进行，综合成绩按笔试40%、面试60%折算。',
      '四、体检和考察按有关规定执行，出现空缺的按综合成绩依次递补。',
      '公示期间，如有异议，请以书面形式向市人力资源和社会保障局反映。监督电话：0722-0000000。',
    ],
    length: 4,
    last: '附件所列人员以准考证号表示。',
    table: { head: ['序号', '岗位代码', '准考证号', '综合成绩'], cells: ['#', 'GS0{n9_#}', '2018{n9000_#}', '{pct_#}'], rows: 6 },
    attachment: { name: '岗位一览表.xls', share: 0.6 },
  },
  appointment: {
    ...NO_EXTRAS,
    first: '根据工作需要，经研究决定，对部分单位负责人职务作如下调整：',
    middle: [
      '任命{department}副局长一名，试用期一年；',
      '免去{department_2}副局长一名职务；',
      '任命{town}副镇长一名；',
      '以上人员名单见正式文件。',
    ],
    length: 4,
    last: '公示期为5个工作日，如有情况请向组织人事部门反映。',
  },
  budget: {
    first: '按照预算法和市人大批准的预算，现将本部门收支情况公开如下。',
    middle: [
      '一、部门主要职责及机构设置情况。本部门内设股室{n12}个，下属单位{n6}个，编制{n90}人。',
      '二、收支预算总体情况。收入全部为一般公共预算拨款。',
      '三、“三公”经费说明。与上年相比减少{pct}%，主要原因是严格执行中央八项规定精神，压缩公务接待开支。',
      '四、机关运行经费、政府采购和国有资产占用情况见附表。',
    ],
    length: 4,
    last: null,
    table: { head: ['项目', '金额（万元）'], cells: ['项目支出（#）', '{wan_#}'], rows: 4 },
    attachment: { name: '{title}.pdf', share: 0.9 },
  },
  money: {
    first: '为规范资金管理，接受社会监督，现将有关资金发放、使用情况公示如下。',
    middle: [
      '资金来源为财政预算安排，通过“一卡通”直接打入农户账户，任何单位和个人不得截留、挪用。',
      '本次涉及{n17}个镇办、{n300}个村，合计{wan}万元。',
      '公示时间为7天，公示期内如有异议，请向市财政局反映，监督电话：0722-0000000。',
    ],
    length: 3,
    last: null,
    table: { head: ['序号', '村（单位）', '户数（人数）', '金额（元）'], cells: ['#', '{village_#}', '{n90_#}', '{n90000_#}'], rows: 6 },
    attachment: { name: '明细表.xls', share: 0.4 },
  },
  procurement: {
    first: '受{buyer}委托，{agency}对其{goods}项目进行采购，现将有关事项公告如下：',
    middle: [
      '一、项目名称：{goods}采购；项目编号：GSCG-{y}-{no}；预算金额：{wan}万元。',
      '二、供应商资格要求：符合《政府采购法》第二十二条规定，未被列入失信被执行人名单。',
      '三、采购文件获取时间：公告之日起5个工作日，地点：广水市公共资源交易中心。',
      '四、评审日期：{y}年{m}月{d}日；评审小组成员由专家库随机抽取产生。',
      '五、成交供应商：{winner}；成交金额：{wan_2}万元。',
      '六、采购人：{buyer}；地址：广水市{road}；代理机构：{agency}；联系电话：0722-0000000。',
    ],
    length: 5,
    last: '各有关当事人对结果有异议的，可在公告发布之日起7个工作日内以书面形式提出质疑。',
    table: { head: ['序号', '名称', '数量', '单价（元）'], cells: ['#', '{goods}（第#包）', '{n50_#}', '{n9000_#}'], rows: 3 },
    attachment: { name: '采购文件.doc', share: 0.35 },
  },
  tender: {
    first: '{works}已由市发展和改革局批准建设，资金来源已落实，现对该项目有关事项公告如下。',
    middle: [
      '一、建设地点：{town}；建设规模：总投资约{wan}万元；计划工期：{n300}日历天。',
      '二、投标人须具备相应资质，并在人员、设备、资金等方面具有承担本项目的能力。',
      '三、招标文件获取：{m}月{d}日起5日内登录电子交易平台下载。',
      '四、开标时间为公告发布之日起第20日上午9:30，地点：市公共资源交易中心开标室。',
      '五、第一中标候选人：{winner}，投标报价{wan_2}万元；公示期3日。',
      '六、行政监督部门：市公共资源交易监督管理局；电话：0722-0000000。',
    ],
    length: 5,
    last: null,
    table: { head: ['排序', '单位', '报价（万元）', '工期（天）'], cells: ['#', '投标单位#', '{wan_1#}', '{n300_#}'], rows: 3 },
    attachment: { name: '招标文件.pdf', share: 0.3 },
  },
  land: {
    first: '根据土地管理、房屋征收和住房保障有关法律法规，现将有关事项公布如下。',
    middle: [
      '一、位置和面积：位于{town}{village}，面积{n90}亩，用途为城镇住宅、工业用地。',
      '二、补偿标准：按照省政府公布的区片综合地价执行，青苗和附着物据实补偿。',
      '三、办理期限：请权利人在公告规定期限内持有关证明材料到{town}办理登记。',
      '四、竞买申请人可于{m}月{d}日起到市公共资源交易中心获取文件并提交书面申请。',
      '五、公示期限为10个工作日，有异议的可以书面形式提出。',
    ],
    length: 4,
    last: '特此公告。',
    table: {
      head: ['编号', '位置', '面积（平方米）', '起始价（万元）'],
      cells: ['G（{y}）0#', '{road_#}', '{n90000_#}', '{wan_#}'],
      rows: 3,
    },
    attachment: { name: '宗地图.jpg', share: 0.15 },
  },
  decision: {
    ...NO_EXTRAS,
    first: '当事人：{town}某单位。',
    middle: [
      '经查，当事人的行为违反了有关法律、法规的规定，事实清楚，证据确凿。',
      '本机关依法告知了当事人陈述、申辩和听证的权利，当事人在规定期限内未提出。',
      '根据有关规定，决定责令改正，并处罚款人民币{n30}00元。',
      '申请材料齐全，符合法定形式，依法予以办理，有效期{n5}年。',
      '当事人如不服本决定，可在60日内申请行政复议，或者在六个月内提起行政诉讼。',
    ],
    length: 4,
  },
  services: {
    first: '按照有关政策规定，经个人申请、村级评议、镇办审核、市级审批，现将有关情况公布如下，接受社会监督。',
    middle: [
      '{town}本次涉及{n90}户{n200}人，月人均补助水平{n400}元。',
      '资金于每月10日前通过惠农“一卡通”发放到户。',
      '凡对公布情况有异议的，请在7日内向{town}或市级主管部门反映。',
      '办理条件、所需材料和流程可到就近的便民服务中心咨询。',
    ],
    length: 3,
    last: '咨询电话：0722-0000000。',
    table: { head: ['村（社区）', '户数', '人数', '金额（元）'], cells: ['{village_#}', '{n60_#}', '{n150_#}', '{n60000_#}'], rows: 6 },
    attachment: { name: '公示表.xls', share: 0.25 },
  },
  monitor: {
    ...NO_EXTRAS,
    first: '现将{y}年有关监测、检查情况公布如下。',
    middle: [
      '本次共监测{n30}个点位（批次），达标率{pct}%。',
      '主要指标：可吸入颗粒物平均浓度{n90}微克/立方米，水质达到Ⅲ类标准。',
      '对发现的问题，已责令有关单位限期整改，并依法查处。',
      '请广大消费者和市民提高安全意识，发现问题及时拨打12369、12331举报。',
    ],
    length: 4,
    table: { head: ['点位（品种）', '上月', '本月', '变化（%）'], cells: ['{town_#}点位', '{n90_1#}', '{n90_2#}', '{pct_#}'], rows: 5 },
  },
  emergency: {
    ...NO_EXTRAS,
    first: '根据会商研判和工作部署，现将有关情况发布如下，请各地各部门做好防范应对。',
    middle: [
      '预计未来24小时，{town}、{town_2}等地将出现明显天气过程，局地可能伴有短时强降雨。',
      '各镇办要严格落实24小时值班值守制度，险情第一时间上报。',
      '相关部门要加强巡查排查，及时转移危险区域人员，备足应急物资。',
      '市民请尽量减少外出，注意防范次生灾害。',
      '应急预案分为总则、组织体系、监测预警、应急响应、后期处置、保障措施六个部分。',
    ],
    length: 4,
  },
  reply: {
    ...NO_EXTRAS,
    first: '您提出的建议收悉。首先感谢您对政府工作的关心和支持，现答复如下：',
    middle: [
      '一、基本情况。近年来，我市持续加大{topic}工作力度，累计投入{wan}万元。',
      '二、已做的工作。{department}会同{town}多次现场勘查，制定了工作方案。',
      '三、下步打算。将把该项目纳入{y}年重点工作，争取上级资金支持，力争年内完成。',
      '感谢您的理解，欢迎继续提出宝贵意见。',
    ],
    length: 4,
  },
  oversight: {
    ...NO_EXTRAS,
    first: '为保障人民群众的知情权、参与权和监督权，现将有关情况公布如下。',
    middle: [
      '一、总体情况。全年主动公开政府信息{n900}条，其中门户网站公开{n600}条，政务新媒体公开{n300}条。',
      '二、存在的问题。个别单位公开意识不强，栏目更新不及时，内容审核不严格。',
      '三、征集时间：自公布之日起30日，可通过信函、电子邮件或网站互动栏目提出意见。',
      '四、下一步工作。完善制度，强化培训，加大督查通报力度，确保应公开尽公开。',
      '本次活动共收到网友留言{n80}条，均已当场或会后答复。',
    ],
    length: 4,
  },
};

const BY_CATEGORY: Readonly<Record<string, string>> = {
  overview: 'facts',
  'local-news': 'news',
  'video-news': 'video',
  'work-updates': 'work',
  'government-meetings': 'meeting',
  notices: 'notice',
  'policies-regulations': 'document',
  'policy-interpretation': 'reading',
  plans: 'plan',
  statistics: 'figures',
  personnel: 'personnel',
  'fiscal-budget': 'money',
  'government-procurement': 'procurement',
  'engineering-bidding': 'tender',
  'public-resources': 'land',
  'administrative-power': 'decision',
  'public-services': 'services',
  environment: 'monitor',
  'food-drug-safety': 'monitor',
  'emergency-management': 'emergency',
  'prices-fees': 'monitor',
  oversight: 'oversight',
};

const BY_KIND: Readonly<Record<string, string>> = {
  appointment: 'appointment',
  'department-budget': 'budget',
  'department-accounts': 'budget',
  'city-budget': 'budget',
  deputies: 'reply',
  committee: 'reply',
  'meeting-reading': 'reading',
  'power-list': 'facts',
};

/** Kinds that are official documents, with the sign before the year of their number. */
export const DOCUMENT_PREFIX: Readonly<Record<string, string>> = {
  'city-document': '广政发',
  'office-document': '广政办发',
  'department-document': '广{unit}发',
  'project-approval': '广发改审批',
};

/** How the items of a category are told; some kinds of title have a telling of their own. */
export function tellingOf(category: string, kind: string): Telling {
  return TELLINGS[BY_KIND[kind] ?? BY_CATEGORY[category]!]!;
}
