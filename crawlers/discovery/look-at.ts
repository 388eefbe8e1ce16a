import type { CrawlSettings } from '../../src/model/estate.ts';
import type { FailedReading } from '../../src/model/reading.ts';
import type { ListPlace } from '../../src/model/site-profile.ts';
import type { Door } from '../door/door.ts';
import type { ReaderPool } from '../reading/reader-pool.ts';
import { isAtPlace } from '../site/places.ts';
import type { Survey, SurveySource } from './survey.ts';

export interface LookPorts {
  readonly door: Pick<Door, 'fetch'>;
  readonly readers: Pick<ReaderPool, 'survey' | 'read'>;
  readonly settings: CrawlSettings;
  readonly signal: AbortSignal;
}

/** Surveys a page; a column whose rows a script asks for is what the answer holds, under the address of its page. */
export async function lookAt(source: SurveySource, ports: LookPorts): Promise<Survey | FailedReading> {
  const survey = await ports.readers.survey(source);
  if (survey.kind === 'error' || !survey.isShell) return survey;
  const { door, readers, settings, signal } = ports;
  for (const request of survey.reading.next) {
    const { outcome, bytes, contentType, finalUrl: url } = await door.fetch({ ...request, kind: 'page', settings, signal });
    if (outcome !== 'ok' || bytes === null) continue;
    const answer = await readers.read({ bytes, contentType, url, kind: 'list', ...(source.knowledge && { knowledge: source.knowledge }) });
    if (answer.kind !== 'list' || !isList(answer, source.knowledge?.template ?? [])) continue;
    const { items, total, state, fingerprint } = answer;
    return { ...survey, isColumn: true, reading: { ...survey.reading, items, total, state, fingerprint } };
  }
  return survey;
}

/** An answer without rows is a list where others of the site are had in the same way. */
function isList(answer: Survey['reading'], template: readonly ListPlace[]): boolean {
  return answer.state === 'list' || (answer.state === 'blank' && isAtPlace(answer, template));
}
