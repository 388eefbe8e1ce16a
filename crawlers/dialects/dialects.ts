import type { Page } from '../reading/page.ts';
import type { Dialect } from './dialect.ts';
import { founder } from './founder.ts';
import { gkmlpt } from './gkmlpt.ts';
import { hanweb } from './hanweb.ts';
import { jpaas } from './jpaas.ts';
import { trs } from './trs.ts';
import { ucap } from './ucap.ts';
import { vsb } from './vsb.ts';
import { webplus } from './webplus.ts';

/** All families, the more telling marks first. A new one is a file beside these and a line here. */
export const dialects: readonly Dialect[] = [gkmlpt, jpaas, hanweb, webplus, vsb, ucap, trs, founder];

/** The family that made a page, or null where no family's marks are on it. */
export function dialectOf(page: Page): Dialect | null {
  return dialects.find((dialect) => dialect.recognises(page)) ?? null;
}
