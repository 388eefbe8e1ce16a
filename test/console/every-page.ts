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
