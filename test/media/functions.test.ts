import { describe, expect, it } from 'vitest';
import { brokenFunctions } from '../../src/media/functions.ts';
import type { FunctionLook } from '../../src/model/media.ts';

const FUNCTIONS = [{ name: '办事预约', url: 'http://a.example/yy' }];
const look = (on: string, works: boolean, via: FunctionLook['via'] = 'probe'): FunctionLook => ({
  ...{ account: 'wx', function: '办事预约', on, via, works, at: new Date(`${on}T02:00:00Z`), by: null, detail: null },
});
const broken = (looks: readonly FunctionLook[], today = '2018-06-29') => brokenFunctions(FUNCTIONS, looks, today).length > 0;

describe('a function of an account', () => {
  it('does not work where a person says so, until a person says otherwise', () => {
    expect(broken([look('2018-06-01', false, 'form')])).toBe(true);
    expect(broken([look('2018-06-01', false, 'form'), look('2018-06-02', true)])).toBe(true);
    expect(broken([look('2018-06-01', false, 'form'), look('2018-06-02', true, 'api')])).toBe(false);
  });

  it('does not work where its address failed on two days, and on one day nobody knows', () => {
    expect(broken([look('2018-06-01', false)])).toBe(false);
    expect(broken([look('2018-06-01', false), look('2018-06-02', false)])).toBe(true);
    expect(broken([look('2018-06-01', false), look('2018-06-02', true), look('2018-06-03', false)])).toBe(false);
    expect(broken([look('2018-06-01', false), look('2018-06-02', false), look('2018-06-03', true)])).toBe(false);
  });

  it('works where a person said so after its address failed: our own network may be what fails', () => {
    expect(broken([look('2018-06-01', false), look('2018-06-02', false), look('2018-06-02', true, 'form')])).toBe(false);
  });

  it('is judged as of a day, and one that the account need not hold any more is nobody’s fault', () => {
    expect(broken([look('2018-06-01', false, 'form')], '2018-05-31')).toBe(false);
    expect(brokenFunctions([], [look('2018-06-01', false, 'form')], '2018-06-29')).toEqual([]);
  });
});
