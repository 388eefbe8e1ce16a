import { ConfigError } from '../../config/problem.ts';
import type { Sentence } from '../../model/sentence.ts';
import { ToldError } from '../../model/told-error.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import type { ConsoleServices } from '../services.ts';

/** What came of a change: the revision that holds now, or what is wrong, one line each. */
export type Changed = { readonly revision: number } | { readonly problems: readonly string[] };

/** Changes the estate in the visitor's name and notes it; what cannot be used changes nothing. */
export async function changeEstate(
  c: ConsoleContext,
  services: ConsoleServices,
  { edit, why, what }: { readonly edit: (text: string) => string; readonly why: string; readonly what: string },
): Promise<Changed> {
  const { words, language } = c.var;
  if (services.changeEstate === undefined) return { problems: [words.estate.notHere] };
  try {
    const { revision } = await services.changeEstate(edit, { by: visitorOf(c).email, why: why || what });
    await services.note(c, 'change-estate', `estate/${revision}`, [what, why].filter(Boolean).join(': '));
    return { revision: revision ?? 0 };
  } catch (error) {
    if (error instanceof ConfigError) {
      const told = (one: Sentence) => one[language];
      return {
        problems: error.problems.map(({ key, expected, mend }) =>
          `${key ?? ''} ${words.estate.shouldBe(told(expected), told(mend))}`.trim(),
        ),
      };
    }
    if (error instanceof ToldError) return { problems: [error.sentence[language]] };
    throw error;
  }
}
