import { type Hit, halfWidth, type Passage } from './passage.ts';

const NUMBER = /(?<![\w.=/-])1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![\w-])/g;
/** Who may be called about something publishes the number himself: offices, contacts, people on duty, companies. */
const OFFICIAL =
  /联系|咨询|监督|举报|投诉|报名|热线|值班|办公|传真|负责|经办|主任|局长|镇长|书记|科长|所长|站长|股长|院长|校长|经理|代表|律师|代理|公司|单位|企业|项目|采购|招标|投标|中标|医师|医生|村医|河长|路长|林长|网格|驻村|帮扶|干部|职务|部门|客服|记者|编辑|作者|服务|物业|店|合作社|法人|技术员|客运|司机/;
const PRIVATE = /户主|姓名|申请人|受益人|领取人|监护人|家长|学生|考生|村民|居民|户籍|低保|残疾|补贴|补助/;

/** Mobile numbers beside names of private persons; those of officials and contacts are left alone. Sure only in a table of private persons. */
export function findMobileNumbers({ text, heading, personNamed, ofPrivatePersons = false }: Passage): Hit[] {
  if (heading === '' ? OFFICIAL.test(text) || !PRIVATE.test(text) : !personNamed) return [];
  return [...halfWidth(text).matchAll(NUMBER)].map(({ 0: found, index }) => ({
    kind: 'mobile',
    certainty: ofPrivatePersons ? 'sure' : 'unsure',
    written: text.slice(index, index + found.length),
  }));
}

/** Whether what stands over a table says that those in it are called for their office. */
export function isOfficial(headings: string): boolean {
  return OFFICIAL.test(headings.replace(/联系(?:电话|方式|号码)|服务卡/g, ''));
}
