import { paperNow } from '../../jobs/reports/papers.ts';
import type { PaperRecord } from '../model/paper.ts';
import { type ConsoleContext, ownUnit, visitorOf } from './context.ts';
import type { ConsoleServices } from './services.ts';

/** A paper that the visitor may see: the office all, a unit what was released and is its own. */
export async function paperFor(c: ConsoleContext, services: ConsoleServices, id: string): Promise<PaperRecord | null> {
  const unit = ownUnit(visitorOf(c));
  const record = unit === null ? await paperNow(services, id) : await services.store.papers.get(id);
  return unit === null || (record?.unit === unit && record.state !== 'draft') ? record : null;
}
