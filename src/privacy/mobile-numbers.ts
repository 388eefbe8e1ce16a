import type { Hit, Passage } from './passage.ts';
import { isGrouped, numbersIn } from './written-numbers.ts';

/** Eleven digits, after the country's code in some. */
const NUMBER = /^(?:86)?1[3-9]\d{9}$/;
const WAYS = ['3-4-4', '3-3-5', '3-8', '4-3-4', '4-4-3', '7-4', '2-11', '2-3-4-4'];
/** Who may be called about something publishes the number himself: offices, contacts, people on duty, companies. */
const OFFICIAL =
  /联系|咨询|监督|举报|投诉|报名|热线|值班|办公|传真|负责|经办|主任|局长|镇长|书记|科长|所长|站长|股长|院长|校长|经理|代表|律师|代理|公司|单位|企业|项目|采购|招标|投标|中标|医师|医生|村医|河长|路长|林长|网格|驻村|帮扶|干部|职务|部门|客服|记者|编辑|作者|服务|物业|店|合作社|法人|技术员|客运|司机/;
const PRIVATE =
  /户主|姓名|申请人|受益人|领取人|监护人|家长|学生|考生|村民(?!委|理事|代表)|居民(?!委|服务)|户籍|低保|五保|特困|残疾|农户|被征地|拆迁户|孤儿|补贴|补助/;

/** Mobile numbers beside names of private persons; those of officials and contacts are left alone. Sure only in a table of private persons. */
export function findMobileNumbers(passage: Passage): Hit[] {
  const { text, heading, personNamed, ofPrivatePersons = false } = passage;
  if (heading === '' ? !isOfPrivatePerson(passage) : !personNamed) return [];
  return numbersIn(text, 13, (number) =>
    NUMBER.test(number.digits) && !number.isJoined && isGrouped(number, WAYS)
      ? { kind: 'mobile', certainty: ofPrivatePersons ? 'sure' : 'unsure', written: number.written }
      : null,
  );
}

/** Whether a line is about a private person. Where it gives a telephone "to be called", it has to name one. */
function isOfPrivatePerson({ text, personNamed }: Passage): boolean {
  return PRIVATE.test(text) && !isOfficial(text) && (personNamed || !OFFICIAL.test(text));
}

/** Whether what stands over a table, or in a line, says that those in it are called for their office. */
export function isOfficial(words: string): boolean {
  return OFFICIAL.test(words.replace(/联系(?:电话|方式|号码)|服务卡/g, ''));
}
