import { beginPaper } from '../../jobs/reports/papers.ts';
import { kindOf } from '../../src/reports/kinds.ts';
import type { TestConsole } from './support.ts';

/** The address of every page that a signed-in supervisor can open, of things that are there. Alerts must have been raised before. */
export async function everyPage({ store, pages, deps }: TestConsole): Promise<string[]> {
  const [alert] = await store.alerts.list({ columns: ['water-news'] });
  const span = { from: '2024-01-01', to: '2024-03-20' };
  const [draft, form] = await Promise.all(['circular', 'annual'].map((kind) => beginPaper(deps, kindOf(kind)!, span, null, 'test')));
  return [
    '/',
    '/alerts',
    `/alerts/${alert!.id}`,
    '/columns',
    '/columns/portal/water-news',
    `/pages/${pages.water}`,
    '/duties',
    '/duties/approvals',
    '/duties/budgets',
    '/duty?rule=national-2019%2Frule-of-law&unit=water&year=2023',
    '/pairs',
    '/clocks',
    '/units',
    '/units/water',
    '/sites',
    '/sites/portal',
    '/categories',
    '/trend',
    '/unsure',
    '/items',
    '/item?key=portal.example%2Fwater%2F1',
    '/calls',
    '/quality',
    '/quality/sites/portal',
    '/media',
    '/media/accounts/wx-water',
    '/media/forwarded?title=%E9%80%9A%E7%9F%A5&at=2024-03-05T09%3A00&hours=24',
    '/papers',
    `/papers/${draft!.id}`,
    `/papers/${form!.id}`,
    '/runs',
    '/runs/run-1',
    '/rules',
    '/deliveries',
    '/account',
    '/people',
    '/settings',
    '/settings/doctor',
    '/search?q=portal',
    '/estate',
    '/estate/revisions/1',
    '/estate/units',
    '/estate/units/entry?id=water',
    '/estate/sites',
    '/estate/columns',
    '/estate/columns/entry?id=portal%2Fwater-news',
    '/estate/contacts',
    '/estate/contacts/entry',
    '/estate/channels/entry',
    '/estate/sites/new',
    '/estate/sites/paste',
    '/log',
  ];
}
