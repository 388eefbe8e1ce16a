import type { Lack } from '../../../model/paper.ts';
import type { ConsoleContext } from '../../context.ts';
import { paperPath } from '../../view/links.ts';

/** A yearly form of all sites lacks thousands of boxes on its first day. */
const MOST = 100;

/** What stands against a paper's release, each with the way to its place on the paper's page. */
export function LacksOfPaper({ c, id, lacks }: { c: ConsoleContext; id: string; lacks: readonly Lack[] }) {
  const { words, language } = c.var;
  return (
    <ul>
      {lacks.slice(0, MOST).map(({ place, said }) => (
        <li>{place === null ? said[language] : <a href={`${paperPath(id)}#${encodeURIComponent(place)}`}>{said[language]}</a>}</li>
      ))}
      {lacks.length > MOST && <li>{words.papers.moreLacks(lacks.length - MOST)}</li>}
    </ul>
  );
}
