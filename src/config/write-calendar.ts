import { inBoth } from '../model/sentence.ts';
import { readCalendarFile } from './calendar-file.ts';
import { type HolidayNotice, type NoticedBlock, partIn } from './holiday-notice.ts';
import { insertEntries } from './insert-yaml.ts';
import { ConfigError, type Problem } from './problem.ts';
import { parseYaml } from './yaml-file.ts';

/** The text of `calendar/YYYY.yaml` of the year that a notice is of. */
export function calendarText(notice: HolidayNotice): string {
  const { year, number, date, title, blocks } = notice;
  const lines = blocks.flatMap((block) => partIn(block, year, year) ?? []).map((block) => `  - ${flow(block)}`);
  const text = [
    '# yaml-language-server: $schema=../schema/calendar.schema.json',
    `# ${inBoth({ zh: `${year}年国务院放假调休安排`, en: 'State Council holidays and make-up working days' })}`,
    `year: ${year}`,
    'notices:',
    `  - { number: ${number}, date: ${date}, title: ${title} }`,
    'holidays:',
    ...lines,
    '',
  ].join('\n');
  return readable(`calendar/${year}.yaml`, text);
}

/** The text of the year before with what of a notice lies in it: 元旦 often begins there. As it was where nothing does, or it is there already. */
export function withNoticeOfNextYear(text: string, notice: HolidayNotice): string {
  const { year, number, date, title, blocks } = notice;
  const file = `calendar/${year - 1}.yaml`;
  const parts = blocks.flatMap((block) => partIn(block, year - 1, year) ?? []);
  if (parts.length === 0 || text.includes(number)) return text;
  const noticed = insertEntries(file, text, [], 'notices', [{ value: { number, date, title }, spread: false }]);
  const entries = parts.map(({ workdays, ...block }) => ({ value: workdays.length === 0 ? block : { ...block, workdays }, spread: false }));
  return readable(file, insertEntries(file, noticed, [], 'holidays', entries));
}

function flow({ name, from, to, workdays }: NoticedBlock): string {
  return `{ name: ${name}, from: ${from}, to: ${to}${workdays.length === 0 ? '' : `, workdays: [${workdays.join(', ')}]`} }`;
}

function readable(file: string, text: string): string {
  const problems: Problem[] = [];
  const source = parseYaml(file, text, problems);
  if (source === null || readCalendarFile(source, problems) === null) throw new ConfigError(problems);
  return text;
}
