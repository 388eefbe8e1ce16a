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
  return SAID.test(before) || SAID.test(after) || isDone(before) || ENDS.test(after) || ASKED.test(plain);
}

/** Whether somebody does something about it; a word of doing within the very name of whoever publishes it is none: 市推进职能转变办公室. */
function isDone(before: string): boolean {
  const done = DONE.exec(before);
  if (done === null) return false;
  const isName =
    done.index > 0 && OFFICE_ENDS.test(before) && !/^(?:关于|我[市县区])/u.test(before) && !ACTOR.test(before.slice(0, done.index));
  return !isName;
}

/** The name of an office right before the document, with its year. */
const OFFICE_ENDS = /(?:局|委员会|办公室|中心|[站所院馆校队社])(?:关于)?(?:20\d{2}年?(?:度)?)?$/u;
/** Whoever does something stands before it: 市政府批准…. */
const ACTOR = /[府局委办会院组处部科厅协人]/u;

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
  /转发|转载|解读|图解|图说|读懂|看懂|弄懂|一图|解析|[百千]问|哪些|为什么|好消息|速读|心得|集萃|荟萃|常见|回头看|[一二三四五六七八九十几\d]问(?:[一二三四五六七八九十几\d]答|[”"」])|解码|问答|热点|访谈|专访|采访|对话|做客|直播|发布会|吹风会|记者|回应|评论|快评|综述|侧记|动漫|漫画|短视频|金句|热词|关键词|速览|看点|亮点|数说|划重点|一组数|聚焦|关注|讲话|致辞|倡议|热议|诞生|出炉记|花絮|课件|讲稿|教程|技巧|范文|模板|样表|规程|释义|导读|解释|支招|如何|怎么|怎样|[？?！!]|通报|接受.{0,6}监督|晒账|范本|格式|填报|填表|(?:局长|主任|书记|[市县区镇乡]长|负责人|发言人).{0,8}谈/u;

/** What somebody does about it, before its name. */
const DONE =
  /做好|抓好|搞好|切实|扎实|认真|进一步|加强|加快|强化|全力|积极|稳步|有序|召开|举行|举办|部署|启动|开展|推进(?!办|中心|局)|审议|[初复会]审|审查(?!中心|办|所|室|站)|审计(?![局厅署委办处科所院]|中心|服务|事务|工作|结果)|督[察查](?![室组局办员处科]|考评|考核|中心|大队|支队)|听取|传达|学习|通过|批准|批复|下达|按时|如期|顺利|圆满|率先|全面完成|督促|催报|征求|征集|报送|上报|编制(?!委|办|中心)|编报|起草|撰写|印发|贯彻|落实|晒出|亮出|盘点|监督(?!管理|检验|检测|执法|保障|[所局站院处科队])|约谈|补报|更正|撤回|撤销|废止|延期|推迟|暂缓/u;

/** What the title turns out to be, after the document's name. */
const ENDS = new RegExp(
  [
    '(?:通知|通报|函|批复|请示|决议|决定|方案|办法|意见|细则|规定|制度|要求|指南|指引|提示|提醒|动态|简报|新闻|快讯|讲话|建议|提案|答复|回复|更正|勘误|撤回|延期|预告)(?:说明|公告|声明)?$',
    '(?:更正|勘误|撤回|延期|推迟|修改)(?:的)?(?:说明|公告|声明|启事)$',
    '(?:编制|编写|撰写|起草|填报|报送|上报|审核|审议|审查|评议|评估|评价|培训|检查|抽查|督查|考核|整改)(?:、|和|与|及|并|或|工作|会|班|的|情况|发布|公开|公布|报送|完成|结果)',
    '(?:公开|发布|公布|公示)(?:工作|专项|培训|检查|督查|会|任务|启动|开始|时间|要求|注意|事项|指南|统计)',
    '工作(?:会|培训|部署|启动|推进|检查|通知|方案|完成)',
    '(?:座谈|培训|布置|编报|编审|会审|推进|部署|动员|协调|专题|评审|审查|新闻|发布|汇报)会',
    '(?:正式|今日|即将|如期|对外|向社会|已经?|全部)(?:发布|公布|公开|出炉|上线)',
    '(?:公示|发布|公布|报送|编制)情况|进行|通过',
    '(?:编制|编写|填报|填写|审查|学习)(?:要点|须知)|注意事项|(?:评比|评估|报备|备案|填写)(?:结果|情况|错误)|成绩单',
    '落实(?:情况|进展|成效)|(?:执行|实施|推进)(?:进展|成效)',
    '^(?:草案)?(?:里|中|背后)(?:的|，|,)|^提到',
    '获.{0,8}(?:批准|通过|好评|肯定)',
    '出炉|亮相|揭晓|引(?:发|起)|获(?:得|评|通过|批)|显示|透露|指出|提出|强调',
    '(?:重点|目标|主要)?(?:任务|工作)(?:责任)?(?:分解|分工|清单)',
  ].join('|'),
  'u',
);

/** A notice and the like, whatever it calls the document. */
const ASKED = /关于.{0,60}(?:通知|通报|复?函|批复|请示|决议|实施方案|工作方案|实施办法)(?:$|[（(【[])/u;
