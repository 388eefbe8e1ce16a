import type { SiteRow } from '../../audit/audit-result.ts';
import { COLUMN_STATUSES, SITE_STATUSES } from '../../model/records.ts';
import { type Field, readerOf } from '../../rows/field.ts';
import { standingFields } from '../../rows/units.ts';
import { askedPeriod } from '../asked-period.ts';
import { periodCounts } from '../period-counts.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { filterSites } from '../site-filters.ts';
import { Count } from '../view/count.tsx';
import { described } from '../view/described.ts';
import { choice, choiceOf, Filters } from '../view/filters.tsx';
import { KeptFilters } from '../view/kept-filters.tsx';
import { page } from '../view/layout.tsx';
import { columnsPath, itemsPath, sitePath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { PeriodPicker } from '../view/period-picker.tsx';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { lastVisits } from '../visits.ts';
import { LastVisit, Opened } from './site/opened.tsx';
import { openedShare } from './site/opened-share.ts';

/** Sites: whether they could be read, and how their columns stand. */
export const registerSites: Register = (app, services) => {
  app.section('sites', '/sites', OFFICE, async (c) => {
    const { words, language } = c.var;
    const [judgement, visits] = await Promise.all([services.judgementFor(c), lastVisits(services)]);
    const asked = askedPeriod(c, judgement);
    const counts = await periodCounts(services, judgement, asked.span);
    const reader = readerOf(services.config, language);
    const { names } = reader;
    const codes = new Map(services.config.estate.sites.map(({ id, idCode }) => [id, idCode]));
    const counted = (field: Field<SiteRow>, status?: string) =>
      described(reader, field, {
        show: (row: SiteRow) => (
          <Count of={field.value(row, reader) as number} list={columnsPath({ site: row.id, ...(status ? { status } : {}) })} />
        ),
      });
    const table: Table<SiteRow> = {
      name: 'sites',
      caption: words.sites.title,
      rows: filterSites(counts.sites, c.req.query()),
      columns: [
        { head: words.head.site, value: (row) => row.name, show: (row) => <a href={sitePath(row.id)}>{row.name}</a> },
        { head: words.head.url, value: (row) => row.url, filed: true },
        { head: words.head.idCode, value: (row) => codes.get(row.id) ?? null, minor: true, whole: true },
        { head: words.head.unit, value: (row) => names.unit(row.unit), minor: true },
        {
          head: words.head.status,
          value: (row) => words.site[row.status],
          show: (row) => (
            <>
              <Status name={row.status} of={words.site} /> <small>{row.reason?.[language]}</small>
            </>
          ),
        },
        { head: words.head.reason, value: (row) => row.reason?.[language] ?? null, filed: true },
        {
          head: words.sites.opened,
          value: (row) => row.reachability && openedShare(row.reachability),
          show: (row) => <Opened row={row} words={words} />,
          number: true,
        },
        {
          head: words.sites.lastVisit,
          value: (row) => names.time(visits.get(row.id)?.at ?? null),
          show: (row) => <LastVisit c={c} names={names} visit={visits.get(row.id)} />,
          minor: true,
        },
        counted(standingFields.columns),
        counted(standingFields.overdue, 'overdue'),
        counted(standingFields.blank, 'blank'),
        counted(standingFields.unknown, 'unknown'),
        { head: words.head.home, value: (row) => row.homeUpdatedOn, minor: true },
        described(reader, standingFields.items, {
          show: (row) => <Count of={row.items} list={itemsPath({ site: row.id, ...asked.span })} />,
        }),
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      { title: words.sites.title, section: 'sites', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <>
        <PeriodPicker c={c} asked={asked} />
        <Filters
          c={c}
          keeps={['period', 'from', 'to']}
          filters={[
            { kind: 'text', name: 'search', label: words.filter.search },
            choice('read', words.sites.read, SITE_STATUSES, (value) => words.site[value]),
            choice('status', words.head.columns, COLUMN_STATUSES, (value) => words.status[value]),
            choiceOf('unit', words.head.unit, judgement.result.units, names.unit),
          ]}
        />
        <KeptFilters c={c} services={services} />
        <TableView c={c} table={table} />
      </>,
    );
  });
};
