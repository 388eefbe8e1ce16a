import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAlertSettings } from '../../src/config/alerts.ts';
import type { Problem } from '../../src/config/problem.ts';
import type { Warning } from '../../src/config/warning.ts';
import { parseYaml } from '../../src/config/yaml-file.ts';
import { inBoth } from '../../src/model/sentence.ts';

function read(alerts: string) {
  const problems: Problem[] = [];
  const source = parseYaml('estate.yaml', `units:\n  - { id: water, name: 水利局, kind: department }\n${alerts}`, problems)!;
  const warnings: Warning[] = [];
  return { settings: readAlertSettings(source, problems, warnings), problems, warnings };
}

describe('alerts: in estate.yaml', () => {
  it('left out, has defaults that tell nobody anything', () => {
    const { settings, problems } = read('');
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      sending: 'by-person',
      channels: [],
      contacts: [],
      deadlines: { veto: 3, major: 5, minor: 10, notice: 15 },
    });
  });

  it('takes channels, contacts, deadlines and quiet hours', () => {
    const { settings, problems } = read(`
alerts:
  digestAt: "08:30"
  deadlines: { veto: 1 }
  channels:
    - { id: mail, type: email, host: smtp.example.gov.cn, from: gk@example.gov.cn, passwordFrom: SMTP_PASSWORD, user: gk }
    - { id: group, type: feishu, urlFrom: FEISHU_URL, secretFrom: FEISHU_SECRET }
  contacts:
    - { name: 张三, role: contact, unit: water, via: [{ channel: mail, to: zhang@example.gov.cn }] }
    - { name: 督查室, role: supervisor, via: [{ channel: group }] }
`);
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      deadlines: { veto: 1, major: 5 },
      channels: [{ port: 465, security: 'tls' }, { allowPrivateNetworks: false }],
    });
  });

  it.each([
    ['a channel that does not exist', 'contacts: [{ name: 甲, role: operators, via: [{ channel: mial }] }]', /channel.*\n.*"mial"/],
    ['a unit that does not exist', 'contacts: [{ name: 甲, role: contact, unit: watr, via: [{ channel: m, to: a@b.cn }] }]', /watr/],
    ['a contact without a unit', 'contacts: [{ name: 甲, role: contact, via: [{ channel: m, to: a@b.cn }] }]', /contacts\[0\]\.unit/],
    [
      'a supervisor with one',
      'contacts: [{ name: 甲, role: supervisor, unit: water, via: [{ channel: m, to: a@b.cn }] }]',
      /supervisors and operators/,
    ],
    ['mail without an address', 'contacts: [{ name: 甲, role: operators, via: [{ channel: m }] }]', /via\[0\]\.to/],
    ['two channels of one id', 'channels: [{ id: m, type: wecom, urlFrom: U }, { id: m, type: wecom, urlFrom: U }]', /m-2/],
    ['a password in the file', 'channels: [{ id: m, type: email, host: h, from: a@b.cn, password: x }]', /password/],
    ['a webhook nobody can trust', 'channels: [{ id: m, type: webhook, urlFrom: U }]', /secretFrom/],
    ['a time that is none', 'digestAt: "25:00"', /digestAt/],
    ['a type that is none', 'channels: [{ id: m, type: sms }]', /type/],
  ])('says what is wrong with %s', (_title, written, expected) => {
    const channels = written.startsWith('contacts') ? '\n  channels: [{ id: m, type: email, host: h, from: a@b.cn }]' : '';
    const { problems } = read(`alerts:${channels}\n  ${written}\n`);
    expect(problems.length).toBeGreaterThan(0);
    expect(
      problems
        .map(({ key, given, expected: wanted, mend }) => [key, given && inBoth(given), inBoth(wanted), inBoth(mend)].join('\n'))
        .join('\n'),
    ).toMatch(expected);
  });
});

describe('what config check warns of under alerts', () => {
  const CHANNEL = 'alerts:\n  channels: [{ id: m, type: email, host: h, from: a@b.cn }]';

  it('is nothing where nobody is to be told anything', () => {
    expect(read('').warnings).toEqual([]);
  });

  it('is letters without links, faults that nobody hears of, and units without a contact', () => {
    const said = read(`${CHANNEL}\n`).warnings.map(({ message }) => message.zh);
    expect(said).toHaveLength(4);
    expect(said.join('\n')).toMatch(/consoleUrl[\s\S]*operators[\s\S]*supervisor[\s\S]*1 个单位没有联系人.*water/);
  });

  it('counts units without a contact and names only the first few', () => {
    const units = Array.from({ length: 8 }, (_, index) => `  - { id: u${index}, name: 单位${index}, kind: other }`).join('\n');
    const source = parseYaml('estate.yaml', `units:\n${units}\n${CHANNEL}\n`, [])!;
    const warnings: Warning[] = [];
    readAlertSettings(source, [], warnings);
    expect(warnings.at(-1)!.message.zh).toMatch(/^8 个单位.*u0、u1、u2、u3、u4…$/);
  });

  it('is nothing where all of it is there', () => {
    const { warnings } = read(`${CHANNEL}
  consoleUrl: https://gk.example.gov.cn
  contacts:
    - { name: 甲, role: contact, unit: water, via: [{ channel: m, to: a@b.cn }] }
    - { name: 督查室, role: supervisor, via: [{ channel: m, to: c@b.cn }] }
    - { name: 乙, role: operators, via: [{ channel: m, to: b@b.cn }] }
`);
    expect(warnings).toEqual([]);
  });
});

describe('the examples of alerts', () => {
  it.each(['docs/operations.md', 'docs/operations.zh-CN.md'])('in %s load as they stand, with every type and role', (file) => {
    const example = /```yaml\n(alerts:\n[\s\S]*?)```/.exec(readFileSync(file, 'utf8'))![1]!;
    const { settings, problems, warnings } = read(example);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(settings.channels.map(({ type }) => type)).toEqual(['email', 'wecom', 'dingtalk', 'feishu', 'webhook']);
    expect(new Set(settings.contacts.map(({ role }) => role))).toEqual(new Set(['contact', 'head', 'supervisor', 'operators']));
    const { consoleUrl: _, channels: __, contacts: ___, ...rest } = settings;
    const { channels: ____, contacts: _____, ...defaults } = read('').settings;
    expect(rest).toEqual(defaults);
  });

  it('that config/estate.yaml holds load once their # is taken away', () => {
    const text = readFileSync('config/estate.yaml', 'utf8');
    const example = text.slice(text.indexOf('# alerts:')).replaceAll(/^# /gm, '');
    const { settings, problems } = read(example);
    expect(problems).toEqual([]);
    expect(settings.contacts).toHaveLength(3);
  });
});
