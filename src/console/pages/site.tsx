import { dayIn } from '../../model/day.ts';
import { namesOf } from '../../rows/names.ts';
import { askedPeriod } from '../asked-period.ts';
import { periodCounts } from '../period-counts.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { Count } from '../view/count.tsx';
import { External } from '../view/external.tsx';
import { page } from '../view/layout.tsx';
import { failedVisitsPath, itemsPath, rulePath, sitePath, unitPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { paged } from '../view/pager.tsx';
import { PeriodPicker } from '../view/period-picker.tsx';
import { tellProblem } from '../view/problem.tsx';
import { Status } from '../view/status.tsx';
import { StatusTiles } from '../view/status-tiles.tsx';
import { exported, TableView } from '../view/table.tsx';
import { visitsOf } from '../visits.ts';
import { ReadAgain } from './read-again.tsx';
import { Learnt } from './site/learnt.tsx';
import { openedShare } from './site/opened-share.ts';
import { visitDayTable, visitTable } from './site/visit-tables.tsx';
import { columnTable } from './units/column-table.tsx';

const VISITS = 50;

/** One site: whether it could be read, how often its home page opened, and its columns. */
export const registerSite: Register = (app, services) => {
  app.read('/sites/:site', OFFICE, async (c) => {
    const { words, language } = c.var;
    const judgement = await services.judgementFor(c);
    const site = judgement.result.sites.find(({ id }) => id === c.req.param('site'));
    if (site === undefined) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(services.config, language);
    const watched = services.config.estate.sites.find(({ id }) => id === site.id);
    const { rule, judged, recent } = await visitsOf(services, judgement, site.id);
    const { visits: wanted, day } = c.req.query();
    const failures = (judged?.failures ?? []).filter(({ slot }) => !day || dayIn(services.config.estate.timezone, slot) === day);
    const visits = wanted === 'failed' ? failures : recent;
    const { shown, pager } = paged(c, visits, VISITS);
    const caption = wanted === 'failed' ? words.sites.failures : words.sites.recent;
    const visited = { ...visitTable(visits, { caption, names, words, language }), shown };
    const byDay = judged && visitDayTable(site.id, judged, words);
    const asked = askedPeriod(c, judgement);
    const counted = await periodCounts(services, judgement, asked.span);
    const items = counted.sites.find(({ id }) => id === site.id)?.items ?? 0;
    const columns = columnTable(
      counted.columns.filter((column) => column.site === site.id),
      { names, words, language, span: asked.span },
    );
    const file = await exported(c, columns, visited, ...(byDay ? [byDay] : []));
    if (file) return file;
    const profile = await services.store.profiles.get(site.id);
    return page(
      c,
      { title: site.name, section: 'sites', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <>
        <PeriodPicker c={c} asked={asked} />
        <ReadAgain c={c} services={services} of={sitePath(site.id)} />
        <ul class="tiles">
          <StatusTiles counts={site} of={{ site: site.id }} words={words} />
        </ul>
        <div class="two">
          <section>
            <h2>{words.head.site}</h2>
            <dl class="facts">
              <dt>{words.head.status}</dt>
              <dd>
                <Status name={site.status} of={words.site} /> {site.reason?.[language]}
              </dd>
              <dt>{words.head.unit}</dt>
              <dd>
                <a href={unitPath(site.unit)}>{names.unit(site.unit)}</a>
              </dd>
              <dt>{words.head.url}</dt>
              <dd>
                <External url={site.url} />
              </dd>
              <dt>{words.head.idCode}</dt>
              <dd>{watched?.idCode ?? words.none}</dd>
              <dt>{words.head.home}</dt>
              <dd>{site.homeUpdatedOn ?? words.none}</dd>
              <dt>{words.head.items}</dt>
              <dd>
                <Count of={items} list={itemsPath({ site: site.id, ...asked.span })} />
              </dd>
            </dl>
          </section>
          <section>
            <h2>{words.sites.opened}</h2>
            {judged === null ? (
              <p class="empty">{words.sites.notVisited}</p>
            ) : (
              <dl class="facts">
                <dt>{words.sites.stretch}</dt>
                <dd>{words.sites.fromTo(judged.from, judged.to)}</dd>
                <dt>{words.sites.opened}</dt>
                <dd>
                  {openedShare(judged) ?? words.none} {!judged.measurable && <small>{words.sites.tooFew}</small>}
                </dd>
                <dt>{words.sites.visits}</dt>
                <dd>{judged.visits}</dd>
                <dt>{words.sites.failed}</dt>
                <dd>
                  <Count of={judged.failed} list={failedVisitsPath(site.id)} />
                </dd>
                <dt>{words.sites.unmeasured}</dt>
                <dd>
                  {judged.unmeasured} <small>{words.sites.unmeasuredHelp}</small>
                </dd>
              </dl>
            )}
            {rule && (
              <p class="hint after">
                <a href={rulePath(rule.id)}>{rule.name}</a>
                {words.colon}
                {words.sites.asked({ ...rule, failedShare: `${100 * rule.failedShare} %` })}
              </p>
            )}
          </section>
        </div>
        <TableView c={c} table={columns} />
        <Learnt c={c} site={watched} profile={profile} names={names} />
        {byDay && <TableView c={c} table={byDay} />}
        <TableView c={c} table={visited} />
        {pager}
      </>,
    );
  });
};
