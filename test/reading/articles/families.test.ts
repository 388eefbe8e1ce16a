import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../crawlers/door/decode.ts';
import { readArticle } from '../../../crawlers/reading/articles/article.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';
import type { ArticleReading } from '../../../src/model/reading.ts';

type Expected = Partial<Omit<ArticleReading, 'attachments'>> & { starts: string; ends: string; files?: string[] };

/** Pages in the manner of each family of content systems, in our own words; every field that is not named must be null. */
const PAGES: Record<string, Expected> = {
  'trs-bullets': {
    title: '青石市水务局开展小型水库安全鉴定',
    publishedAt: '2019-03-12T16:05:00+08:00',
    publishedSource: 'label',
    source: '市水务局',
    author: '林小禾',
    reviewer: '周砚',
    starts: '为掌握全市小型水库',
    ends: '完成除险加固。',
  },
  'hanweb-zoom': {
    title: '关于加快农村饮水安全巩固提升工程建设的意见',
    publishedAt: '2018-04-20T09:31:00+08:00',
    publishedSource: 'label',
    documentDate: '2018-04-11',
    documentNumber: '云政发〔2018〕9号',
    indexNumber: '014210/2018-00087',
    issuer: '县政府办公室',
    starts: '各乡镇人民政府',
    ends: '附件：工程任务分解表.doc',
    files: ['http://www.example.gov.cn/module/download/downfile.jsp?classid=0&filename=180420093155.doc'],
  },
  ucap: {
    title: '我市举办残疾人就业专场招聘会',
    publishedAt: '2021-05-17T15:02:11+08:00',
    publishedSource: 'label',
    source: '临江日报',
    starts: '五月十六日是全国助残日',
    ends: '送到社区和村组。',
  },
  'vsb-info': {
    title: '关于2020年秋季学期学生体质测试安排的通知',
    publishedAt: '2020-10-09',
    publishedSource: 'label',
    documentDate: '2020-10-09',
    author: '何秋月',
    starts: '各二级学院：',
    ends: '2020年10月9日',
    files: ['http://www.example.gov.cn/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=77'],
  },
  webplus: {
    title: '海洋学院师生赴北湾海事处调研',
    publishedAt: '2022-11-03',
    publishedSource: 'label',
    author: '纪帆',
    starts: '十一月一日',
    ends: '（文/图 纪帆）',
  },
  'aspx-script': {
    title: '区财政局完成上半年惠农补贴资金发放',
    publishedAt: '2017-07-21',
    publishedSource: 'script',
    source: '区财政局农业股',
    starts: '截至七月中旬',
    ends: '核查工作。',
  },
  'old-table-gbk': {
    title: '白沙镇春耕备耕工作扎实推进',
    publishedAt: '2008-03-06T15:20:11+08:00',
    publishedSource: 'label',
    source: '镇农技站',
    author: '田野',
    starts: '立春以来',
    ends: '只增不减。',
  },
  'info-table': {
    title: '北岭省人民政府办公厅关于做好高温天气劳动者保护工作的通知',
    publishedAt: '2019-07-01',
    publishedSource: 'label',
    documentDate: '2019-06-24',
    documentNumber: '北政办函〔2019〕41号',
    indexNumber: '000014349/2019-00056',
    issuer: '省政府办公厅',
    subject: '劳动、人事、监察\\劳动就业',
    starts: '北政办函〔2019〕41号',
    ends: '（此件公开发布）',
  },
  gkmlpt: {
    title: '南洲区市场监督管理局关于公开征集计量技术机构的公告',
    publishedAt: '2021-08-19',
    publishedSource: 'label',
    documentDate: '2021-08-18',
    indexNumber: '007512345/2021-00319',
    issuer: '南洲区市场监督管理局',
    starts: '为推动民生计量工作',
    ends: '申报表.pdf',
    files: ['http://www.example.gov.cn/attachment/0/468/468901/508890.pdf'],
  },
  'openness-th': {
    title: '青阳乡2019年度高标准农田建设项目验收公示',
    publishedAt: '2019-11-22T08:47:00+08:00',
    publishedSource: 'label',
    documentDate: '2019-11-20',
    source: '青阳乡人民政府',
    indexNumber: '003120/201911-00007',
    issuer: '青阳乡人民政府',
    subject: '农业、林业、水利',
    starts: '根据县农业农村局',
    ends: '0000-3320117。',
  },
  'ivs-small-date': {
    title: '滨海区规范非机动车停放秩序',
    publishedAt: '2023-04-18',
    publishedSource: 'label',
    starts: '记者从区城管执法局获悉',
    ends: '两个工作日内答复。',
  },
  'plain-divs': {
    title: '全县中小学经典诵读比赛在实验小学举行',
    publishedAt: '2016-05-27T17:45:03+08:00',
    publishedSource: 'label',
    source: '松林新闻网',
    starts: '五月二十六日',
    ends: '获奖队伍颁奖。',
  },
  'meta-only': {
    title: '我区新增两处社区食堂',
    publishedAt: '2022-09-01',
    publishedSource: 'meta',
    source: '区民政局',
    starts: '八月底',
    ends: '享受优惠。',
  },
  'notice-pipe': {
    title: '关于表彰二○一七年度安全生产先进单位的决定',
    publishedAt: '2018-01-30',
    publishedSource: 'label',
    documentDate: '2018-01-26',
    documentNumber: '竹政〔2018〕3号',
    source: '竹溪镇',
    author: '苏杭',
    starts: '竹政〔2018〕3号',
    ends: '二○一八年一月二十六日',
  },
  'file-only': {
    title: '西山市2021年第四季度集中式饮用水水源水质状况报告',
    publishedAt: '2022-01-14',
    publishedSource: 'label',
    source: '市生态环境局',
    starts: '附件：西山市',
    ends: '.pdf',
    files: ['http://www.example.gov.cn/zw/W020220114355.pdf'],
  },
  'dl-and-tail': {
    title: '灵泉街道开展消防演练',
    publishedAt: '2020-11-09',
    publishedSource: 'label',
    source: '灵泉街道',
    author: '方晓',
    indexNumber: 'LQJD-2020-118',
    issuer: '灵泉街道办事处',
    starts: '为提高居民消防安全意识',
    ends: '受到居民欢迎。',
  },
};

const META = /(<meta[^>]{0,200}(?:ArticleTitle|PubDate|ContentSource)[^>]{0,200}content=)"[^"]*"/gi;
const FIELDS = [
  'title',
  'publishedAt',
  'publishedSource',
  'documentDate',
  'documentNumber',
  'source',
  'author',
  'reviewer',
  'indexNumber',
  'issuer',
  'subject',
] as const;

function pageOf(name: string): string {
  return decodePage(readFileSync(new URL(`fixtures/${name}.html`, import.meta.url)), null).text;
}

function read(html: string): ArticleReading {
  return readArticle(parsePage(html, 'http://www.example.gov.cn/zw/1.html'));
}

describe('articles of the families of content systems', () => {
  for (const [name, expected] of Object.entries(PAGES)) {
    it(`are read whole: ${name}`, () => {
      const reading = read(pageOf(name));
      for (const field of FIELDS) expect(reading[field], field).toBe(expected[field] ?? null);
      expect(reading.text.startsWith(expected.starts), reading.text.slice(0, 60)).toBe(true);
      expect(reading.text.endsWith(expected.ends), reading.text.slice(-60)).toBe(true);
      expect(reading.attachments.map(({ url }) => url)).toEqual(expected.files ?? []);
    });

    if (expected.publishedSource !== 'meta') {
      it(`are read the same without their meta tags: ${name}`, () => {
        const reading = read(pageOf(name).replace(META, '$1""'));
        for (const field of FIELDS) expect(reading[field], field).toBe(expected[field] ?? null);
      });
    }
  }
});
