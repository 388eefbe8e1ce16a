import { describe, expect, it } from 'vitest';
import { check, kindsIn, reportOf } from './told.ts';

describe('a sentence whose numbers do not agree is asked about', () => {
  it.each([
    ['parts exceed their total', 'sum-mismatch', '全年共公开信息235条，其中网站公开120条、微信公众号公开80条、公开栏公开36条。'],
    [
      'a rest that does not fill up',
      'sum-mismatch',
      '主动公开政府信息1,206条。其中：政策法规类56条，规划计划类12条，统计信息类24条，其他信息1104条。',
    ],
    ['a rest called 其它', 'sum-mismatch', '全年发布信息 300 条，其中通知公告 100 条；工作动态 150 条；其它 40 条。'],
    ['a list in brackets', 'sum-mismatch', '共收到网民来信128封（咨询65封、投诉40封、建议20封），均已回复。'],
    ['a list in brackets that is too much', 'sum-mismatch', '共开展培训6次（线上4次、线下3次）。'],
    ['classes that follow their total', 'sum-mismatch', '通过网站公开信息506条，政策法规类13条，规范性文件类22条，工作动态类461条。'],
    ['分别为', 'sum-mismatch', '全年公开信息90条，其中政策文件、工作动态、公示公告分别为20条、30条、41条。'],
    [
      'three classes of the yearly form',
      'sum-mismatch',
      '门户网站发布信息2406条，其中概况类信息62条，政务动态类1215条，信息公开目录类1119条。',
    ],
    ['ways in which requests came', 'sum-mismatch', '全年受理政府信息公开申请12件，其中当面申请3件，网络申请6件，信函申请2件。'],
    ['people and bodies that asked', 'sum-mismatch', '2022年共收到政府信息公开申请45件，其中自然人申请40件，法人或其他组织申请4件。'],
    ['spelled numbers', 'sum-mismatch', '共受理申请十二件，其中当面申请五件，网上申请四件，信函申请二件。'],
    ['full-width digits', 'sum-mismatch', '共公开信息１２０条，其中政策类８０条，动态类５０条。'],
    ['parts before their total', 'sum-mismatch', '全年发布原创信息120条、转载信息30条，共计160条。'],
    [
      'outcomes of requests',
      'sum-mismatch',
      '全年共办理申请40件，其中予以公开20件，部分公开5件，不予公开3件，无法提供8件，不予处理2件，其他处理1件。',
    ],
    ['what came in and what became of it', 'sum-mismatch', '全年新收政府信息公开申请50件，上年结转3件，办结51件，结转下年度继续办理3件。'],
    ['a share', 'percent-mismatch', '公开信息145条，其中工作信息126条，占86.9%；行政执法12条，占7.8%；财政管理7条，占4.8%。'],
    ['a share in brackets', 'percent-mismatch', '主动公开信息200条，其中网站公开150条（占75%），微信公开50条（占23%）。'],
    ['a rate of answers', 'percent-mismatch', '受理群众来信80件，答复72件，答复率95%。'],
    ['a full rate with some unanswered', 'percent-mismatch', '全年收到留言50条，办结46条，办结率100%。'],
    [
      'a share of outcomes',
      'percent-mismatch',
      '答复申请200件。予以公开100件，占50%；不予公开40件，占20%；无法提供50件，占24%；不予处理10件，占5%。',
    ],
    ['a growth against a number beside it', 'growth-mismatch', '全年收到申请120件，比上年的100件增长25%。'],
    ['one thing told twice', 'count-conflict', '通过局门户网站公开信息120条。\n（四）平台建设。全年在局门户网站发布政府信息118条。'],
    [
      'the total told twice',
      'count-conflict',
      '2022年，我局主动公开政府信息320条。\n二、主动公开政府信息情况\n全年共主动公开政府信息325条。',
    ],
    [
      'requests told twice',
      'count-conflict',
      '2022年，共收到政府信息公开申请5件，均按期答复。\n三、收到和处理政府信息公开申请情况\n全年收到政府信息公开申请6件。',
    ],
    ['towns counted twice', 'count-conflict', '全县15个乡镇全部开通公开专栏。\n对全县各部门、16个乡镇开展检查。'],
    ['names listed and counted', 'count-conflict', '全年新设专栏4个，分别是乡村振兴、安全生产、优化营商环境。'],
    ['another unit within a sum', 'mixed-units', '全年公开信息150条，其中通知公告100条、政策解读30条、在线访谈20期。'],
    ['a total that is none', 'imprecise-number', '全年主动公开政府信息1200余条。'],
    ['a total 左右', 'imprecise-number', '全年共主动公开各类政府信息500条左右。'],
    ['a share without its number', 'number-missing', '公开信息145条。其中，工作信息140条，占96.6%；决策信息5条占；'],
    ['a number left out', 'number-missing', '全年共公开政府信息条，答复申请3件。'],
    [
      'parts alike',
      'uniform-parts',
      '公开信息72条，其中社会救助12条、养老服务12条、公共法律服务12条、安全生产12条、就业创业12条、教育12条。',
    ],
    ['a daily average', 'ratio-mismatch', '全年发布信息3650条，日均发布30条。'],
    ['a monthly average', 'ratio-mismatch', '全年网站发布信息600条，月均发布80条。'],
    ['an average of each', 'ratio-mismatch', '全县12个乡镇共公开240条，平均每个乡镇公开30条。'],
    ['a multiple of a number beside it', 'ratio-mismatch', '全年收到申请300件，是上年100件的5倍。'],
    ['a growth by multiples', 'ratio-mismatch', '收到申请450件，比上年的100件增长2倍。'],
    ['a proportion', 'ratio-mismatch', '发布原创信息60条、转载信息20条，二者之比为2：1。'],
    [
      'channels and contents in one list',
      'mixed-dimensions',
      '公开信息280条，其中门户网站120条、微信公众号80条、政策文件50条、工作动态30条。',
    ],
    [
      'channels and contents beyond the total',
      'mixed-dimensions',
      '公开信息250条，其中县政府网站120条、公开栏80条、财政预决算60条、公示公告40条。',
    ],
    ['all that ever was in one year', 'cumulative-equals-annual', '历年累计公开信息300条，其中今年新增300条。'],
    ['posts by platform', 'sum-mismatch', '政务新媒体全年发布信息512条，其中微信公众号推送398条、政务微博104条。'],
    ['posts by platform without a word', 'sum-mismatch', '全年推送新媒体信息512条，微信公众号398条，微博104条。'],
    ['parts that the total names', 'sum-mismatch', '行政复议和行政诉讼共5件，其中行政复议2件，行政诉讼2件。'],
    ['a list behind a colon', 'sum-mismatch', '全年编发解读材料15篇：文字解读8篇、图片解读4篇。'],
    ['a total at the end with its verb', 'sum-mismatch', '微信公众号发布信息398条，微博发布信息104条，共计发布512条。'],
    ['a share of a total in the sentence before', 'percent-mismatch', '全年公开政府信息386条。动态类信息264条，占全部信息的75%。'],
    ['a share in a bracket', 'percent-mismatch', '全年公开政府信息386条，工作动态264条（75%），其他122条。'],
    ['a share that begins with the number', 'percent-mismatch', '主动公开信息386条，其中264条为工作动态，占75%。'],
    ['a channel and a content', 'mixed-dimensions', '全年公开386条，其中网站352条，动态类264条。'],
    ['a number of nothing', 'unit-missing', '全年公开信息150，其中工作信息126条，通知公告24条。'],
    ['money of no unit', 'unit-missing', '全年收取信息处理费金额共计320，申请人2人。'],
  ])('%s: %s', (_what, kind, sentence) => {
    expect(kindsIn(reportOf(sentence))).toEqual([kind]);
  });
});

describe('a sentence that only looks wrong is left alone', () => {
  it.each([
    ['其中 names a few', '全年公开信息1287条，其中政务动态类信息159条，雨水情信息118条，政策解读等信息100条。'],
    ['包括 names one', '公开信息22条，包括线上公开15条。'],
    [
      'a sum that holds',
      '共公开信息314条，其中，人员招录信息公开3条，财政预算、决算信息公开11条，环境保护、教育、科技等办事指南、工作动态信息公开300条。',
    ],
    [
      'brackets within brackets',
      '公开信息309条，其中工作情况63条，法定主动公开内容114条（其中：履职依据1条，机构职能8条（含内设机构5条），其他105条），目录132条。',
    ],
    [
      'two ways to cut one number',
      '共收办申请3607件，其中自然人申请3493件，法人或其他组织申请114件；予以公开3000件、不予公开600件、其他处理7件。',
    ],
    [
      'another channel behind a semicolon',
      '门户网站发布信息458条，其中政策文件210条、工作动态248条；微博发布信息601条，微信发布信息722条。',
    ],
    ['a comparison within the list', '公开信息120条，其中规范性文件20条，比去年增加50条，其他信息100条。'],
    ['a round number', '全年发布信息约1200条，其中网站800条，微信600条。'],
    [
      'shares cut off',
      '收到申请130件，其中予以公开或部分公开59件、占45.3%；不予公开32件、占24.6%；无法提供26件、占20%；不予处理1件、占0.7%；其他处理12件、占9.2%。',
    ],
    ['shares rounded to whole numbers', '公开信息65条，其中网上公开20条，占31%，公开栏公开45条，占69%。'],
    ['what was answered in time', '收到来信253封，按期回复250封，按期回复率100%。'],
    ['a rate alone', '全年办理留言，办结率98%，满意度95.5%。'],
    ['what is under way', '收到网民来信604封，回复网民来信580封，其中办理中信件24封，回复率96.03%。'],
    [
      'requests with some handed on',
      '收到申请859件；答复申请805件（含上年度结转18件，另有72件结转下年度答复）。予以公开500件，不予公开35件，无法提供265件，不予处理5件。',
    ],
    [
      'outcomes with what goes on',
      '共收到申请100件，予以公开50件、部分公开10件、不予公开10件、无法提供15件、不予处理5件、其他处理4件、结转下年度6件。',
    ],
    ['received and closed alike', '全年收到市民留言4271条，办结4271条。'],
    ['electronic share alike', '主动公开信息数1153条，全文电子化的主动公开信息数1153条。'],
    [
      'each of several names',
      '在册政务新媒体15个，其中微信公众号8个，新浪微博2个，其他类型（今日头条、抖音、快手、视频号、客户端）各1个。',
    ],
    ['some towns', '全县15个乡镇开通专栏，在3个乡镇开展试点。'],
    ['names with 等', '全年维护专栏3个，分别是乡村振兴、安全生产、“放管服”改革。组织了甲、乙等8个单位访谈。'],
    ['a media outlet’s round number', '全年通过市级以上媒体发布宣传报道300余篇。'],
    ['of two channels', '在县政府网站公开信息120条。\n在微信公众号公开信息118条。'],
    ['of two times', '截至6月底，在县政府网站公开信息60条。\n全年在县政府网站公开信息120条。'],
    [
      'days and documents',
      '根据《关于做好2022年政务公开工作的通知》（国办发〔2022〕8号），于2022年3月15日印发方案，7日内办结，共3章20条。',
    ],
    ['visits beside items', '公开信息120条，总访问量达3782565次，日均访问1036次。'],
    ['分别 with other things', '公开政策文件30条，在微信、微博分别发布信息120条、80条。'],
    ['部 and 类', '公开信息80条，涉及5大类20个小类，其中政策类30条。'],
    ['what was carried over is in the list', '2022年收到政府信息公开申请9件，上年结转1件，其中网络申请5件，信函申请5件。'],
    ['classes behind their total', '通过门户网站主动公开信息506条，政策法规类13条，规范性文件22条，政府工作动态类471条。'],
    ['money', '公开部门预算117家，金额319595.24万元，其中基本支出200000.10万元。'],
    ['a growth beside other growths', '收到申请120件，同比增长20%，办结率100%。'],
    ['parts before a total that holds', '发布原创信息120条、转载信息30条，共计150条。'],
    ['half a year', '上半年主动公开政府信息100条。\n全年主动公开政府信息220条。'],
    ['an average of working days', '全年发布信息2500条，日均发布10条。'],
    ['an average cut off', '全年网站访问7450次，日均访问20次；全年发布信息610条，月均50条。'],
    ['an average of a rough total', '全年网站访问约10万次，日均访问300次。'],
    ['an average of a part of the year', '新版网站上线以来共发布信息900条，日均发布12条。'],
    ['an average of each that holds', '全县12个乡镇共公开250条，平均每个乡镇公开20条，涉及3个领域。'],
    ['multiples in either way of counting', '收到申请300件，比上年的100件增长3倍。受理信访200件，比上年的100件增长1倍。'],
    ['a multiple that holds', '全年收到申请300件，是上年100件的3倍。'],
    ['a proportion cut off', '发布原创信息65条、转载信息20条，比例为3:1。'],
    ['one channel among contents', '公开信息180条，其中政策文件50条、工作动态60条、财政预算20条、微信公众号50条。'],
    ['a number whose name says what it counts', '总访问量：9996692，发布信息30条；注册人数：3021，收到申请3件。'],
    ['a number at the end of what was kept', '公开信息53条，其中动态类信息50条，应公开的信息3'],
    ['a year among all years', '历年累计公开信息900条，其中今年新增300条。'],
    ['one platform among channels', '全年主动公开信息1200条，其中微信公众号推送398条、政务微博104条。'],
    ['posts that add up', '政务新媒体发布信息502条：微信398条、微博104条。'],
    ['a row of things that are no parts', '召开会议12次，开展培训3次，检查2次。'],
    ['a share that holds', '全年公开政府信息386条。动态类信息264条，占全部信息的68.4%。'],
    ['a share of last year’s number that may be meant', '上年公开信息352条，今年公开386条。动态类264条，占75%。'],
    ['a share of something else', '全年公开信息386条。规范性文件4件，占全部文件的40%。'],
    ['a share of another measure', '全年公开信息386条，动态类264条，点击量占75%。'],
    ['growth behind a part', '全年公开信息386条，动态类264条，同比增长75%。'],
    ['own level and all levels', '全县主动公开政府信息5000条。\n县政府办公室主动公开政府信息300条。'],
  ])('%s', (_what, sentence) => {
    expect(kindsIn(reportOf(sentence))).toEqual([]);
  });
});

describe('numbers as reports write them', () => {
  it.each([
    ['公开信息11,022条', 11_022, '条', true],
    ['发布信息1.1万条', 11_000, '条', false],
    ['接待来访300余人次', 300, '人次', false],
    ['收到申请0件', 0, '件', true],
    ['答复率达95.30%', 95.3, '%', true],
    ['办结率为百分之九十八', 98, '%', true],
    ['收费金额59237.2449万元', 59_237.2449, '万元', true],
    ['受理申请十二件', 12, '件', true],
    ['受理申请三百零五件', 305, '件', true],
    ['公开信息１２条', 12, '条', true],
    ['总访问量：9,996,692，', 9_996_692, '', true],
    ['近500篇', 500, '篇', false],
  ])('%s', (text, value, unit, exact) => {
    expect(check(reportOf(`2022年，${text}。`)).claims).toContainEqual(expect.objectContaining({ value, unit, exact }));
  });

  it.each([
    '2022年3月5日',
    '国办发〔2019〕60号',
    '第二十条第（一）项',
    '20个工作日内',
    '24小时',
    'http://www.example.gov.cn/202203/t20220305_1.html',
    '电话：0722-6232123',
  ])('no number is read out of %s', (text) => {
    const { claims } = check(reportOf(`详情见${text}。`));
    expect(claims.filter(({ quote }) => !quote.includes('统计'))).toEqual([]);
  });
});
