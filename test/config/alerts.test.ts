import { describe, expect, it } from 'vitest';
import { readAlertSettings } from '../../src/config/alerts.ts';
import type { Problem } from '../../src/config/problem.ts';
import { parseYaml } from '../../src/config/yaml-file.ts';

function read(alerts: string) {
  const problems: Problem[] = [];
  const source = parseYaml('estate.yaml', `units:\n  - { id: water, name: 水利局, kind: department }\n${alerts}`, problems)!;
  return { settings: readAlertSettings(source, problems), problems };
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
    expect(problems.map(({ key, given, expected: wanted, mend }) => `${key}\n${given}\n${wanted}\n${mend}`).join('\n')).toMatch(expected);
  });
});
