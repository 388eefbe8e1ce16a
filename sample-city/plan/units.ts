import type { Unit } from '../../src/model/estate.ts';

/** A unit of the city with the name of its folder on the portal. */
export interface CityUnit extends Unit {
  readonly folder: string;
}

export const GOV_OFFICE: CityUnit = { id: 'gov-office', name: '市政府办公室', kind: 'office', folder: 'zfb' };

/** The 40 departments of 2018, before that year's reform of institutions. */
export const DEPARTMENTS: readonly CityUnit[] = department(`
  development 市发展和改革局 fgj|industry 市经济和信息化局 jxj|education 市教育局 jyj|science 市科学技术局 kjj|police 市公安局 gaj
  civil-affairs 市民政局 mzj|justice 市司法局 sfj|finance 市财政局 czj|labour 市人力资源和社会保障局 rsj|land 市国土资源局 gtj
  environment 市环境保护局 hbj|construction 市住房和城乡建设局 zjj|transport 市交通运输局 jtj|water 市水利局 slj|agriculture 市农业局 nyj
  forestry 市林业局 lyej|commerce 市商务局 swj|culture 市文体广电局 wtj|health 市卫生和计划生育局 wjj|audit 市审计局 sjj
  statistics 市统计局 tjj|work-safety 市安全生产监督管理局 ajj|food-drug 市食品药品监督管理局 syj|market 市工商行政管理局 gsj
  quality 市质量技术监督局 zjju|prices 市物价局 wjju|city-management 市城市管理执法局 cgj|housing 市房产管理局 fcj|medical-insurance 市医疗保障局 ybj
  poverty-relief 市扶贫开发办公室 fpb|grain 市粮食局 lsj|tourism 市旅游局 lvj|livestock 市畜牧兽医局 xmj|farm-machinery 市农业机械管理局 njj
  investment 市招商局 zsj|public-resources 市公共资源交易监督管理局 ggj|services 市政务服务中心 zwzx|archives 市档案局 daj
  civil-defence 市人民防空办公室 rfb|co-operative 市供销合作社联合社 gxs`);

/** The 17 townships and street offices. */
export const TOWNSHIPS: readonly CityUnit[] = township(`
  yingshan 应山街道办事处 ys|shili 十里街道办事处 sl|guangshui 广水街道办事处 gs|chengjiao 城郊街道办事处 cj|wushengguan 武胜关镇 wsg
  yangzhai 杨寨镇 yz|chenxiang 陈巷镇 cx|changling 长岭镇 cl|maping 马坪镇 mp|guanmiao 关庙镇 gm|yudian 余店镇 yd
  wudian 吴店镇 wd|haodian 郝店镇 hd|caihe 蔡河镇 ch|lidian 李店镇 ld|taiping 太平镇 tp|luodian 骆店镇 ldz`);

/** Departments that were gone before the year was over, each with its last day and who took over. */
const ENDED: Readonly<Record<string, Pick<Unit, 'to' | 'mergedInto'>>> = {
  'poverty-relief': { to: '2018-11-30', mergedInto: 'agriculture' },
};

export const UNITS: readonly CityUnit[] = [GOV_OFFICE, ...DEPARTMENTS, ...TOWNSHIPS].map((unit) => ({ ...unit, ...ENDED[unit.id] }));

export function unitOf(id: string): CityUnit {
  const unit = UNITS.find((one) => one.id === id);
  if (!unit) throw new RangeError(`the sample city has no unit ${id}`);
  return unit;
}

function department(lines: string): CityUnit[] {
  return parse(lines, 'department');
}

function township(lines: string): CityUnit[] {
  return parse(lines, 'township').map((unit) => ({
    ...unit,
    id: `town-${unit.id}`,
    kind: unit.name.endsWith('街道办事处') ? 'street' : 'township',
  }));
}

function parse(lines: string, kind: 'department' | 'township'): CityUnit[] {
  return lines
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [id, name, folder] = line.trim().split(' ') as [string, string, string];
      return { id, name, kind, folder };
    });
}
