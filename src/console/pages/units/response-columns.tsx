import type { YearsResponses } from '../../response-times.ts';
import { alertsPath } from '../../view/links.ts';
import type { TableColumn } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

const REACHED = ['answered', 'rectified'] as const;

/** How many working days units take until they answer, and until they mend, with the alerts behind each. */
export function responseColumns(responses: YearsResponses, words: Words): TableColumn<{ readonly id: string }>[] {
  return REACHED.map((reached) => ({
    head: words.units.daysUntil[reached],
    value: ({ id }) => responses.of(id)[reached].median,
    show: ({ id }) => <Took responses={responses} unit={id} reached={reached} words={words} />,
    number: true,
  }));
}

/** The middle number of working days, and of how many alerts it is that. */
export function Took(of: { responses: YearsResponses; unit: string; reached: (typeof REACHED)[number]; words: Words }) {
  const { responses, unit, reached, words } = of;
  const { median, measured } = responses.of(unit)[reached];
  if (median === null) return <>{words.none}</>;
  const [before, after] = words.units.ofAlerts;
  return (
    <>
      {median}{' '}
      <small>
        {before}
        <a href={alertsPath(responses.filters(unit, reached))}>{measured}</a>
        {after}
      </small>
    </>
  );
}
