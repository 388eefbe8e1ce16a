/**
 * Whether a title is written as the document itself is: whose it is, of which year, what it is, and perhaps in which parts. Any other may
 * be the document under a free heading, or news about it that no list of words knows: it is for a person to look at, and neither proves
 * that the document came nor that it did not.
 */
export function isWrittenAsDocument(title: string, words: readonly RegExp[]): boolean {
  const whole = title.normalize('NFKC').replace(/\s+/gu, '');
  const bare = whole
    .replace(/[([{【〔][^()[\]{}【】〔〕]{0,60}[)\]}】〕]/gu, '')
    .replace(/\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)$/iu, '');
  if (DRAFT.test(whole)) return false;
  // What the brackets hold may be part of what it is: 饮用水安全状况（三季度）.
  const plain = words.some((word) => word.test(bare)) ? bare : whole;
  return words.some((word) => {
    const found = word.exec(plain);
    if (found === null) return false;
    const after = plain.slice(found.index + found[0].length).replace(/——.+$/u, '');
    if (TURNS.test(after) || (REPORT_ENDS.test(found[0]) && TOLD_OF_REPORT.test(after))) return false;
    return mayStandBefore(plain.slice(0, found.index)) && isOfParts(after);
  });
}

/** Not the document yet. */
const DRAFT = /征求意见|讨论稿|送审|草稿|代拟|样[本表张]/u;
/** After its name: somebody looked at it, or it is still to come (预算公开情况检查, 决算审计报告, 公报发布安排). */
const TURNS = /检查|抽查|督[察查]|审计|整改|计划|安排|指南|统计|执行|绩效|目标/u;
/** A report tells; what stands behind its name tells of it (年度报告编制说明, 工作报告执行情况). */
const REPORT_ENDS = /(?:报告|年报|公报)$/u;
const TOLD_OF_REPORT = /编制|情况|清单|要点|目录/u;

const OFFICES =
  '局|委|委员会|办|办公室|会|院|校|学校|小学|中学|幼儿园|站|所|馆|中心|大队|支队|队|公司|集团|社|厂|场|台|室|处|部|科|厅|署|镇|乡|街道|街|村|市|县|区|州|省|旗|盟|府|园|联|组|团|分局|平台|法庭|库|段|基地|协会';
/** What documents say of themselves: years, kinds and parts. */
const PARTS = [
  '20\\d{2}[-—~至到、和及与]?(?:20\\d{2})?年?(?:度)?(?:\\d{1,2}月(?:\\d{1,2}日)?)?',
  '[二][〇○零OoО][〇○零一二三四五六七八九OoО]{2}年?(?:度)?',
  '第?[一二三四1-4]季度|[前第]?[一二三四]季|上半年|下半年|年度|年|度',
  '[()]|第|关于|公开|公布|公示|发布|现将|的|等|及其?|和|与|并|含|、|“|”|"|—+|-|_|:(?=.{0,2}$)',
  '人民|政府性|政府|信息|网站|门户|工作|有关|相关|情况|事项|内容|总体|整体|全部|本级|[市县区乡镇]级|[市县区]本级|全[市县区镇乡]|[市县区]直|机关|部门|单位|汇总|所属',
  '市级|县级|区级|预算|决算|收入|支出|收支|三公|经费|一般公共|公共|基金|社会保险|社保|国有资本|经营|财政|拨款|专项|资金|转移支付|债务|采购|绩效|目标|执行|草案|调整|方案|编制|地方',
  '报告|年报|总结|说明|文本|全文|正文|公告|目录|清单|表格|报表|附表|表|附件[一二三四五六\\d]*:?|数据|统计|公报|一览|计划|要点|安排|指南|[(]?\\d{1,2}[)]?',
  '其他|水源地|水源|水质|饮用水|水|安全|行政|执法|处罚|许可|法治|建设|审计|查出|问题|整改|结果|环境|生态|状况|质量|监测|检查|抽查|双随机|随机|一公开|监管|集中式|领域|基层|政务|标准|办理|建议|提案|人大|代表|政协|重大|决策|国民经济|社会|发展',
  '行政事业性|事业性|服务性|收费|定价|管理|涉企|权力|责任|权责|职责|职能|主要|内设|机构|设置|联系方式|联系|方式|领导|分工|名录|服务|许可证|证明',
].join('|');
const PART = new RegExp(PARTS, 'uy');
const NAME = new RegExp(`^[\\u4e00-\\u9fa5·、-]*(?:${OFFICES})$`, 'u');
/** In characters. */
const LONGEST_NAME = 30;

/** Years and the like, a name, and again what documents say of themselves. Taken piece by piece, since a pattern for all of it could run for ever. */
function mayStandBefore(text: string): boolean {
  const rest = text.slice(lengthOfParts(text));
  if (rest === '') return true;
  const ends = Array.from({ length: Math.min(rest.length, LONGEST_NAME) }, (_, at) => at + 1);
  return ends.some((end) => NAME.test(rest.slice(0, end)) && isOfParts(rest.slice(end)));
}

function isOfParts(text: string): boolean {
  return lengthOfParts(text) === text.length;
}

function lengthOfParts(text: string): number {
  let at = 0;
  for (;;) {
    PART.lastIndex = at;
    const found = PART.exec(text)?.[0].length ?? 0;
    if (found === 0) return at;
    at += found;
  }
}
