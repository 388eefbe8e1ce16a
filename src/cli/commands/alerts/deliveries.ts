import type { Command } from 'commander';
import { DELIVERY_STATES } from '../../../model/alerts.ts';
import { inBoth } from '../../../model/sentence.ts';
import { EXIT, Failure } from '../../failure.ts';
import { toJson } from '../../json.ts';
import { addCommonOptions, type CommonOptions, collect } from '../../options.ts';

interface ListOptions extends CommonOptions {
  readonly state?: readonly string[];
}

interface TestOptions extends CommonOptions {
  readonly to?: string;
}

/** `gongkai alerts deliver…`, `retry` and `test-channel`: what leaves, what became of it, and whether it can leave at all. */
export function registerDeliveries(alerts: Command): void {
  addCommonOptions(alerts.command('deliver'))
    .description(inBoth({ zh: '把到时间的通知发出去', en: 'send what is due' }))
    .action(async (_options, command: Command) => deliver(command.optsWithGlobals<CommonOptions>()));
  addCommonOptions(alerts.command('deliveries'))
    .description(inBoth({ zh: '列出通知的送达情况', en: 'list deliveries' }))
    .option('--state <state>', inBoth({ zh: `只看这个状态，可重复：${DELIVERY_STATES.join('、')}`, en: 'only this state' }), collect)
    .action(async (_options, command: Command) => list(command.optsWithGlobals<ListOptions>()));
  addCommonOptions(alerts.command('delivery <id>'))
    .description(inBoth({ zh: '一份通知的内容和每次发送的结果', en: 'a delivery and every try to send it' }))
    .action(async (id: string, _options, command: Command) => show(id, command.optsWithGlobals<CommonOptions>()));
  addCommonOptions(alerts.command('retry <ids...>'))
    .description(inBoth({ zh: '已放弃的通知再发一次', en: 'one more try for deliveries that were given up' }))
    .action(async (ids: string[], _options, command: Command) => retry(ids, command.optsWithGlobals<CommonOptions>()));
  addCommonOptions(alerts.command('test-channel <id>'))
    .description(inBoth({ zh: '向一个渠道发送测试消息', en: 'send a test through a channel' }))
    .option('--to <address>', inBoth({ zh: '邮件渠道的收件地址', en: 'where a mail goes' }))
    .action(async (id: string, _options, command: Command) => test(id, command.optsWithGlobals<TestOptions>()));
}

async function deliver(options: CommonOptions): Promise<void> {
  const [{ withWorkshop }, { deliverDue }, { printRound }] = await Promise.all([
    import('../../workshop.ts'),
    import('../../../../jobs/alerts/deliver.ts'),
    import('../../print-deliveries.ts'),
  ]);
  await withWorkshop(options, async (workshop) => printRound(await deliverDue(workshop, workshop.clock), options));
}

async function list(options: ListOptions): Promise<void> {
  const states = (options.state ?? []).map((given) => {
    const state = DELIVERY_STATES.find((one) => one === given);
    if (!state)
      throw new Failure(
        { zh: `--state 只能是：${DELIVERY_STATES.join('、')}`, en: `must be one of: ${DELIVERY_STATES.join('、')}` },
        EXIT.usage,
      );
    return state;
  });
  const [{ withWorkshop }, { printDeliveries }] = await Promise.all([import('../../workshop.ts'), import('../../print-deliveries.ts')]);
  await withWorkshop(options, async ({ store, config }) => printDeliveries(await store.outbox.list({ states }), config, options));
}

async function show(id: string, options: CommonOptions): Promise<void> {
  const [{ withWorkshop }, { printDelivery }] = await Promise.all([import('../../workshop.ts'), import('../../print-deliveries.ts')]);
  await withWorkshop(options, async ({ store, config }) => {
    const delivery = await store.outbox.get(id);
    if (!delivery) throw new Failure({ zh: `没有编号为 ${id} 的通知`, en: 'there is no such delivery' }, EXIT.usage);
    printDelivery(delivery, await store.outbox.attempts(id), config, options);
  });
}

async function retry(ids: readonly string[], options: CommonOptions): Promise<void> {
  const { withWorkshop } = await import('../../workshop.ts');
  await withWorkshop(options, async ({ store, clock }) => {
    const refused: string[] = [];
    for (const id of ids) if (!(await store.outbox.revive(id, clock.now()))) refused.push(id);
    if (options.json) process.stdout.write(`${toJson({ retried: ids.filter((id) => !refused.includes(id)), refused })}\n`);
    if (refused.length > 0)
      throw new Failure({
        zh: `没有这份通知，或它没有被放弃：${refused.join(' ')}`,
        en: `not there, or not given up: ${refused.join(' ')}`,
      });
    if (!options.json)
      process.stdout.write(`${ids.length} 份将随下一轮发出（gongkai alerts deliver 或 serve）· tried again with the next round\n`);
  });
}

async function test(id: string, options: TestOptions): Promise<void> {
  const [{ withWorkshop }, { testChannel }] = await Promise.all([
    import('../../workshop.ts'),
    import('../../../../jobs/alerts/test-channel.ts'),
  ]);
  await withWorkshop(options, async (workshop) => {
    const { channels } = workshop.config.alerts;
    const settings = channels.find((channel) => channel.id === id);
    const known = channels.map((channel) => channel.id).join('、') || '—';
    if (!settings) throw new Failure({ zh: `没有渠道 ${id}；配置里有：${known}`, en: `no such channel; there are: ${known}` }, EXIT.usage);
    if (settings.type === 'email' && !options.to)
      throw new Failure({ zh: '邮件渠道请加 --to 收件地址', en: 'say where the mail goes: --to' }, EXIT.usage);
    const receipt = await testChannel(workshop, id, options.to ?? null);
    if (options.json) process.stdout.write(`${toJson({ channel: id, ...receipt })}\n`);
    if (receipt?.outcome !== 'sent')
      throw new Failure({ zh: `渠道“${id}”没有发出测试消息：${receipt?.detail.zh}`, en: `the test was not sent: ${receipt?.detail.en}` });
    if (!options.json)
      process.stdout.write(
        `${inBoth({ zh: `渠道“${id}”接受了测试消息，请到对应的群或邮箱查看`, en: `channel ${id} took the test message` })}\n`,
      );
  });
}
