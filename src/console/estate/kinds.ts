import { channelEntries } from './channels.ts';
import { columnEntries } from './columns.ts';
import { contactEntries } from './contacts.ts';
import type { EntryKind } from './entry-kind.ts';
import { rosterEntries } from './roster.ts';
import { siteEntries } from './sites.ts';
import { unitEntries } from './units.ts';

/** What of the estate is changed in the console; a new kind is one file beside these and one line here. */
export const ENTRY_KINDS: readonly EntryKind[] = [unitEntries, siteEntries, columnEntries, rosterEntries, contactEntries, channelEntries];
