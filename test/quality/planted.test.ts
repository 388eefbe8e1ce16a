import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPosts } from '../../jobs/media/import-posts.ts';
import { importMessages } from '../../jobs/media/messages.ts';
import { QUALITY_CHECKS } from '../../src/checks/checks.ts';
import { findingRow } from '../../src/checks/finding.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { buildSheet } from '../../src/reports/sheet.ts';
import { articlePage, listPage, openSmallWorld, type SmallWorld } from './world.ts';

/** One site on which a case of every check of quality and of new media is planted, and beside each one that only looks like it. */
const ID = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
const MOBILE = '13812345678';
const BETTING = '<html><head><title>新葡京娱乐城_真人荷官</title></head><body><p>百家乐 老虎机 注册送彩金</p></body></html>';
const WARNING = '<html><head><title>打击网络赌博：百家乐、老虎机都是骗局</title></head><body><p>公安机关查处博彩网站。</p></body></html>';
const ROSTER = [
  ['户主姓名', '身份证号', '联系电话'],
  ['王小明', ID, MOBILE],
];
const CONTACTS = [
  ['单位', '职务', '姓名', '办公电话', '手机'],
  ['市水利局', '办公室主任', '张建设', '0722-6232222', MOBILE],
];
const tableOf = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const file = (href: string, name: string) => `<p>附件：<a href="${href}">${name}</a></p>`;
const LONG =
  '为进一步做好汛期安全防范工作，切实保障人民群众生命财产安全，各单位要落实领导带班和二十四小时值班制度，加强水库、堤防、山塘巡查。';
const DRILL = `<p>${LONG}</p><p>${LONG.replace('汛期', '冬季')}</p><p>${LONG.replace('水库', '桥涵')}</p>`;

interface Planted {
  /** Its name in the list, and the column that it stands in. */
  readonly page: string;
  readonly title: string;
  readonly days: number;
  readonly body: (foreign: string) => string;
}
const PLANTED: readonly Planted[] = [
  { page: 'dead', title: '关于启用新办事大厅的公告', days: 2, body: () => '<p>见<a href="/old/guide.html">办事指南</a>。</p>' },
  {
    page: 'alive',
    title: '关于调整办公时间的公告',
    days: 2,
    body: () => '<p>见<a href="/guarded/a.html">政务网</a>、<a href="/nohead/a.html">指南</a>、<a href="/was/a.html">新址</a>。</p>',
  },
  { page: 'hijacked', title: '关于举办文化节的公告', days: 3, body: (foreign) => `<p>见<a href="${foreign}/betting">活动网站</a>。</p>` },
  { page: 'warning', title: '关于防范网络赌博的公告', days: 3, body: (foreign) => `<p>见<a href="${foreign}/warning">宣传</a>。</p>` },
  { page: 'roster', title: '2018年低保对象公示', days: 4, body: () => tableOf(ROSTER) },
  { page: 'contacts', title: '防汛值班联系人公示', days: 4, body: () => tableOf(CONTACTS) },
  {
    page: 'masked',
    title: '残疾人补贴公示',
    days: 4,
    body: () =>
      tableOf(ROSTER)
        .replace(ID, `${ID.slice(0, 6)}********${ID.slice(14)}`)
        .replace(MOBILE, '138****5678'),
  },
  { page: 'sheet', title: '危房改造对象公示', days: 5, body: () => file('/files/roster.xlsx', '名单.xlsx') },
  { page: 'word', title: '临时救助对象公示', days: 5, body: () => file('/files/roster.docx', '名单.docx') },
  { page: 'office', title: '河长名单公示', days: 5, body: () => file('/files/contacts.xlsx', '通讯录.xlsx') },
  { page: 'wrong', title: '春耕生产工作公告', days: 6, body: () => '<p>会议要求认真布署春耕生产。</p>' },
  { page: 'quoted', title: '征文活动公告', days: 6, body: () => '<p>来信写道：“我们已经布署完了。”原文照登。</p>' },
  { page: 'leader', title: '市长调研公告', days: 6, body: () => '<p>市长李大海到城关镇调研。</p>' },
  { page: 'former', title: '座谈会公告', days: 6, body: () => '<p>原市长李大海、市长王建国出席座谈会。</p>' },
  { page: 'drill', title: '关于做好安全防范的通知', days: 7, body: () => DRILL },
  { page: 'drill-old', title: '关于做好安全防范的通知', days: 60, body: () => DRILL },
  { page: 'monthly', title: '本月值班安排', days: 8, body: () => DRILL.replace('二十四小时', '日夜') },
  { page: 'monthly-old', title: '本月值班安排', days: 60, body: () => DRILL.replace('二十四小时', '全天候') },
  { page: 'redated', title: '关于征集意见的公告', days: 9, body: () => '<p>请于月底前反馈。</p>' },
  { page: 'midnight', title: '关于征集线索的公告', days: 12, body: () => '<p>请于月底前反馈。</p>' },
  { page: 'twice', title: '关于水价调整的公告', days: 10, body: () => '<p>自下月起执行。</p>' },
  { page: 'near', title: '关于电价调整的公告', days: 11, body: () => '<p>自下月起执行。</p>' },
];

const row = ({ page, title, days }: Planted, ago: SmallWorld['ago']) => ({ href: `/gs/${page}.html`, title, day: ago(days) });
const news = (ago: SmallWorld['ago'], column: string, days: readonly number[]) =>
  days.map((day, at) => ({ href: `/${column}/${at}.html`, title: `${column}全市重点工作第${at}次推进会召开`, day: ago(day) }));
/** The first: silence, then ten on one day. The second: as many, in the course of its weeks. */
const BURST = [...Array.from({ length: 10 }, () => 2), 50, 60];
const STEADY = [...Array.from({ length: 10 }, () => 2), 15, 60];
const MORE = `
accounts:
  - { id: silent, name: 城关发布, platform: wechat, unit: office, filed: true }
  - { id: undelivered, name: 郊区发布, platform: wechat, unit: office, filed: true }
  - { id: unfiled, name: 示例微博, platform: weibo, unit: office, filed: false }
  - { id: not-known, name: 示例头条, platform: toutiao, unit: office }
  - { id: quietly, name: 旧客户端, platform: app, unit: office, closed: CLOSED }
  - { id: answers, name: 答复快, platform: wechat, unit: office, functions: [{ name: 预约, url: 'ORIGIN/nohead/a.html' }, { name: 查询, url: 'ORIGIN/guarded/a.html' }] }
  - { id: slow, name: 答复慢, platform: wechat, unit: office }
  - { id: asleep, name: 留言没人管, platform: wechat, unit: office, functions: [{ name: 预约, url: 'ORIGIN/gone/a.html' }, { name: 查询 }] }
  - { id: told-old, name: 留言没再报, platform: wechat, unit: office }
  - { id: renamed, name: 清源发布, platform: wechat, unit: office }
  - { id: renamed-written, name: 清源交通, platform: wechat, unit: office, formerNames: [{ name: 清源路讯, until: '2020-01-01' }] }
  - { id: announced, name: 旧抖音, platform: douyin, unit: office, closed: CLOSED, announcement: 'http://a.example/gg' }
`;
const RULES = `id: small
name: 小市指标
extends: national-2019
documents:
  own: { issuer: 小市, document: 本市名单, title: 领导名单, validFrom: 2015-01-01 }
rules:
  - id: leaders
    kind: wording
    name: 领导姓名职务
    document: own
    article: 名单
    verified: true
    severity: major
    leaders:
      - { name: 李大海, title: 市长, from: 2015-01-01, to: 2020-12-31 }
      - { name: 王建国, title: 市长, from: 2021-01-01 }
  - id: replies
    kind: account-unanswered
    limit: P5D
    name: 五天内答复
    document: own
    article: 答复
    verified: true
    severity: minor
`;

let world: SmallWorld;
beforeAll(async () => {
  const [sheet, contacts] = await Promise.all([ROSTER, CONTACTS].map(([head, ...rows]) => buildSheet('名单', head!, rows)));
  const cells = (texts: readonly string[]) =>
    new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows: ROSTER.map(cells) })] }] }));
  const type = 'application/octet-stream';
  world = await openSmallWorld(
    ['gs', 'other', { id: 'burst', category: 'local-news' }, { id: 'steady', category: 'local-news' }],
    (ago, origin) => {
      const foreign = origin.replace('127.0.0.1', 'localhost');
      return {
        '/': `<html><head><title>门户</title></head><body><p>门户</p>${listPage(PLANTED.slice(0, 6).map((one) => row(one, ago))).match(/<ul.*<\/ul>/)![0]}<div class="foot">主办：小市人民政府 联系电话：0722-6230000 鄂ICP备05001234号</div></body></html>`,
        '/gs/': listPage(PLANTED.map((one) => row(one, ago))),
        ...Object.fromEntries(PLANTED.map((one) => [`/gs/${one.page}.html`, articlePage(one.title, ago(one.days), one.body(foreign))])),
        '/other/': listPage([
          { href: '/gs/twice.html', title: '关于水价调整的公告', day: ago(50) },
          { href: '/gs/near.html', title: '关于电价调整的公告', day: ago(20) },
        ]),
        ...Object.fromEntries(
          [['burst', BURST] as const, ['steady', STEADY] as const].flatMap(([column, days]) => [
            [`/${column}/`, listPage(news(ago, column, days), `公示${column}`)],
            ...news(ago, column, days).map(({ href, title, day }, at) => [href, articlePage(title, day, `<p>第${at}次。</p>`)]),
          ]),
        ),
        '/guarded/a.html': { status: 403, body: 'no' },
        '/nohead/a.html': '<html><body>指南</body></html>',
        '/was/a.html': { status: 301, location: '/nohead/a.html' },
        '/betting': BETTING,
        '/warning': WARNING,
        '/files/roster.xlsx': { type, body: sheet! },
        '/files/contacts.xlsx': { type, body: contacts! },
        '/files/roster.docx': { type, body: word },
      };
    },
    {
      rulePack: 'small',
      rules: { 'small.yaml': RULES },
      estate: (ago, origin) => MORE.replaceAll('CLOSED', ago(30)).replaceAll('ORIGIN', origin),
    },
  );
  const { workshop } = world.hands;
  const [silent, undelivered] = workshop.config.estate.accounts;
  const posts = (name: string) => ({
    bytes: new TextEncoder().encode(`标题,发布时间\n${name},${world.ago(40)}\n`),
    name: '导出.csv',
    by: null,
    anyName: false,
  });
  await importPosts(workshop, silent!, { ...posts('甲'), until: world.ago(0) });
  await importPosts(workshop, undelivered!, { ...posts('乙'), until: null });
  const named = (id: string) => workshop.config.estate.accounts.find((account) => account.id === id)!;
  const messages = (id: string, answered: string, until: string) =>
    importMessages(workshop, named(id), {
      ...{
        bytes: new TextEncoder().encode(`编号,留言时间,答复时间\nA1,${world.ago(20)},${answered}\n`),
        name: '留言.csv',
        by: null,
        until,
        anyName: false,
      },
    });
  await messages('answers', world.ago(16), world.ago(0));
  await messages('slow', world.ago(10), world.ago(0));
  await messages('asleep', '', world.ago(0));
  await messages('told-old', '', world.ago(17));
  const called = (id: string, name: string) => {
    const text = `公众号名称：${name}\n标题,发布时间\n${name}的一天,${world.ago(1)}\n`;
    return importPosts(workshop, named(id), {
      bytes: new TextEncoder().encode(text),
      name: `${name}.csv`,
      by: null,
      until: null,
      anyName: true,
    });
  };
  for (const name of ['清源发布', '清源新闻']) await called('renamed', name);
  for (const name of ['清源路讯', '清源交通']) await called('renamed-written', name);
}, 60_000);
afterAll(() => world?.close());

test('every planted case is found, and none that only looks like one', { timeout: 120_000 }, async () => {
  // Of accounts, heaps and elements the first night tells: nothing was handed in or read on the next day, which is only played.
  const first = await world.audit();
  const redated = PLANTED.map((one) =>
    row(one.page === 'redated' ? { ...one, days: 3 } : one.page === 'midnight' ? { ...one, days: 11 } : one, world.ago),
  );
  world.put('/gs/', listPage(redated));
  const second = await world.audit(1);
  const watched = new Set([
    ...QUALITY_CHECKS.map(({ kind }) => kind),
    'account-silent',
    'account-unfiled',
    'account-closed-quietly',
    'account-due',
    'account-unanswered',
    'account-answered-late',
    'account-function-broken',
    'account-renamed',
  ]);
  const told = [...first.findings, ...second.findings]
    .filter(({ kind }) => watched.has(kind))
    .map((finding) => ({ ...findingRow(finding, 'zh'), kind: finding.kind }))
    .map(({ kind, url, message, evidence }) => {
      const pages = PLANTED.filter(
        ({ page, title }) =>
          evidence.some((line) => line.includes(`/gs/${page}.html →`)) || url?.endsWith(`/${page}.html`) || message.includes(title),
      );
      if (kind.startsWith('account')) return `${kind}: ${/“(.*?)”/.exec(message)?.[1]}`;
      return `${kind}: ${pages.map(({ page }) => page)[0] ?? url?.replace(world.origin, '')}`;
    })
    .sort();
  const found = [...new Set(told)];
  expect(found).toEqual([
    'account-answered-late: 答复慢',
    'account-closed-quietly: 旧客户端',
    'account-function-broken: 留言没人管',
    'account-renamed: 清源发布',
    'account-silent: 城关发布',
    'account-unanswered: 留言没人管',
    'account-unfiled: 示例微博',
    'burst: /burst/',
    'day-changed: redated',
    'dead-links: dead',
    'hijacked-links: hijacked',
    'page-elements: /',
    'personal-data: roster',
    'personal-data: sheet',
    'personal-data: word',
    'reissued: drill',
    'several-days: twice',
    'wording: leader',
    'wording: wrong',
  ]);
});
