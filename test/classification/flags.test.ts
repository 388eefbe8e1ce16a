import { describe, expect, it } from 'vitest';
import { type FlagInput, itemFlags } from '../../src/classification/flags.ts';
import { parseSubject } from '../../src/classification/subjects.ts';

const item = (given: Partial<FlagInput> = {}): FlagInput => ({
  url: 'http://www.example.gov.cn/tzgg/1.html',
  siteUrl: 'http://www.example.gov.cn/',
  unitNames: ['市水利局'],
  source: '广水市水利局',
  text: '各有关单位：现将有关事项通知如下，请遵照执行。',
  attachments: 0,
  classified: { category: 'notices', confidence: 0.9, reasons: [], second: { category: 'plans', confidence: 0.05 }, review: false },
  columnCategory: 'notices',
  duplicate: false,
  ...given,
});

describe('flags', () => {
  it('are none for an ordinary item of the own unit, however its name is written', () => {
    expect(itemFlags(item())).toEqual([]);
    expect(itemFlags(item({ source: '来源：水利局' }))).toEqual([]);
    expect(itemFlags(item({ source: '本站原创' }))).toEqual([]);
    expect(itemFlags(item({ source: null }))).toEqual([]);
  });

  it('mark a reprint by its source', () => {
    expect(itemFlags(item({ source: '新华社' }))).toEqual(['reprint']);
  });

  it('mark a link to another site, not one to a host of the same site', () => {
    expect(itemFlags(item({ url: 'http://news.example.com/1.html' }))).toEqual(['outbound-link']);
    expect(itemFlags(item({ url: 'http://slj.example.gov.cn/1.html' }))).toEqual([]);
  });

  it('tell a body that only points at attachments from an empty one', () => {
    expect(itemFlags(item({ text: '附件：1.目录清单.pdf 点击下载', attachments: 1 }))).toEqual(['attachment-only']);
    expect(itemFlags(item({ text: '  ' }))).toEqual(['empty-body']);
  });

  it('say nothing of a body that was not read', () => {
    expect(itemFlags(item({ text: null, attachments: 0 }))).toEqual([]);
  });

  it('mark what speaks plainly for another category than its column', () => {
    const classified = { ...item().classified, category: 'personnel', confidence: 0.95 };
    expect(itemFlags(item({ classified }))).toEqual(['misfiled']);
    expect(itemFlags(item({ classified: { ...classified, confidence: 0.6 } }))).toEqual([]);
  });
});

describe('subjects of official documents', () => {
  it('are read with their second level in any of the marks that sites use', () => {
    expect(parseSubject('综合政务\\政务公开')).toEqual({ subject: '综合政务', detail: '政务公开' });
    expect(parseSubject('财政 金融 审计/财政')).toEqual({ subject: '财政、金融、审计', detail: '财政' });
  });

  it('are null where a site prints something of its own', () => {
    expect(parseSubject('通知公告')).toBeNull();
  });
});
