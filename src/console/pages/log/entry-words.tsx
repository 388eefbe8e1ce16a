import type { Child } from 'hono/jsx';
import { permanentLink } from '../../../alerts/letter.ts';
import type { LogEntry } from '../../../model/people.ts';
import type { Names } from '../../../rows/names.ts';
import { columnPath, deliveryPath, itemPath, runPath } from '../../view/links.ts';
import type { Words } from '../../words/words.ts';

/** What was done, in words. */
export function actionWords({ action }: LogEntry, { log, alerts }: Words): string {
  const [, event] = /^alert-(.+)$/.exec(action) ?? [];
  const words: Readonly<Record<string, string>> = event === undefined ? log.actions : alerts.events;
  return words[event ?? action] ?? action;
}

/** To what it was done, with its page where it has one. */
export function linkedTarget({ target }: LogEntry, { log }: Words): Child {
  const [kind = '', ...rest] = target.split('/');
  const id = rest.join('/');
  const name = (log.targets as Readonly<Record<string, string>>)[kind] ?? kind;
  const path = PAGES[kind]?.(id);
  return path === undefined ? `${name} ${id}`.trim() : <a href={path}>{`${name} ${id}`}</a>;
}

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  alert: (id) => permanentLink({ id }),
  run: runPath,
  item: itemPath,
  delivery: deliveryPath,
  column: (id) => columnPath(id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)),
};

/** What else was noted: roles, units and categories by their names. */
export function detailWords({ action, detail }: LogEntry, names: Names, words: Words): string {
  if (OF_CATEGORIES.has(action)) {
    const end = detail.indexOf(':');
    return `${names.category(detail.slice(0, end))}${words.colon}${detail.slice(end + 1).trim()}`;
  }
  if (!OF_PEOPLE.has(action)) return detail;
  const known: Readonly<Record<string, string>> = { ...words.roles, ...words.log.standing };
  return detail
    .split(' ')
    .map((word) => known[word] ?? (word === '' ? '' : names.unit(word)))
    .join(' ');
}

const OF_CATEGORIES = new Set(['correct-category', 'correct-like', 'undo-correction']);
const OF_PEOPLE = new Set(['setup', 'invite', 'invitation-accepted', 'change-person']);
