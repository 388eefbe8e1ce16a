import { WITHOUT_APPROVAL, WITHOUT_BUDGET } from '../plan/duties.ts';
import { DEPARTMENTS, TOWNSHIPS } from '../plan/units.ts';

const OTHERS =
  '人大常委会办公室|政协办公室|纪律检查委员会|委组织部|委宣传部|委统战部|委政法委员会|人民法院|人民检察院|总工会|妇女联合会|残疾人联合会|信访局|接待办公室|机关事务管理局|地方志办公室|党校|公路管理局|广播电视台|图书馆|第一高级中学|实验小学|第一人民医院|中医医院|疾病预防控制中心|妇幼保健院'.split(
    '|',
  );

/**
 * The 117 bodies that draw up a budget of their own: departments, townships, the townships' schools and hospitals, and others.
 * The first 94 of them published final accounts as well.
 */
export const BUDGET_BODIES: readonly string[] = [
  ...DEPARTMENTS.map((unit) => (unit.id === WITHOUT_BUDGET ? '广水市人民政府办公室' : `广水${unit.name}`)),
  ...TOWNSHIPS.map((unit) => `广水市${unit.id === WITHOUT_APPROVAL ? '国有资产管理办公室' : unit.name}`),
  ...OTHERS.map((name) => `广水市${name}`),
  ...TOWNSHIPS.map((unit) => `广水市${shortName(unit.name)}中心学校`),
  ...TOWNSHIPS.map((unit) => `广水市${shortName(unit.name)}卫生院`),
];

/** The eight units interviewed online in 2018, in order, with their subjects. */
export const INTERVIEWS: readonly string[] = [
  '市林业局谈“加强林业生态建设、打造生态宜居广水”',
  '市水利局谈“落实河湖长制、守护一河清水”',
  '市公安局谈“充分发挥主力作用、深入推进扫黑除恶”',
  '市发改局谈“优化营商环境、服务项目建设”',
  '市教育局谈“推进教育均衡发展 办好人民满意教育”',
  '市文体广电局谈“文化惠民、全民健身”',
  '市房管局谈“规范房地产市场、保障群众安居”',
  '市医保局谈“医保新政策、群众得实惠”',
];

function shortName(name: string): string {
  return name.replace('街道办事处', '街道');
}
