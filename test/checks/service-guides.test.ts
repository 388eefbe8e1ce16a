import { describe, expect, test } from 'vitest';
import { type GuideRule, guideRule } from '../../src/checks/service-guides.ts';
import { loadRulebook } from '../../src/config/load.ts';
import type { ItemText } from '../../src/store/store.ts';
import { audit, column, item, pack } from '../timeliness/estate.ts';

const { packs } = loadRulebook('config');
const ruleIn = (id: string) => guideRule(packs.find((one) => one.id === id)!)!;
const rule: GuideRule = { ...ruleIn('national-2019'), verified: true };

/** A guide as an office writes it, without some of its parts. */
const PARTS: Readonly<Record<string, string>> = {
  设定依据: '一、设定依据\n《取水许可和水资源费征收管理条例》第二条。',
  申请条件: '二、申请条件\n在本市行政区域内利用取水工程或者设施直接取用水资源的单位和个人。',
  办理材料: '三、办理材料：取水许可申请书一式三份、建设项目水资源论证报告书。',
  办理地点: '四、办理地点：市政务大厅二楼水利窗口。',
  办理时间: '五、办理时间\n周一至周五 8:30-12:00，14:30-17:30。',
  联系电话: '六、联系电话：0722-6230000',
  办理流程: '七、办理流程\n申请、受理、审查、决定、送达。',
};
const guide = (...without: readonly string[]) =>
  Object.entries(PARTS)
    .filter(([name]) => !without.includes(name))
    .map(([, part]) => part)
    .join('\n');

const COLUMNS = [column('bszn', { name: '办事指南' }), column('tzgg', { name: '通知公告' })];

function found(texts: readonly (string | Partial<ItemText>)[], listed: readonly (readonly [string, string])[] = []) {
  const titles = listed.length > 0 ? listed : texts.map((_, at) => ['bszn', `第${at}项许可`] as const);
  const sightings = titles.map(([at, title], place) => item(null, { column: at, item: `${at}/${place}`, title }));
  const read = texts.map((text, place): ItemText => {
    const key = `${titles[place]![0]}/${place}`;
    return { key, text: '', files: [], ...(typeof text === 'string' ? { text } : text) };
  });
  const { findings } = audit({ on: '2024-06-03', columns: COLUMNS, sightings, texts: read, pack: pack([rule]) });
  return findings.filter((finding) => finding.rule === 'service-guides');
}

describe('service guides', () => {
  test('that tell all eight classes are not told of', () => {
    expect(found([guide()])).toEqual([]);
  });

  test('that lack some are told once a unit and site, with what each lacks', () => {
    const [one, ...more] = found([guide(), guide('办理地点'), guide('办理地点', '联系电话')]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ unit: 'water', site: 'portal', severity: 'minor', certainty: 'sure' });
    expect(one!.message).toBe('市水利局在“门户网站”的办事指南读到 3 篇，其中 2 篇缺少要素：办理地点 2 篇、联系电话 1 篇。');
    expect(one!.evidence.slice(0, 2)).toEqual(['第1项许可 http://bszn/1：办理地点', '第2项许可 http://bszn/2：办理地点、联系电话']);
  });

  test('whose table a script fills, or whose text points elsewhere, are only to be checked, and only where most is not there', () => {
    const drawn = '取水许可\n设定依据：\n申请条件：\n更多内容请稍候';
    const [one, ...more] = found([drawn]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ severity: 'notice', certainty: 'unsure' });
    expect(one!.message).toContain('可能由脚本、附件或政务服务平台显示，请核实');
    expect(found([`${guide('办理地点')}\n详见附件。`])).toEqual([]);
    const file = { url: 'http://bszn/1.doc', name: '流程图', text: null, whole: false };
    expect(found([{ text: guide('办理地点'), files: [file] }])).toEqual([]);
    expect(
      found([{ text: guide('办理地点').replace('0722-6230000', '').replace('七、办理流程\n申请、受理、审查、决定、送达。', '') }]),
    ).toEqual([]);
  });

  test('that could not be read, or hold nothing, are not told of', () => {
    expect(found([''])).toEqual([]);
    expect(found([], [['bszn', '取水许可']])).toEqual([]);
  });

  test('are told by their column or their title; what only speaks of guides is none', () => {
    const text = guide('办理地点');
    expect(found([text], [['tzgg', '取水许可办事指南']])).toHaveLength(1);
    for (const title of ['关于印发办事指南的通知', '政府信息公开指南', '办事指南编制规范', '取水许可']) {
      expect(found([text], [['tzgg', title]]), title).toEqual([]);
    }
  });
});

test('the list of classes was seen for the census of 2015 and not for the standard of 2019', () => {
  expect(ruleIn('national-2015')).toMatchObject({ verified: true, source: { document: '国办发〔2015〕15号' } });
  expect(ruleIn('national-2019')).toMatchObject({ verified: false });
  expect(ruleIn('national-2019').elements).toHaveLength(7);
});
