import { expect, test } from 'vitest';
import { findingOf } from '../../src/checks/finding.ts';
import { personalData } from '../../src/checks/personal-data.ts';
import { reissued } from '../../src/checks/reissued.ts';
import { printQuality } from '../../src/cli/print-quality.ts';
import type { PaperFacts } from '../../src/reports/facts.ts';
import { qualityLines, qualityTables } from '../../src/reports/quality.ts';
import { estate, pack, site } from '../timeliness/estate.ts';

const subject = { unit: 'water', site: 'portal', column: null, url: 'http://portal.test/a' };
const data = (certainty: 'sure' | 'unsure') => ({
  title: '某公示',
  found: [{ kind: 'id-number', certainty, count: 2, masked: ['420111************'] }] as const,
});
const found = [
  findingOf(personalData, { subject, facts: data('sure'), since: null, evidence: [] }, pack()),
  findingOf(personalData, { subject: { ...subject, unit: 'town' }, facts: data('unsure'), since: null, evidence: [] }, pack()),
  findingOf(
    reissued,
    { subject, facts: { title: '某通知', day: '2018-06-04', olderDay: '2017-03-04' }, since: null, evidence: [] },
    pack(),
  ),
];
const facts = (findings = found, unit: string | null = null) =>
  ({ estate: estate([site([])]), unit, result: { findings } }) as unknown as PaperFacts;

test('a paper names units for what is sure, and for no hint', () => {
  expect(qualityLines(facts())).toEqual(['公开了个人信息1件，涉及市水利局，具体见附件“发布内容质量问题清单”。']);
  expect(qualityTables(facts())).toMatchObject([
    { rows: [[1, '市水利局', '公开了个人信息', expect.stringContaining('420111****'), subject.url]] },
  ]);
  expect(qualityLines(facts(found, 'town'))).toEqual([]);
  expect(qualityTables(facts([]))).toEqual([]);
});

test('the command lists every finding of quality with how sure it is, and counts each check', () => {
  const { schema, checks, findings } = JSON.parse(printQuality(found, 'zh', true));
  expect(schema).toBe('gongkai.quality/1');
  expect(checks).toContainEqual({ kind: 'personal-data', name: '公开了个人信息', findings: 2 });
  expect(checks).toContainEqual({ kind: 'burst', name: '长期不更新后集中发布', findings: 0 });
  expect(findings.map(({ rule, severity, certainty }: Record<string, string>) => [rule, severity, certainty])).toEqual([
    ['personal-data', 'major', 'sure'],
    ['personal-data', 'notice', 'unsure'],
    ['reissued', 'notice', 'unsure'],
  ]);
  expect(printQuality(found, 'zh', false)).toContain('疑似旧文新发');
});
