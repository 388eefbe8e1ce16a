import type { CheckFinding, ParsedReport } from '../report.ts';
import type { ReportCheck } from './check.ts';

/** Names that belong to another unit or another level: the text was taken from elsewhere. */
export const checkNames: ReportCheck = (report) => [...selfNames(report), ...mailbox(report), ...otherUnits(report), ...reviewer(report)];

/** What a unit calls itself, by how its own name ends. Siblings exclude each other; a higher level (我县 in a township) may be meant. */
const SIBLINGS: readonly (readonly string[])[] = [
  ['街道', '乡', '镇'],
  ['县', '区', '旗'],
  ['局', '委', '厅', '院'],
];
const OWN_END = /(街道|乡|镇|县|区|旗|局|委|厅|院)(?:办事处|人民政府|政府|办公室|员会)*$/;

function selfNames({ head, paragraphs }: ParsedReport): CheckFinding[] {
  const own = OWN_END.exec(head.unit.replace(/委员会$/, '委'))?.[1];
  const family = SIBLINGS.find((names) => own !== undefined && names.includes(own));
  if (!own || !family) return [];
  for (const text of paragraphs) {
    for (const found of text.matchAll(/我(街道|乡|镇|县|区|旗|局|委|厅|院)(?![镇街辖属村社级党内机员托会]|[一-龥]?(?:长|委会))/g)) {
      if (found[1] === own || !family.includes(found[1]!)) continue;
      return [
        {
          kind: 'wrong-unit-name',
          certainty: 'certain',
          message: `“${head.unit}”的报告自称“${found[0]}”，疑套用他处文本`,
          quotes: [`${found[0]}${text.slice(found.index + found[0].length, found.index + found[0].length + 10)}`],
        },
      ];
    }
  }
  return [];
}

function mailbox({ head, paragraphs, claims }: ParsedReport): CheckFinding[] {
  const spoken =
    head.unit === '' && paragraphs.some((text) => /全县/.test(text)) && !paragraphs.some((text) => /全市/.test(text)) ? '县' : undefined;
  const level = /(县|区|旗)(?:人民政府|政府)?(?:办公室)?$/.exec(head.unit)?.[1] ?? spoken;
  if (!level || (head.unit !== '' && (head.unitKind === 'department' || head.unitKind === 'township'))) return [];
  const place = paragraphs.findIndex((text) => /(?<![州盟])市长(?:信箱|热线)(?!电话12345)/.test(text));
  if (place < 0) return [];
  const claim = claims.find(({ paragraph, quote }) => paragraph === place && /市长(?:信箱|热线)/.test(quote));
  return [
    {
      kind: 'wrong-unit-name',
      certainty: 'likely',
      message: `${level}的报告称“市长信箱”，请核实是否应为“${level}长信箱”`,
      quotes: [claim?.quote ?? /市长(?:信箱|热线)/.exec(paragraphs[place]!)![0]],
    },
  ];
}

/** Two or three characters of a name before 乡, 镇, 街道 or 局, in words that a report uses of itself. */
const NAMED = /([一-龥]{2})(乡|镇|街道|局)(?:政府)?信息公开(?:目录|指南|年度报告|工作年度报告)/g;
const NO_NAME = /^[各全我本该为在到向由对于和与及了的每个所有辖设城下入返家县市]|^(?:完善|制定|编制|公布|政府|[一-龥][各全我本该])/;

function otherUnits({ head, paragraphs }: ParsedReport): CheckFinding[] {
  const own = `${head.unit}${head.title}`;
  for (const text of paragraphs.filter((line) => line !== head.title)) {
    for (const [whole, name, kind] of text.matchAll(NAMED)) {
      if (NO_NAME.test(name!) || own.includes(name!) || !head.unit.includes(kind!)) continue;
      return [
        {
          kind: 'wrong-unit-name',
          certainty: 'certain',
          message: `“${head.unit}”的报告里写成“${name}${kind}”，疑套用他处文本`,
          quotes: [whole],
        },
      ];
    }
  }
  return [];
}

const PLACEHOLDER =
  /^(?:dev|develop(?:er)?|admin(?:istrator)?|test(?:er)?|user|root|system|sys|guest|null|undefined|none|n\/a|管理员|超级管理员|系统管理员|测试|审核员?|编辑|用户)\d*$/i;

function reviewer({ head }: ParsedReport): CheckFinding[] {
  if (!head.reviewer || !PLACEHOLDER.test(head.reviewer.name)) return [];
  return [
    {
      kind: 'placeholder-reviewer',
      certainty: 'certain',
      message: `审核人是“${head.reviewer.name}”，不是真实的审核人`,
      quotes: [head.reviewer.quote],
    },
  ];
}
