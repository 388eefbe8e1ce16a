/**
 * 国务院公文主题分类: the 22 subjects of official documents, the other axis beside our categories. A subject says what a document
 * is about, a category what a column discloses; one is never mapped onto the other.
 * Source: the list on the State Council's information disclosure pages (www.gov.cn).
 */
export const SUBJECTS = [
  '国务院组织机构',
  '综合政务',
  '国民经济管理、国有资产监管',
  '财政、金融、审计',
  '国土资源、能源',
  '农业、林业、水利',
  '工业、交通',
  '商贸、海关、旅游',
  '市场监管、安全生产监管',
  '城乡建设、环境保护',
  '科技、教育',
  '文化、广电、新闻出版',
  '卫生、体育',
  '人口与计划生育、妇女儿童工作',
  '劳动、人事、监察',
  '公安、安全、司法',
  '民政、扶贫、救灾',
  '民族、宗教',
  '对外事务',
  '港澳台侨工作',
  '国防',
  '其他',
] as const;
export type Subject = (typeof SUBJECTS)[number];

const byLetters = new Map<string, Subject>(SUBJECTS.map((subject) => [letters(subject), subject]));

/**
 * Reads a subject as a page prints it, for example `综合政务\政务公开` or `财政、金融、审计 / 财政`.
 * null where its first level is none of the 22.
 */
export function parseSubject(printed: string): { readonly subject: Subject; readonly detail: string | null } | null {
  const [first = '', second = ''] = printed
    .slice(0, 120)
    .split(/[\\/＼／>＞]/)
    .map((level) => level.trim());
  const subject = byLetters.get(letters(first));
  return subject ? { subject, detail: second === '' ? null : second } : null;
}

/** Only the characters of a name: sites write its marks and spaces in several ways. */
function letters(name: string): string {
  return name.replace(/[^\u4e00-\u9fa5]/g, '');
}
