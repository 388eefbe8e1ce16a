import { type ChannelSettings, channelKind } from '../../alerts/channels/channels.ts';
import { LEAD } from '../permissions.ts';
import type { Register } from '../register.ts';
import { sendTest } from '../sending.ts';
import { FormToken, page } from '../view/layout.tsx';
import { tellProblem } from '../view/problem.tsx';
import { Saved } from '../view/saved.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { PublicPageView, savePublicPage } from './settings/public-page.tsx';
import { ScheduleView, saveSchedule } from './settings/schedule.tsx';

/** What is watched, what is done when, and by which channels people are told. */
export const registerSettings: Register = (app, services) => {
  app.section('settings', '/settings', LEAD, async (c) => {
    const { words, language } = c.var;
    const { estate, pack, files, alerts } = services.config;
    const channels: Table<ChannelSettings> = {
      name: 'channels',
      caption: words.settings.channels,
      rows: alerts.channels,
      columns: [
        { head: words.head.name, value: (row) => row.id },
        { head: words.head.kind, value: (row) => channelKind(row).name[language] },
        {
          head: words.settings.test,
          value: () => '',
          show: (row) =>
            services.testChannel && (
              <form class="inline" method="post" action={`/settings/channels/${encodeURIComponent(row.id)}/test`}>
                <FormToken c={c} />
                <button type="submit" class="second">
                  {words.settings.test}
                </button>
              </form>
            ),
        },
      ],
    };
    const file = await exported(c, channels);
    if (file) return file;
    return page(
      c,
      { title: words.settings.title, section: 'settings', lead: words.settings.config },
      <>
        <Saved c={c} services={services} />
        <ScheduleView c={c} services={services} />
        <PublicPageView c={c} services={services} />
        <p>
          <a href="/settings/doctor">{words.doctor.title}</a>
        </p>
        <TableView c={c} table={channels} />
        <p class="hint">{words.settings.channelsHelp}</p>
        <section>
          <h2>{words.settings.estate}</h2>
          <dl class="facts">
            <dt>{words.head.name}</dt>
            <dd>
              {estate.name} · {estate.timezone}
            </dd>
            <dt>{words.nav.units}</dt>
            <dd>{estate.units.length}</dd>
            <dt>{words.nav.sites}</dt>
            <dd>{estate.sites.length}</dd>
            <dt>{words.rules.pack}</dt>
            <dd>{pack.name}</dd>
          </dl>
          <details class="after">
            <summary>{words.settings.files(files.length)}</summary>
            <ul class="plain">
              {files.map((file) => (
                <li>{file}</li>
              ))}
            </ul>
          </details>
        </section>
      </>,
    );
  });

  app.write('/settings/schedule', LEAD, (c) => saveSchedule(c, services));

  app.write('/settings/public-page', LEAD, (c) => savePublicPage(c, services));

  app.write('/settings/channels/:channel/test', LEAD, async (c) => {
    const channel = c.req.param('channel');
    const { words } = c.var;
    const receipt = await sendTest(c, services, channel);
    if (receipt === null) return tellProblem(c, 404, words.error.notFound);
    return page(
      c,
      { title: words.settings.test, section: 'settings' },
      <>
        <p class={receipt.outcome === 'sent' ? 'done' : 'problem'} role="status">
          {receipt.outcome === 'sent' ? words.settings.tested(channel) : words.settings.testFailed(channel, receipt.detail[c.var.language])}
        </p>
        <p>
          <a href="/settings">{words.settings.title}</a>
        </p>
      </>,
    );
  });
};
