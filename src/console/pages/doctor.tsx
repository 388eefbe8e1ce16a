import type { Check } from '../../../jobs/start-checks.ts';
import { LEAD } from '../permissions.ts';
import type { Register } from '../register.ts';
import { page } from '../view/layout.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

/** Whether all that this installation needs is as it should be. */
export const registerDoctor: Register = (app, services) => {
  app.read('/settings/doctor', LEAD, async (c) => {
    const { words, language } = c.var;
    const table: Table<Check> = {
      name: 'doctor',
      caption: words.doctor.title,
      rows: (await services.checkUp?.()) ?? [],
      columns: [
        { head: words.head.name, value: ({ name }) => name[language] },
        {
          head: words.head.status,
          value: ({ state }) => words.doctor.states[state],
          show: ({ state }) => <span class={`status ${TONES[state]}`}>{words.doctor.states[state]}</span>,
        },
        { head: words.head.detail, value: ({ says }) => says[language] },
      ],
      wordy: true,
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(c, { title: words.doctor.title, section: 'settings', lead: words.doctor.lead }, <TableView c={c} table={table} />);
  });
};

/** Statuses whose colours say the same. */
const TONES = { good: 'fresh', note: 'due', bad: 'overdue' } as const;
