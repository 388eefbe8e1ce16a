/** Facts of every check for its sentence: one set for each form the sentence takes. */
const period = { period: { years: 0, months: 6, days: 0 } };
const column = '通知公告';
const site = '门户网站';
const more = { column, more: 280 };
const account = { id: 'wx', name: '示例发布', platform: 'wechat' };
const looks = { first: '2018-03-04', last: '2018-03-06' };
const day = { title: '某通知', day: '2018-03-04' };
const access = { site, reason: { zh: '被拦截', en: 'turned away' }, columns: 44 };

export const FACTS: Readonly<Record<string, readonly unknown[]>> = {
  'site-unreachable': [
    { ...access, status: 'unreachable' },
    { ...access, status: 'unreachable', reason: null },
  ],
  'site-unread': [{ ...access, status: 'unreachable' }],
  'site-blocked': [
    { ...access, status: 'blocked' },
    { ...access, status: 'forbidden' },
  ],
  'tls-fallback': [{ site }],
  reachability: [{ site, from: '2018-12-25', to: '2018-12-31', visits: 168, failed: 9, seconds: 15, share: 0.05 }],
  'home-page': [true, false].map((onHomePage) => ({ site, last: '2018-03-04', limit: period, onHomePage })),
  'silent-columns': [{ site, count: 6, atLeast: 5, limits: [period, { workingDays: 20 }] }],
  'overdue-columns': [{ site, count: 12, atLeast: 10 }],
  'blank-columns': [{ site, count: 6, atLeast: 5 }],
  'column-overdue': [period, { workingDays: 20 }].map((limit) => ({
    column,
    title: '某通知',
    last: '2018-03-04',
    limit,
    dueOn: '2018-09-04',
    overdueDays: 41,
    readOn: '2018-10-15',
  })),
  'column-blank': [
    { column, readOn: '2018-12-31' },
    { column, readOn: null },
  ],
  'column-dead': [{ column, url: 'http://portal.example/tzgg/', days: ['2018-12-30', '2018-12-31'], last: '2018-12-01' }],
  'pages-unread': [
    { column, unread: 'list', detail: { zh: '超时', en: 'timed out' } },
    { column, unread: 'list', detail: null },
    { column, unread: 'pages', pages: 3 },
    { column, unread: 'rest', rows: 500 },
  ],
  'future-date': [{ ...day, today: '2018-01-31' }, more],
  'undated-items': [{ column, count: 2, rows: 3 }],
  'back-dated': [{ ...day, seenOn: '2018-07-08', absentOn: '2018-06-01' }, more],
  removed: [{ ...day, goneOn: '2018-08-09', column }, { ...day, day: null, goneOn: '2018-08-09', column }, more],
  'duty-missing': [{ unit: '市水利局', rule: 'national-2019/annual-report', duty: '年度报告', year: 2017, dueOn: '2018-03-31' }],
  'duty-late': [
    { unit: '市水利局', rule: 'national-2019/annual-report', duty: '年度报告', year: 2017, dueOn: '2018-03-31', publishedOn: '2018-05-02' },
  ],
  'duty-wrong': (['other-year', 'empty', 'dead'] as const).flatMap((fault) =>
    [null, '2018-03-02'].map((publishedOn) => ({
      unit: '市水利局',
      rule: 'national-2019/annual-report',
      duty: '年度报告',
      year: 2017,
      dueOn: '2018-03-31',
      publishedOn,
      fault,
    })),
  ),
  'clock-late': [false, true].map((atLeast) => ({
    unit: '市水利局',
    clock: '行政许可决定的公开',
    clockEn: 'Publication of permits',
    count: 2,
    measured: 30,
    worst: 12,
    limit: atLeast ? period : { workingDays: 7 },
    atLeast,
    rule: 'national-2019/permit-7wd',
    year: 2018,
  })),
  'duty-due': [true, false].map((certain) => ({
    unit: '市水利局',
    rule: 'national-2019/annual-report',
    duty: '年度报告',
    year: 2017,
    dueOn: '2018-03-31',
    inDays: 6,
    certain,
  })),
  'disclosure-late': [{ unit: '市水利局', count: 3, measured: 47, worst: 48, limit: { workingDays: 20 } }],
  'placeholder-reviewer': [
    { site, count: 42, reviewer: 'dev', sameAsEditor: false },
    { site, count: 42, reviewer: '', sameAsEditor: false },
    { site, count: 42, reviewer: '张三', sameAsEditor: true },
  ],
  'personal-data': [
    { title: '某公示', found: [{ kind: 'id-number', certainty: 'sure', count: 2, masked: ['420111************'] }] },
    { title: '某公示', found: [{ kind: 'mobile', certainty: 'unsure', count: 1, masked: ['138******34'] }] },
    {
      title: '名单.xlsx',
      attachment: 'http://a.example/1.xlsx',
      found: [{ kind: 'mobile', certainty: 'sure', count: 1, masked: ['138******34'] }],
    },
  ],
  'page-elements': [
    { site, part: 'home', missing: ['icp', 'title'], pages: 1 },
    { site, part: 'columns', missing: ['columntype'], pages: 12 },
    { site, part: 'articles', missing: ['pubdate'], pages: 40 },
  ],
  'topic-ended': [{ column: '扫黑除恶专题', until: '2018-12-31' }],
  'service-guides': [true, false].map((plain) => ({
    ...{ unit: '市水利局', site, read: 5, plain },
    lacking: [{ name: '办理地点', nameEn: 'place', count: 2 }],
    guides: ['http://x.test/1.html', 'http://x.test/2.html'],
  })),
  wording: ['wrong-word', 'wrong-name'].map((fault) => ({
    title: '某通知',
    hits: [{ fault, written: '布署', right: '部署', context: '全面布署春耕' }],
  })),
  'account-silent': [20, 120].map((silentDays) => ({ account, last: '2018-03-04', dueOn: '2018-03-18', silentDays })),
  'account-due': [0, 3].map((inDays) => ({ account, last: '2018-03-04', dueOn: '2018-03-18', inDays })),
  'account-unanswered': [1, 4].map((count) => ({
    ...{ account, count, limit: { workingDays: 5 } },
    ...{ receivedOn: '2018-03-05', dueOn: '2018-03-12', until: '2018-03-20' },
  })),
  'account-answered-late': [1, 4].map((count) => ({
    ...{ account, count, limit: { workingDays: 5 }, year: 2018 },
    ...{ receivedOn: '2018-03-05', dueOn: '2018-03-12', answeredOn: '2018-03-20' },
  })),
  'account-function-broken': [
    { account, functions: ['办事预约'], first: '2018-03-05', last: '2018-03-05' },
    { account, functions: ['办事预约', '留言'], first: '2018-03-05', last: '2018-03-06' },
  ],
  'account-renamed': [1, 2].map((days) => ({
    ...{ account, days },
    ...{ before: { name: '示例发布', on: '2018-03-05' }, after: { name: '示例新闻', on: '2018-03-12' } },
  })),
  'account-unfiled': [{ account }],
  'account-closed-quietly': [{ account, closed: '2018-03-04' }],
  'dead-links': [
    {
      site,
      counts: [
        { fault: 'dead', count: 3 },
        { fault: 'moved', count: 1 },
        { fault: 'wrong-type', count: 2 },
      ],
      example: { name: '办事指南', page: 'http://x.test/' },
      ...looks,
    },
  ],
  'hijacked-links': [{ site, counts: [{ fault: 'hijacked', count: 1 }], example: { name: '友情链接', page: 'http://x.test/' }, ...looks }],
  'certificate-ending': [-1, 0, 20].map((daysLeft) => ({ site, until: '2018-06-04', daysLeft })),
  'no-ipv6': [{ site, host: 'www.x.test' }],
  accessibility: [
    { site, barriers: [{ kind: 'image-alt', count: 1 }] },
    {
      site,
      barriers: [
        { kind: 'image-alt', count: 12 },
        { kind: 'html-has-lang', count: 1 },
        { kind: 'label', count: 2 },
      ],
    },
  ],
  reissued: [{ title: '某通知', day: '2018-06-04', olderDay: '2017-03-04' }],
  'day-changed': [{ title: '某通知', column, before: '2018-03-04', until: '2018-05-01', after: '2018-06-04', seenOn: '2018-06-05' }, more],
  'several-days': [{ ...day, column, otherDay: '2017-03-04', otherColumn: '政策文件' }, more],
  burst: [{ column, day: '2018-06-04', count: 14, silentDays: 80 }],
  'date-conflict': [{ site, count: 42, ...day, other: '2018-05-06', source: 'url' }],
  'published-unwritten': [{ title: '某通知', publishedOn: '2018-03-04', writtenOn: '2018-05-06' }],
  'column-due': [0, 3].map((inDays) => ({ column, dueOn: '2018-03-06', inDays, last: inDays === 0 ? null : '2018-02-01' })),
  'nothing-readable': [{ sites: 57 }],
  'run-failed': [{ run: 'r1', error: { zh: '磁盘已满', en: 'the disk is full' } }],
  'run-stuck': [true, false].map((pastDeadline) => ({ run: 'r1', minutes: 90, recorded: 4, planned: 9, pastDeadline })),
  'delivery-failed': [{ channel: 'mail', attempts: 12, detail: { zh: '超时', en: 'timed out' } }],
  'deliveries-late': [{ count: 3, minutes: 45 }],
  'workers-gone': [{ last: null }, { last: { host: 'host-a', seenAt: '2018-12-31T12:00:00Z' } }],
  'jobs-waiting': [{ queue: 'sites', minutes: 30, waiting: 4, active: 0 }],
  'queue-lost': [{ repeating: 3, runs: 1 }],
  'queue-away': [{ seconds: 4 }],
};
