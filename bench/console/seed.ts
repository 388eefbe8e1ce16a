/** Columns with nothing in their last year: they are overdue, and alerts follow. */
const SILENT = 10;

/** Statements that fill an empty store with one finished run over three years of items, spread evenly over columns. */
export function seedSql({ items, columns, units }: { readonly items: number; readonly columns: number; readonly units: number }): string[] {
  const at = `'2024-12-31T12:00:00+08:00'`;
  const day = `date '2022-01-01' + (n % 1095)::int - case when n % ${columns} < ${SILENT} then 365 else 0 end`;
  return [
    `insert into gongkai.runs (id, kind, driver, as_of, started_at, finished_at, state, traffic, failed)
      values ('bench', 'audit', 'inline', ${at}, ${at}, ${at}, 'done', '{"requests":1,"notModified":0,"bytes":1}', 0)`,
    `insert into gongkai.targets select 'bench', 'portal', 'c' || n, 'ok', ${at} from generate_series(0, ${columns - 1}) n`,
    `insert into gongkai.column_states (site, column_id, watched_since) select 'portal', 'c' || n, ${at} from generate_series(0, ${columns - 1}) n`,
    `insert into gongkai.readings (run, site, column_id, at, as_of, outcome, rows, complete, newest_first, unread_pages, via)
      select 'bench', 'portal', 'c' || n, ${at}, ${at}, 'ok', ${Math.ceil(items / columns)}, true, true, '[]', 'html' from generate_series(0, ${columns - 1}) n`,
    `insert into gongkai.site_records (run, site, at, status, tls_fallback, traffic) values ('bench', 'portal', ${at}, 'ok', false, '{"requests":1,"notModified":0,"bytes":1}')`,
    `insert into gongkai.items (key, url, site, unit, title, published_on, conflicts, attachments, category, confidence, reasons, flags, outcome, first_seen, last_seen, search)
      select 'portal.example/' || n, 'http://portal.example/' || n, 'portal', 'u' || (n % ${columns}) % ${units},
        case when n % 10 = 0 then '市水利局关于第' || n || '号事项的通知' else '关于第' || n || '号事项的公告' end,
        ${day}, '[]', '[]', case when n % 3 = 0 then 'notices' else 'work-updates' end, 0.9, '["栏目名"]', '[]', 'ok', ${at}, ${at},
        (case when n % 10 = 0 then '''市水'' ''水利'' ''利局'' ''局关'' ''通知'' ' else '''公告'' ' end || '''关于'' ''于第'' ''号事'' ''事项'' ''' || n || '''')::tsvector
      from generate_series(1, ${items}) n`,
    `insert into gongkai.sightings (site, column_id, item, title, url, listed_on, position, first_run, first_seen, first_as_of, last_seen)
      select 'portal', 'c' || n % ${columns}, 'portal.example/' || n, '关于第' || n || '号事项的公告', 'http://portal.example/' || n,
        ${day}, n / ${columns} + 1, 'bench', ${at}, ${at}, ${at} from generate_series(1, ${items}) n`,
    'vacuum analyze',
  ];
}
