import { z } from 'zod';
import { scheduleName } from '../../../../jobs/schedule/due.ts';
import { withValues } from '../../../config/edit-estate.ts';
import { type ScheduleSettings, WEEKDAYS } from '../../../config/schedule.ts';
import { SCHEDULED_KINDS } from '../../../model/paper.ts';
import { kindOf } from '../../../reports/kinds.ts';
import { namesOf } from '../../../rows/names.ts';
import { type ConsoleContext, may } from '../../context.ts';
import { changeEstate } from '../../estate/change.ts';
import { nextDuesOf } from '../../next-dues.ts';
import type { ConsoleServices } from '../../services.ts';
import { readForm } from '../../view/form.ts';
import { FormToken } from '../../view/layout.tsx';
import { tellProblem } from '../../view/problem.tsx';
import type { Words } from '../../words/words.ts';

/** How many of the next times are told. */
const NEXT = 5;
const ON = ['every-day', 'working-days'] as const;

/** What is done by itself and when, in words, the next times, and the form that changes it. */
export function ScheduleView({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { words, language } = c.var;
  const { schedule } = services.config;
  const names = namesOf(services.config, language);
  const dues = nextDuesOf(services).slice(0, NEXT);
  return (
    <section>
      <h2>{words.settings.schedule}</h2>
      {sayings(schedule, words).map((says) => (
        <p>{says}</p>
      ))}
      {dues.length === 0 ? (
        <p class="empty">{words.settings.none}</p>
      ) : (
        <>
          <h3>{words.settings.next}</h3>
          <ul class="plain">
            {dues.map(({ schedule: name, dueAt, deadline }) => (
              <li>
                {names.time(dueAt)} {deadline && `– ${names.time(deadline)}`} {scheduleName(name)[language]}
              </li>
            ))}
          </ul>
        </>
      )}
      {services.changeEstate !== undefined && may(c, 'POST', '/settings/schedule') && <ScheduleForm c={c} schedule={schedule} />}
    </section>
  );
}

function sayings({ audit, report }: ScheduleSettings, { settings }: Words): string[] {
  const { night, noNight, report: weekly, noReport } = settings.scheduleSays;
  return [
    audit === null ? noNight : night(audit.at, audit.until, audit.on === 'working-days'),
    report === null ? noReport : weekly(settings.weekdays[report.on], report.at),
  ];
}

function ScheduleForm({ c, schedule: { audit, report, papers } }: { c: ConsoleContext; schedule: ScheduleSettings }) {
  const { words, language } = c.var;
  const { settings } = words;
  return (
    <details class="after">
      <summary>{settings.changeSchedule}</summary>
      <form class="card" method="post" action="/settings/schedule">
        <FormToken c={c} />
        <Tick name="night" label={settings.night} on={audit !== null} />
        <Time name="at" label={settings.startsAt} value={audit?.at ?? '19:00'} />
        <Time name="until" label={settings.endsBy} value={audit?.until ?? '07:30'} />
        <Choice name="on" label={settings.onDays} choices={ON} labels={settings.days} chosen={audit?.on ?? 'every-day'} />
        <Tick name="weekly" label={settings.reportBySelf} on={report !== null} />
        <Choice name="reportOn" label={settings.reportDay} choices={WEEKDAYS} labels={settings.weekdays} chosen={report?.on ?? 'monday'} />
        <Time name="reportAt" label={settings.reportAt} value={report?.at ?? '08:30'} />
        <fieldset>
          <legend>{settings.papersBySelf}</legend>
          {SCHEDULED_KINDS.map((kind) => (
            <label>
              <input type="checkbox" name="papers" value={kind} checked={papers.includes(kind)} /> {kindOf(kind)?.name[language] ?? kind}
            </label>
          ))}
        </fieldset>
        <label>
          <span>{words.head.why}</span>
          <input name="why" maxlength={500} />
        </label>
        <button type="submit">{words.estate.save}</button>
      </form>
    </details>
  );
}

function Tick({ name, label, on }: { name: string; label: string; on: boolean }) {
  return (
    <label>
      <input type="checkbox" name={name} value="yes" checked={on} /> {label}
    </label>
  );
}

function Time({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label>
      <span>{label}</span>
      <input type="time" name={name} value={value} required />
    </label>
  );
}

function Choice<Value extends string>({
  name,
  label,
  choices,
  labels,
  chosen,
}: {
  name: string;
  label: string;
  choices: readonly Value[];
  labels: Readonly<Record<Value, string>>;
  chosen: Value;
}) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        {choices.map((value) => (
          <option value={value} selected={value === chosen}>
            {labels[value]}
          </option>
        ))}
      </select>
    </label>
  );
}

const time = z.string().regex(/^\d\d:\d\d$/);
const FORM = z.object({
  night: z.literal('yes').optional(),
  at: time,
  until: time,
  on: z.enum(ON),
  weekly: z.literal('yes').optional(),
  reportOn: z.enum(WEEKDAYS),
  reportAt: time,
  papers: z.union([z.enum(SCHEDULED_KINDS), z.array(z.enum(SCHEDULED_KINDS))]).default([]),
  why: z.string().trim().max(500).default(''),
});

/** Keeps another schedule as a revision. */
export async function saveSchedule(c: ConsoleContext, services: ConsoleServices): Promise<Response> {
  const { words } = c.var;
  const form = await readForm(c, FORM);
  if (form === null) return tellProblem(c, 400, words.error.invalid);
  const { night, at, until, on, weekly, reportOn, reportAt, why } = form;
  const schedule = {
    audit: night ? { at, on, until } : null,
    report: weekly ? { on: reportOn, at: reportAt } : null,
    papers: [form.papers].flat(),
  };
  // The whole of it is written: a null in it says that nothing is done by itself, and must stand there.
  const edit = (text: string) => withValues(text, [[['schedule'], schedule]]);
  const done = await changeEstate(c, services, { edit, why, what: words.settings.changeSchedule });
  return 'problems' in done ? tellProblem(c, 409, done.problems.join(' ')) : c.redirect(`/settings?saved=${done.revision}`);
}
