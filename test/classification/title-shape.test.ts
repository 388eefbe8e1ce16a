import { expect, it } from 'vitest';
import { normaliseTitle } from '../../src/classification/text.ts';
import { shapeOf } from '../../src/classification/title-shape.ts';

const of = (title: string) => shapeOf(normaliseTitle(title));

it('tells what kind of text a title is, what it brings and what it does', () => {
  expect(of('关于印发《云溪县养犬管理办法》的通知')).toEqual({ kind: '通知', inner: '办法', act: '印发' });
  expect(of('云溪县水利局招聘公告')).toEqual({ kind: '公告', inner: '招聘', act: '' });
});

it('does not hear brackets at the end, and takes the last characters where no kind is named', () => {
  expect(of('云溪县养犬管理办法（试行）')).toEqual({ kind: '办法', inner: '管理', act: '' });
  expect(of('张三调研水利')).toEqual({ kind: '水利', inner: '', act: '' });
});

it('takes the shortest and the strangest titles', () => {
  for (const title of ['', '通知', '）', '关于', '（试行）']) expect(() => of(title)).not.toThrow();
});
