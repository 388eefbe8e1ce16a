/**
 * Whether a title tells of something said or done about a document, and is not the document's own: a notice that asks for it, a
 * forwarding, an interpretation, an interview, a meeting, news. Chinese titles end in what they are, and begin with who does what.
 *
 * Names of units hold words of doing, too (督查室, 培训中心, 审查中心), so only those count that no unit is called by.
 */
export function isAbout(title: string, words: readonly RegExp[]): boolean {
  const without = plainTitle(title);
  // What the brackets hold may be part of what it is: 饮用水安全状况（三季度）.
  const plain = words.some((word) => word.test(without)) ? without : title.replace(/\s+/gu, '');
  const found = words.map((word) => word.exec(plain)).find((match) => match !== null);
  if (!found) return true;
  const [before, after] = [plain.slice(0, found.index), plain.slice(found.index + found[0].length)];
  return SAID.test(before) || SAID.test(after) || DONE.test(before) || ENDS.test(after) || ASKED.test(plain);
}

/** A title without white space, and without what stands in brackets at its end: 附件, numbers of documents, dates. */
function plainTitle(title: string): string {
  return title
    .replace(/\s+/gu, '')
    .replace(/(?:[（(【[〔][^（(【[〔）)】\]〕]{0,40}[）)】\]〕]|\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar))+$/iu, keepsItself);
}

/** What the brackets hold may be what the title is: 《…》（图解）. */
function keepsItself(brackets: string): string {
  return SAID.test(brackets) ? brackets : '';
}

/** What others say about it. */
const SAID =
  /转发|转载|解读|图解|图说|读懂|解析|解码|问答|热点|访谈|专访|采访|对话|做客|直播|发布会|吹风会|记者|回应|评论|快评|综述|侧记|动漫|漫画|短视频|金句|热词|关键词|速览|看点|亮点|数说|划重点|一组数|聚焦|关注|讲话|致辞|倡议|模板|样表|规程|释义|导读|解释|支招|如何|怎么|怎样|[？?！!]|通报|接受.{0,6}监督|晒账|范本|格式|填报|填表|(?:局长|主任|书记|[市县区镇乡]长|负责人|发言人).{0,8}谈/u;

/** What somebody does about it, before its name. */
const DONE =
  /做好|抓好|搞好|切实|扎实|认真|进一步|加强|加快|强化|全力|积极|稳步|有序|召开|举行|举办|部署|启动|开展|推进(?!办|中心|局)|审议|审查(?!中心|办|所|室|站)|听取|传达|学习|通过|批准|批复|下达|按时|如期|顺利|圆满|率先|全面完成|督促|催报|征求|征集|报送|上报|编制(?!委|办|中心)|编报|起草|撰写|印发|贯彻|落实|晒出|亮出|盘点|更正|撤回|撤销|废止/u;

/** What the title turns out to be, after the document's name. */
const ENDS = new RegExp(
  [
    '(?:通知|通报|函|批复|请示|决议|决定|方案|办法|意见|细则|规定|制度|要求|指南|指引|提示|提醒|动态|简报|新闻|快讯|讲话|建议|提案|答复|回复|更正|勘误|撤回|延期|预告)$',
    '(?:编制|编写|撰写|起草|填报|报送|上报|审核|审议|审查|评议|评估|评价|培训|检查|抽查|督查|考核|整改)(?:、|和|与|及|并|或|工作|会|班|的|情况|发布|公开|公布|报送|完成|结果)',
    '(?:公开|发布|公布|公示)(?:工作|专项|培训|检查|督查|会|任务|启动|开始|时间|要求|注意|事项|指南|统计)',
    '工作(?:会|培训|部署|启动|推进|检查|通知|方案|完成)',
    '(?:座谈|培训|布置|编报|编审|会审|推进|部署|动员|协调|专题|评审|审查|新闻|发布|汇报)会',
    '(?:正式|今日|即将|如期|对外|向社会|已经?|全部)(?:发布|公布|公开|出炉|上线)',
    '(?:公示|发布|公布|报送|编制)情况|进行|通过',
    '出炉|亮相|揭晓|引(?:发|起)|获(?:得|评|通过|批)|显示|透露|指出|提出|强调',
    '(?:重点|目标|主要)?(?:任务|工作)(?:责任)?(?:分解|分工|清单)',
  ].join('|'),
  'u',
);

/** A notice and the like, whatever it calls the document. */
const ASKED = /关于.{0,60}(?:通知|通报|复?函|批复|请示|决议|实施方案|工作方案|实施办法)(?:$|[（(【[])/u;
