import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeWithOthers } from '../../jobs/judging/judge.ts';
import { makePaper } from '../../jobs/reports/make-paper.ts';
import { type SampleCity, startSampleCity } from '../../sample-city/start.ts';
import type { AuditDocument } from '../../src/cli/audit-estate.ts';
import { withWorkshop } from '../../src/cli/workshop.ts';
import { weekOf } from '../../src/counting/periods.ts';
import { addDays, type Day } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import { weekly } from '../../src/reports/weekly/weekly.ts';
import { gongkai } from '../cli/gongkai.ts';
import { useDemo } from './demo.ts';

const TEN_MINUTES = 600_000;
const YEAR_END = '2018-12-31T23:59:59+08:00';

let city: SampleCity;
let home: string;
/** Where the demo keeps what belongs to its console: it goes on with what these tests read. */
let demo: string;
let first: AuditDocument;

async function audit(...args: string[]): Promise<AuditDocument> {
  const { status, stdout, stderr } = await gongkai([
    'audit',
    '--config',
    join(demo, 'config'),
    '--data',
    join(demo, 'data'),
    '--json',
    '--quiet',
    ...args,
  ]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

/** Where the city's configuration and its store are. */
const where = () => ['--config', join(demo, 'config'), '--data', join(demo, 'data')];

/** The weeks that touch a span, from Monday to Sunday. */
function weeksOf(from: Day, to: Day): Span[] {
  const weeks = [weekOf(from)];
  while (weeks.at(-1)!.to < to) weeks.push(weekOf(addDays(weeks.at(-1)!.to, 1)));
  return weeks;
}

/** The figures of the report for 2018 in our own words. */
const TOLD = `云溪市人民政府2018年度信息公开工作报告
一、主动公开情况
全年在云溪政府门户网站上公开政府信息11022条，其中概况类信息更新26条，政务动态信息更新1732条，信息公开目录信息更新9264条。
其中政府采购类更新1823条，工作动态类更新510条，广水新闻更新1380条，广水视频更新365条，通知公告更新148条，规划计划类更新281条。
二、重点领域信息公开情况
共在政府网公开重点领域信息1461条。在公共资源配置方面，共公开信息343条；在公共服务方面，共公开信息616条。
5月29日集中公开了云溪市2018年部门预算117家，10月16日集中公开云溪市2017年部门决算94家。`;

const columnOf = (document: AuditDocument, id: string) => document.columns.find((column) => column.id === id)!;

beforeAll(async () => {
  city = await startAnywhere();
  home = mkdtempSync(join(tmpdir(), 'gongkai-city-'));
  demo = join(home, 'demo', `${new URL(city.url).port}-console`);
  mkdirSync(join(demo, 'config'), { recursive: true });
  city.writeConfig(join(demo, 'config'));
  first = await audit('--as-of', YEAR_END);
}, TEN_MINUTES);

afterAll(async () => {
  await city.close();
  rmSync(home, { recursive: true, force: true });
});

/** On ports side by side, as the demo starts it: below those that the system gives away by itself. */
async function startAnywhere(): Promise<SampleCity> {
  for (let port = 20_000 + (process.pid % 400) * 25; ; port += 25) {
    const started = await startSampleCity({ port }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      return null;
    });
    if (started !== null) return started;
  }
}

describe('an audit of the sample city', () => {
  it('comes out with exactly the numbers of the report for 2018', () => {
    expect(first.totals.items).toBe(11_022);
    expect(first.classes.map(({ name, items }) => [name, items])).toEqual([
      ['概况类', 26],
      ['政务动态', 1732],
      ['信息公开目录', 9264],
    ]);
    const items = Object.fromEntries(first.categories.map((category) => [category.id, category.items]));
    expect(items).toMatchObject({
      'government-procurement': 1823,
      'work-updates': 510,
      'local-news': 1380,
      'video-news': 365,
      notices: 148,
      plans: 281,
    });
    expect(first.keyAreas.reduce((sum, area) => sum + area.items, 0)).toBe(1461);
    expect(first.reconciliation.agrees).toBe(true);
  });

  it('comes to the truth of every column: items, newest day, status and reason', () => {
    const truth = city.expected(YEAR_END.slice(0, 10));
    const judged = first.columns.map(({ site, id, items, lastPublished, status, reason }) => ({
      site,
      id,
      items,
      lastPublished,
      status,
      reason,
    }));
    expect(judged).toEqual(
      truth.columns.map(({ site, id, items, lastPublished, status, reason }) => ({ site, id, items, lastPublished, status, reason })),
    );
  });

  it(
    'answers `report check` with the list behind every number of a report that is another than its own, and with nothing else',
    async () => {
      const changes = [
        ['11022条', '11032条', 11_022, '/items?from='],
        ['1732条', '1742条', 1732, 'class=updates'],
        ['1823条', '1833条', 1823, 'category=government-procurement'],
        ['1461条', '1471条', 1461, '#table-key-areas'],
        ['117家', '118家', 117, 'what=budget'],
        ['94家', '95家', 94, 'what=accounts'],
      ] as const;
      const files = [TOLD, ...changes.map(([was, now]) => TOLD.replace(was, now))].map((text, place) => {
        const file = join(home, `report-${place}.txt`);
        writeFileSync(file, text);
        return file;
      });
      const { status, stdout } = await gongkai(['report', 'check', ...files, '--own', '--json', ...where()]);
      expect(status).toBe(0);
      const [own, ...others] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { claims: unknown[]; own: { claimed: number; counted: number; list: string }[] });
      expect(own!.claims.length).toBeGreaterThanOrEqual(14);
      expect(own!.own).toEqual([]);
      expect(others.map((report) => report.own.map(({ claimed, counted }) => [claimed, counted]))).toEqual(
        changes.map(([, now, counted]) => [[Number.parseInt(now, 10), counted]]),
      );
      for (const [place, [, , , list]] of changes.entries()) expect(others[place]!.own[0]!.list).toContain(list);
    },
    TEN_MINUTES,
  );

  it(
    'gives the annual report for 2018 the report’s own figures',
    async () => {
      const { stdout } = await gongkai(['report', 'annual', '--from', '2018-01-01', '--to', '2018-12-31', '--json', ...where()]);
      const paper = JSON.parse(stdout) as { sections: { paragraphs: string[] }[] };
      const told = paper.sections.flatMap(({ paragraphs }) => paragraphs).join('');
      for (const figure of [
        '公开政府信息11022条，其中概况类26条、政务动态1732条、信息公开目录9264条，涉及22个类别',
        '公开重点领域信息1461条，涉及9个领域',
        '公开2018年部门预算117家，涉及金额319595.24万元；公开2017年部门决算94家，涉及金额305561.48万元',
      ])
        expect(told).toContain(figure);
    },
    TEN_MINUTES,
  );

  it('never calls a column overdue or blank that could not be read', () => {
    for (const column of first.columns.filter((one) => one.reason !== null)) expect(column.status).toBe('unknown');
    expect(
      first.sites
        .filter((site) => site.status !== 'ok')
        .map((site) => site.id)
        .sort(),
    ).toEqual(['grain', 'housing', 'portal', 'tourism']);
  });

  it(
    'tells by `gongkai duties` who did what, and what cannot be told',
    async () => {
      const { status, stdout, stderr } = await gongkai([
        'duties',
        '--config',
        join(demo, 'config'),
        '--data',
        join(demo, 'data'),
        '--as-of',
        '2018-12-31',
        '--json',
      ]);
      expect([status, stderr]).toEqual([0, '']);
      const rows = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const of = (rule: string, unit: string) => rows.find((row) => row.rule === `national-2015/${rule}` && row.unit === unit);
      expect(of('annual-report', 'forestry')).toMatchObject({ year: 2017, dueOn: '2018-04-02', state: 'late', publishedOn: '2018-04-20' });
      expect(of('annual-report', 'medical-insurance')).toMatchObject({ state: 'missing', since: '2018-04-03', url: null, certain: true });
      // Its report is of another year, but its site could not be read whole: the right one may stand there.
      expect(of('annual-report', 'tourism')).toMatchObject({ state: 'not-watched', lacking: { why: 'unread' } });
      expect(of('annual-report', 'archives')).toMatchObject({ state: 'not-watched' });
      expect(of('site-annual-form', 'gov-office')).toMatchObject({ state: 'not-watched', lacking: { why: 'unread' } });
      expect(of('budget-unit', 'investment')).toMatchObject({ state: 'missing', dueOn: '2018-05-29', source: { verified: true } });
    },
    TEN_MINUTES,
  );

  it(
    'its papers carry the figures of the report, and the weeks of the year add up to it',
    async () => {
      const printed = async (...args: string[]) => {
        const { stdout } = await gongkai([...args, '--config', join(demo, 'config'), '--data', join(demo, 'data'), '--json']);
        return JSON.parse(stdout);
      };
      const year = ['--from', '2018-01-01', '--to', '2018-12-31'];
      const { weeks } = (await printed('trend')) as { weeks: { from: string; items: number; overdue: number }[] };
      const ofYear = weeks.filter(({ from }) => from >= '2018-01-01');
      expect(ofYear).toHaveLength(53);
      expect(ofYear.reduce((sum, { items }) => sum + items, 0)).toBe(11_022);
      expect(ofYear.at(-1)!.overdue).toBe(first.columns.filter(({ status }) => status === 'overdue').length);
      const { tables } = (await printed('report', 'site-form', ...year)) as { tables: { rows: [string, string, number | null][] }[] };
      for (const { rows } of tables) {
        const box = (name: string) => rows.find(([, label]) => label.startsWith(name))?.[2];
        expect(box('总数')).toBe(box('概况类')! + box('政务动态')! + box('信息公开目录')!);
      }
    },
    TEN_MINUTES,
  );

  it(
    'gives the weekly reports of its year the numbers that add up to it, each telling the week before as that week’s own did',
    async () => {
      const weeks = weeksOf('2018-01-01', '2018-12-31');
      await withWorkshop({ config: join(demo, 'config'), data: join(demo, 'data') }, async (workshop) => {
        const orders = weeks.map((span) => ({ span, asOf: new Date(`${span.to}T23:59:59+08:00`) }));
        const order = { ...orders.at(-1)!, narrowing: {}, pack: workshop.config.pack };
        const { others } = await judgeWithOthers(workshop, order, orders);
        expect(others).toHaveLength(53);
        expect(others.reduce((sum, { totals }) => sum + totals.items, 0)).toBe(11_022);
        for (const place of [1, 19, 52]) {
          const { paper } = await makePaper(workshop, weekly, weeks[place]!, null);
          const [now, before] = [others[place]!, others[place - 1]!];
          const told = paper.sections.flatMap(({ paragraphs }) => paragraphs).join('');
          expect(told).toContain(`本周各单位共发布信息${now.totals.items}条`);
          expect(told).toContain(`发布信息${now.totals.items}条，上周${before.totals.items}条`);
          const late = now.columns.filter(({ status, doubts }) => status === 'overdue' && !doubts.includes('read-later'));
          expect(told).toContain(`超期${late.length}个`);
        }
      });
    },
    TEN_MINUTES,
  );

  it(
    'costs one conditional request a column when run again the same night',
    async () => {
      const before = city.requests();
      const again = await audit('--as-of', YEAR_END);
      expect(again.totals).toEqual(first.totals);
      expect(again.columns.map(({ id, status }) => [id, status])).toEqual(first.columns.map(({ id, status }) => [id, status]));
      const ideal = first.columns.length + first.sites.length;
      expect((city.requests() - before) / ideal).toBeLessThanOrEqual(1.05);
    },
    TEN_MINUTES,
  );

  it(
    'judges the past again under another day and pack without one request',
    async () => {
      const before = city.requests();
      const midsummer = await audit('--no-crawl', '--as-of', '2018-06-30', '--rule-pack', 'national-2019');
      expect(city.requests()).toBe(before);
      expect(midsummer.rulePack).toBe('national-2019');
      expect(columnOf(midsummer, 'zjj-gzdt').status).not.toBe('overdue');
      expect(columnOf(first, 'zjj-gzdt').status).toBe('overdue');
    },
    TEN_MINUTES,
  );

  describe('`gongkai demo --console`', () => {
    useDemo(() => ({ data: home, city, expected: city.expected(YEAR_END.slice(0, 10)) }), {
      async before() {
        await city.close();
      },
      async after() {
        city = await startSampleCity({ port: Number(new URL(city.url).port) });
        city.writeConfig(join(demo, 'config'));
      },
    });
  });

  it(
    'sees an update in the next crawl, and the column is fresh again',
    async () => {
      city.advanceTo('2019-01-02');
      const url = city.publish('zjj-gzdt', { title: '市住建局部署新年第一批老旧小区改造' });
      const later = await audit('--as-of', '2019-01-02', '--from', '2019-01-01', '--column', 'zjj-gzdt');
      expect(later.columns).toHaveLength(1);
      expect(later.columns[0]).toMatchObject({ id: 'zjj-gzdt', status: 'fresh', lastPublished: '2019-01-02', items: 1 });
      expect(later.run.requests).toBeLessThanOrEqual(4);
      const { stdout } = await gongkai([
        'items',
        '--config',
        join(demo, 'config'),
        '--data',
        join(demo, 'data'),
        '--json',
        '--column',
        'zjj-gzdt',
        '--from',
        '2019-01-01',
      ]);
      expect(
        stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).url),
      ).toEqual([url]);
    },
    TEN_MINUTES,
  );

  it(
    'finds what was published behind a server that says of nothing that it changed, before the column is overdue',
    async () => {
      city.advanceTo('2019-01-12');
      const url = city.publish('water-gzdt', { title: '市水利局部署冬修水利工作' });
      const later = await audit('--as-of', '2019-01-12', '--from', '2019-01-01', '--column', 'water-gzdt');
      expect(later.columns[0]).toMatchObject({ id: 'water-gzdt', status: 'fresh', lastPublished: '2019-01-12' });
      expect(url).toContain('/info/');
    },
    TEN_MINUTES,
  );
});
