import type { Day } from '../model/day.ts';
import type { AccountFunction, FunctionLook } from '../model/media.ts';

/** A function of an account that does not work, and what says so, oldest first. */
export interface BrokenFunction extends AccountFunction {
  readonly looks: readonly Pick<FunctionLook, 'on' | 'via' | 'by' | 'detail'>[];
}

/**
 * Which functions of an account do not work, as of a day. What a person said last holds until a person says otherwise: that an address
 * opens proves nothing of what it is for. An address alone proves it by two looks on different days, with none in between, nor a
 * person's word since, that it works.
 */
export function brokenFunctions(functions: readonly AccountFunction[], looks: readonly FunctionLook[], today: Day): BrokenFunction[] {
  return functions.flatMap((one) => {
    const own = looks.filter((look) => look.function === one.name && look.on <= today);
    const said = own.filter(({ via }) => via !== 'probe').at(-1);
    if (said?.works === false) return [{ ...one, looks: [said] }];
    const seen = own.filter(({ via, on }) => via === 'probe' && (said === undefined || on > said.on));
    const failing = seen.slice(seen.findLastIndex(({ works }) => works) + 1);
    const [first, last] = [failing[0], failing.at(-1)];
    return first !== undefined && last !== undefined && first.on < last.on ? [{ ...one, looks: [first, last] }] : [];
  });
}
