import type { ColumnRow } from '../../../audit/audit-result.ts';
import type { ToldReading } from '../../../model/told-reading.ts';
import { type ColumnReading, newestOf, TOLD_KEYS } from '../../column-reading.ts';
import type { ConsoleContext } from '../../context.ts';
import { External } from '../../view/external.tsx';
import { readingPath } from '../../view/links.ts';
import type { Table } from '../../view/table.tsx';

const ROWS_SHOWN = 12;

/** How a column is read now, and how sure that is. */
export function Present(props: {
  c: ConsoleContext;
  column: ColumnRow;
  present: ColumnReading | null;
  told: ToldReading | null;
  time: (at: Date) => string;
}) {
  const { c, column, present, told, time } = props;
  const { words, language } = c.var;
  const reading = present?.reading ?? null;
  const why = reading?.why;
  return (
    <section>
      <h2>{words.reading.present}</h2>
      {present === null ? (
        <p class="empty">{words.evidence.gone}</p>
      ) : (
        <dl class="facts">
          <dt>{words.head.url}</dt>
          <dd>
            <External url={present.url} />
          </dd>
          <dt>{words.evidence.fetched}</dt>
          <dd>{time(present.fetchedAt)}</dd>
          <dt>{words.reading.by}</dt>
          <dd>{told === null ? words.reading.itself : <code>{toldWords(told)}</code>}</dd>
          <dt>{words.head.rows}</dt>
          <dd>
            {reading?.items.length ?? 0} {newestOf(reading) && words.reading.newest(newestOf(reading)!)}
          </dd>
          <dt>{words.reading.certainty}</dt>
          <dd>
            {words.reading.certainties[column.certainty]}
            {[...(why?.doubts ?? []), ...(why?.blocks.find(({ chosen }) => chosen)?.against ?? [])].map((doubt) => (
              <>
                <br />
                <small>{doubt[language]}</small>
              </>
            ))}
          </dd>
        </dl>
      )}
    </section>
  );
}

export const toldWords = (told: ToldReading): string =>
  TOLD_KEYS.flatMap((key) => (told[key] === undefined ? [] : [`${key}: ${told[key]}`])).join('; ');

/** The first rows of what is read. */
export function Rows({ c, read }: { c: ConsoleContext; read: ColumnReading | null }) {
  const { words } = c.var;
  const items = read?.reading?.items ?? [];
  if (items.length === 0) return <p class="empty">{words.reading.noRows}</p>;
  return (
    <>
      <ol class="plain rows">
        {items.slice(0, ROWS_SHOWN).map(({ title, publishedOn, shown }) => (
          <li>
            <time>{publishedOn ?? shown ?? words.reading.noDay}</time> {title}
          </li>
        ))}
      </ol>
      {items.length > ROWS_SHOWN && <p class="hint">{words.reading.more(items.length - ROWS_SHOWN)}</p>}
    </>
  );
}

/** The blocks of the page that could be the list, with what speaks for and against each; `mayConfirm`: the one that is read can be told to be right. */
export function choiceTable(
  c: ConsoleContext,
  column: ColumnRow,
  { choices }: ColumnReading,
  mayConfirm: boolean,
): Table<ColumnReading['choices'][number]> {
  const { words, language } = c.var;
  const said = (sentences: readonly { readonly zh: string; readonly en: string }[]) =>
    sentences.map((sentence) => sentence[language]).join(language === 'zh' ? '；' : '; ');
  return {
    name: 'choices',
    caption: words.reading.choices,
    rows: choices,
    wordy: true,
    columns: [
      {
        head: words.reading.block,
        value: ({ heading, selector }) => heading ?? selector,
        show: (choice) => (
          <div>
            {choice.heading && (
              <>
                {choice.heading}
                <br />
              </>
            )}
            <code>{choice.selector}</code>
            <br />
            {choice.chosen && <strong>{words.reading.isList}</strong>}{' '}
            {(!choice.chosen || mayConfirm) && (
              <a href={readingPath(column.site, column.id, { rows: choice.selector })}>
                {choice.chosen ? words.reading.confirm : words.reading.thisOne}
              </a>
            )}
          </div>
        ),
      },
      { head: words.head.rows, value: ({ rows }) => rows, number: true },
      { head: words.reading.examples, value: ({ titles }) => titles.join(' / ') },
      { head: words.reading.speaksFor, value: (choice) => said(choice.for), minor: true },
      { head: words.reading.speaksAgainst, value: (choice) => said(choice.against), minor: true },
    ],
  };
}
