import { expect, it } from 'vitest';
import type { Column } from '../../src/model/estate.ts';
import { overruledOf } from '../../src/model/overruled.ts';

const column = (id: string, more: Partial<Column> = {}) => ({ id, ...more }) as Column;

it('what a person told of a site and of its columns is shown beside what was learnt, and nothing where nobody told anything', () => {
  expect(overruledOf({ columns: [column('tzgg'), column('gzdt')] })).toEqual({});
  expect(overruledOf({ columns: null })).toEqual({});
  const read = { rows: '.list li', day: 'em' };
  expect(overruledOf({ read: { next: 'a.next' }, columns: [column('tzgg'), column('gzdt', { read })] })).toEqual({
    site: { next: 'a.next' },
    columns: { gzdt: read },
  });
});
