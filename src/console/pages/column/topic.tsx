import { z } from 'zod';
import { ConfigError } from '../../../config/problem.ts';
import { archiveTopic, topicOf, topicStateWords } from '../../../estate/topics.ts';
import { dayIn, isDay } from '../../../model/day.ts';
import { ToldError } from '../../../model/told-error.ts';
import { type ConsoleContext, may, visitorOf } from '../../context.ts';
import { WORK } from '../../permissions.ts';
import type { Register } from '../../register.ts';
import type { ConsoleServices } from '../../services.ts';
import { readForm } from '../../view/form.ts';
import { FormToken } from '../../view/layout.tsx';
import { columnPath } from '../../view/links.ts';
import { tellProblem } from '../../view/problem.tsx';

const PATH = '/columns/:site/:column/archive';
/** The day, or that it is taken back. */
const FORM = z.union([z.object({ on: z.string().refine(isDay) }), z.object({ undo: z.literal('yes') })]);

/** Enters from its own page that a topic (专题) was archived. */
export const registerTopic: Register = (app, services) => {
  app.write(PATH, WORK, async (c) => {
    const { words, language } = c.var;
    const { site, column } = c.req.param();
    const { config, clock, changeEstate: change } = services;
    if (!knownColumn(services, site, column)) return tellProblem(c, 404, words.error.notFound);
    const form = await readForm(c, FORM);
    if (form === null) return tellProblem(c, 400, words.error.invalid);
    if (change === undefined) return tellProblem(c, 409, words.estate.notHere);
    try {
      const given = 'on' in form ? form.on : null;
      const { archivedOn } = await archiveTopic({ config, change, clock }, { site, column }, given, visitorOf(c).email);
      await services.note(c, 'archive-topic', `column/${site}/${column}`, archivedOn ?? '');
      return c.redirect(columnPath(site, column));
    } catch (error) {
      if (error instanceof ToldError) return tellProblem(c, 400, error.sentence[language]);
      if (error instanceof ConfigError) return tellProblem(c, 400, words.error.invalid);
      throw error;
    }
  });
};

function knownColumn({ config }: ConsoleServices, site: string, id: string) {
  return config.estate.sites.find((one) => one.id === site)?.columns?.find((column) => column.id === id) ?? null;
}

/** When a topic is kept and whether it was archived, with the form for it where the visitor may; nothing of any other column. */
export function TopicDays(props: { c: ConsoleContext; services: ConsoleServices; site: string; column: string }) {
  const { c, services, site, column } = props;
  const { words, language } = c.var;
  const today = dayIn(services.config.estate.timezone, services.clock.now());
  const known = knownColumn(services, site, column);
  const topic = known && topicOf(known, today);
  if (topic === null) return null;
  const { from, until, archivedOn, state } = topic;
  return (
    <section>
      <h2>{words.topic.title}</h2>
      <dl class="facts">
        <dt>{words.estate.topicFrom}</dt>
        <dd>{from ?? words.none}</dd>
        <dt>{words.estate.topicUntil}</dt>
        <dd>{until ?? words.none}</dd>
        <dt>{words.estate.archivedOn}</dt>
        <dd>{archivedOn ?? words.none}</dd>
        <dt>{words.head.state}</dt>
        <dd>{topicStateWords[state][language]}</dd>
      </dl>
      {services.changeEstate !== undefined && may(c, 'POST', PATH) && (
        <form class="inline" method="post" action={`${columnPath(site, column)}/archive`}>
          <FormToken c={c} />
          {state === 'archived' ? (
            <input type="hidden" name="undo" value="yes" />
          ) : (
            <label>
              {words.estate.archivedOn} <input type="date" name="on" value={today} max={today} required />
            </label>
          )}
          <button type="submit" class="second">
            {state === 'archived' ? words.topic.undo : words.topic.archive}
          </button>
        </form>
      )}
    </section>
  );
}
