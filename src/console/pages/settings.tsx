import type { Register } from '../registrations.ts';
import { page } from '../view/layout.tsx';

/** What is watched, when and by which settings. */
export const registerSettings: Register = (app, desk) => {
  app.get('/settings', (c) => {
    const { words } = c.var;
    const { estate, pack, files } = desk.config;
    return page(
      c,
      { title: words.settings.title, section: 'settings', lead: words.settings.config },
      <section>
        <h2>{words.settings.estate}</h2>
        <dl class="facts">
          <dt>{words.head.name}</dt>
          <dd>
            {estate.name} · {estate.timezone}
          </dd>
          <dt>{words.head.unit}</dt>
          <dd>{estate.units.length}</dd>
          <dt>{words.head.site}</dt>
          <dd>{estate.sites.length}</dd>
          <dt>{words.rules.pack}</dt>
          <dd>{pack.name}</dd>
          <dt>{words.head.source}</dt>
          <dd>{files.join('、')}</dd>
        </dl>
      </section>,
    );
  });
};
