import { describe, expect, it } from 'vitest';
import { createRelation } from '../../src/classification/own-field.ts';

describe('how a title relates to the office that published it', () => {
  const of = (unit: string | null, title: string) => createRelation(unit)(title);

  it('is by the field in the office’s name, without what all offices have in theirs', () => {
    expect(of('云溪市自然资源局', '全国自然资源工作会议召开')).toBe('field');
    expect(of('云溪市市场监督管理局', '加强监督管理')).toBe('neither');
    expect(of('福建省住房和城乡建设厅', '住房保障工作座谈会在厦门召开')).toBe('field');
  });

  it('is by the place, named or called ours', () => {
    expect(of('南岭省云溪县人民政府', '云溪获评全国百强')).toBe('place');
    expect(of('云溪县水利局', '我县水利建设提速')).toBe('both');
    expect(of('云溪县人民政府', '国务院常务会议召开')).toBe('neither');
  });

  it('is unknown where the office is', () => {
    expect(of(null, '关于放假的通知')).toBe('unknown');
  });
});
