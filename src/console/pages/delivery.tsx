import type { DeliveryAttempt } from '../../model/alerts.ts';
import { namesOf } from '../../rows/names.ts';
import { may } from '../context.ts';
import { OFFICE, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { retryDelivery } from '../sending.ts';
import { FormToken, page } from '../view/layout.tsx';
import { deliveryPath, unitPath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

/** One message: what it says, every try to send it, and one more for one that was given up. */
export const registerDelivery: Register = (app, services) => {
  app.read('/deliveries/:delivery', OFFICE, async (c) => {
    const { words, language } = c.var;
    const delivery = await services.store.outbox.get(c.req.param('delivery'));
    if (delivery === null) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(services.config, language);
    const { outcomes } = words.deliveries;
    const attempts: Table<DeliveryAttempt> = {
      name: 'attempts',
      caption: words.deliveries.course,
      rows: await services.store.outbox.attempts(delivery.id),
      columns: [
        { head: words.deliveries.number, value: (row) => row.number },
        { head: words.head.started, value: (row) => names.time(row.startedAt) },
        { head: words.head.finished, value: (row) => row.endedAt && names.time(row.endedAt) },
        { head: words.head.outcome, value: (row) => outcomes[row.outcome ?? 'unknown'] },
        { head: words.head.detail, value: (row) => row.detail?.[language] ?? null },
      ],
    };
    const file = await exported(c, attempts);
    if (file) return file;
    const { letter } = delivery;
    const mayRetry = delivery.state === 'dead' && may(c, 'POST', '/deliveries/:delivery/retry');
    return page(
      c,
      {
        title: letter.subject,
        section: 'deliveries',
        lead: (
          <>
            <Status name={delivery.state} of={words.alerts.delivery} /> {delivery.channel} {delivery.address}{' '}
            {delivery.unit !== null && <a href={unitPath(delivery.unit)}>{names.unit(delivery.unit)}</a>}
          </>
        ),
      },
      <>
        {mayRetry && (
          <form class="card" method="post" action={`${deliveryPath(delivery.id)}/retry`}>
            <FormToken c={c} />
            <p>{delivery.detail?.[language]}</p>
            <button type="submit">{words.deliveries.retry}</button>
          </form>
        )}
        <TableView c={c} table={attempts} />
        <section>
          <h2>{words.deliveries.letter}</h2>
          <p>{letter.opening}</p>
          {letter.sections.map(({ heading, lines }) => (
            <>
              <h3>{heading}</h3>
              <ul class="plain">
                {lines.map(({ text, link, details = [] }) => (
                  <li>
                    {link === null ? text : <a href={link}>{text}</a>}
                    {details.map((detail) => (
                      <small>
                        <br />
                        {detail}
                      </small>
                    ))}
                  </li>
                ))}
              </ul>
            </>
          ))}
          <p>{letter.closing}</p>
        </section>
      </>,
    );
  });

  app.write('/deliveries/:delivery/retry', WORK, async (c) => {
    const id = c.req.param('delivery');
    if (!(await retryDelivery(c, services, id))) return tellProblem(c, 409, c.var.words.deliveries.notDead);
    return c.redirect(deliveryPath(id));
  });
};
