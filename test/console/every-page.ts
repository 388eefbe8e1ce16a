import type { TestConsole } from './support.ts';

/** The address of every page that a signed-in supervisor can open, of things that are there. Alerts must have been raised before. */
export async function everyPage({ store, pages }: TestConsole): Promise<string[]> {
  const [alert] = await store.alerts.list({ columns: ['water-news'] });
  return [
    '/',
    '/alerts',
    `/alerts/${alert!.id}`,
    '/columns',
    '/columns/portal/water-news',
    `/pages/${pages.water}`,
    '/duties',
    '/duties/approvals',
    '/duty?rule=national-2019%2Frule-of-law&unit=water&year=2023',
    '/pairs',
    '/units',
    '/units/water',
    '/sites',
    '/sites/portal',
    '/categories',
    '/items',
    '/item?key=portal.example%2Fwater%2F1',
    '/runs',
    '/runs/run-1',
    '/rules',
    '/deliveries',
    '/account',
    '/people',
    '/settings',
    '/log',
  ];
}
