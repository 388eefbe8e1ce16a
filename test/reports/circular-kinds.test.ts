import { expect, test } from 'vitest';
import { CHECKS } from '../../src/checks/checks.ts';
import { findingOf } from '../../src/checks/finding.ts';
import { loadConfig } from '../../src/config/load.ts';
import type { RulePack } from '../../src/model/rules.ts';
import { circular } from '../../src/reports/circular/circular.ts';
import type { PaperFacts } from '../../src/reports/facts.ts';
import { rectification } from '../../src/reports/rectification/rectification.ts';
import { score } from '../../src/reports/score/score.ts';
import { FACTS } from '../checks/facts.ts';
import { estate, pack, site } from '../timeliness/estate.ts';

const { taxonomy, pack: shipped } = loadConfig('config');

function factsOf(result: Partial<PaperFacts['result']>, by: RulePack = pack()): PaperFacts {
  return {
    ...{ estate: estate([site([])]), taxonomy, pack: by, unit: null, asOf: '2024-03-31' },
    span: { from: '2024-01-01', to: '2024-03-31' },
    counts: { items: 0, undated: 0, classes: new Map(), categories: new Map(), keyAreas: new Map(), units: new Map() },
    ...{ opened: [], before: [], desk: [], replies: new Map() },
    result: { sites: [], units: [], columns: [], findings: [], accounts: [], ...result },
  } as unknown as PaperFacts;
}

/** In which sections of the circular a finding of each kind is named, with the annex that lists it. */
function placesOf(findings: PaperFacts['result']['findings']): string[] {
  const { sections, tables } = circular.compose(factsOf({ findings }));
  const [{ kind = '' } = {}] = findings;
  const name = CHECKS.find((check) => check.kind === kind)!.name.zh;
  return [
    ...sections.flatMap(({ heading, paragraphs }) => (paragraphs.some((line) => line.includes(`${name}1件`)) ? [heading.slice(2)] : [])),
    ...tables.flatMap((table) => (table.rows.some((row) => row.includes(name)) ? [table.name] : [])),
  ];
}

test('a circular names accounts that are silent, do not answer or do not work among the problems, and what is no fault apart', () => {
  const subject = { unit: 'water', site: null, column: null, url: null };
  const places = CHECKS.flatMap((check) => {
    const told = (FACTS[check.kind] ?? []).flatMap((facts) =>
      placesOf([findingOf(check, { subject, facts, since: null, evidence: [] }, pack())]),
    );
    return told.length === 0 ? [] : [[check.kind, [...new Set(told)].join('，')]];
  });
  expect(Object.fromEntries(places)).toEqual({
    'account-silent': '存在的主要问题，新媒体问题清单',
    'account-unanswered': '存在的主要问题，新媒体问题清单',
    'account-function-broken': '存在的主要问题，新媒体问题清单',
    'account-unfiled': '存在的主要问题，新媒体问题清单',
    'account-closed-quietly': '存在的主要问题，新媒体问题清单',
    'account-answered-late': '提醒事项，提醒事项清单',
    'account-renamed': '提醒事项，提醒事项清单',
    'no-ipv6': '提醒事项，提醒事项清单',
    accessibility: '提醒事项，提醒事项清单',
    'page-elements': '发布内容质量，发布内容质量问题清单',
    'service-guides': '发布内容质量，发布内容质量问题清单',
    'certificate-ending': '发布内容质量，发布内容质量问题清单',
    'personal-data': '发布内容质量，发布内容质量问题清单',
    wording: '发布内容质量，发布内容质量问题清单',
    'dead-links': '发布内容质量，发布内容质量问题清单',
    'hijacked-links': '发布内容质量，发布内容质量问题清单',
  });
});

test('what is late by no more than this program’s general practice is called so, and fails no site', () => {
  const general = shipped.rules.find((rule) => rule.kind === 'column' && rule.source.issuer === '本工具');
  if (general?.kind !== 'column') throw new Error('the shipped pack has no such rule');
  const row = (id: string, status: string, rule: string | null) => ({
    ...{ site: 'portal', id, unit: 'water', name: id, path: [id], url: 'http://portal.test/', status, rule, overdueDays: 5 },
    doubts: [] as string[],
    ...{ lastPublished: '2024-01-01', dueOn: '2024-03-20', period: 'P14D', workingDays: null, evidence: null, readAt: null },
  });
  const byDefault = row('甲', 'overdue', `${shipped.id}/${general.categories[0]}`);
  const sites = [{ id: 'portal', status: 'ok', columns: 3, unknown: 0 }];
  const told = (...columns: unknown[]) => {
    const facts = factsOf({ columns, sites } as unknown as Partial<PaperFacts['result']>, shipped);
    const words = ({ opening, sections }: ReturnType<typeof circular.compose>) =>
      [...opening, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])].join('');
    return [words(circular.compose(facts)), words(rectification.compose(facts))];
  };
  const [paper, notice] = told(byDefault);
  expect(paper).toContain('合格1个，不合格0个');
  expect(paper).toMatch(/另有1个栏目长期没有更新，但文件没有规定更新周期.+不列为问题/);
  expect(paper).not.toContain('栏目更新不及时');
  expect(notice).toContain('提请核实');
  expect(notice).not.toContain('存在以下问题');
  const [both] = told(byDefault, row('乙', 'overdue', 'estate/period'), row('丙', 'blank', null));
  expect(both).toContain('合格0个，不合格1个');
  expect(both).toMatch(/（一）栏目更新不及时1个.+（二）空白栏目1个.+（三）另有1个栏目/);
});

/** A column that was judged by a list read after its day. */
const later = (id: string, status: string) => ({
  ...{
    site: 'portal',
    id,
    unit: 'water',
    name: id,
    path: [id],
    url: 'http://portal.test/',
    status,
    rule: 'estate/period',
    overdueDays: 0,
  },
  ...{ lastPublished: '2024-01-01', dueOn: null, period: 'P14D', workingDays: null, evidence: null, readAt: null },
  ...{ doubts: ['read-later'], reason: status === 'unknown' ? 'unsure' : null },
});

test('what is told from a list that was read after its day is held against nobody', () => {
  const sites = [{ id: 'portal', status: 'ok', columns: 2, unknown: 0 }];
  const facts = factsOf(
    { columns: [later('甲', 'unknown'), later('乙', 'fresh')], sites } as unknown as Partial<PaperFacts['result']>,
    shipped,
  );
  const { sections, tables } = circular.compose(facts);
  const said = sections.flatMap(({ paragraphs }) => paragraphs).join('');
  expect(said).toContain('检查0个');
  expect(said).toContain('有2个栏目到');
  expect(said).toContain('尚未监测，不计入上述问题');
  expect(said).not.toMatch(/栏目更新不及时|前完成整改/);
  expect(tables.find(({ name }) => name === '无法判定不计入的栏目')!.rows.map((row) => row.at(-1))).toEqual([
    '当时尚未监测',
    '当时尚未监测',
  ]);
  expect(rectification.compose(facts).sections.flatMap(({ paragraphs }) => paragraphs)).toEqual([]);
});

test('nor does it cost a unit points: days are owed from when somebody looked', () => {
  const column = { ...later('甲', 'unknown'), status: 'overdue', doubts: [] };
  const lapse = { from: '2024-01-01', to: '2024-03-31' };
  const known = ['portal/甲', { from: '2023-01-01', to: '2024-03-31', lapses: [lapse] }] as const;
  const whyOf = (courses: PaperFacts['courses'], of: object) => {
    const facts = {
      ...factsOf({ columns: [of], units: [{ id: 'water', name: '市水利局', kind: 'department', columns: 1 }] } as never),
      courses,
    };
    const [row] = score.compose(facts).tables.find(({ name }) => name === '评分表')!.rows;
    return [row![6], row![7]];
  };
  expect(whyOf(new Map([known]), column)[1]).toMatchObject({ text: '扣40分：1个栏目，按时天数占0%' });
  expect(whyOf(new Map(), later('甲', 'unknown'))).toEqual([null, null]);
});
