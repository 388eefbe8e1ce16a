import type { Command } from 'commander';
import type { Act } from '../../../jobs/alerts/act.ts';
import { ALERT_STATES, DISMISSAL_REASONS, TELLINGS } from '../../model/alerts.ts';
import { inBoth } from '../../model/sentence.ts';
import { readDayOption } from '../as-of.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions, collect } from '../options.ts';
import { registerDeliveries } from './alerts/deliveries.ts';

interface ListOptions extends CommonOptions {
  readonly state?: readonly string[];
  readonly unit?: readonly string[];
  readonly site?: readonly string[];
}

interface ActOptions extends CommonOptions {
  readonly by?: string;
  readonly why?: string;
  readonly reason?: string;
  readonly until?: string;
  readonly plan?: string;
  readonly whom?: string;
  readonly how?: string;
  readonly on?: string;
}

/** `gongkai alerts …`: the desk for the command line; the console does the same through the same functions. */
export function registerAlerts(program: Command): void {
  const alerts = program
    .command('alerts')
    .description(inBoth({ zh: '预警：查看、确认、发送、答复、送达', en: 'alerts and their delivery' }));
  addCommonOptions(alerts.command('list', { isDefault: true }))
    .description(inBoth({ zh: '列出预警', en: 'list alerts' }))
    .option('--state <state>', inBoth({ zh: `只看这个状态，可重复：${ALERT_STATES.join('、')}`, en: 'only this state' }), collect)
    .option('--unit <id>', inBoth({ zh: '只看这个单位，可重复', en: 'only this unit' }), collect)
    .option('--site <id>', inBoth({ zh: '只看这个网站，可重复', en: 'only this site' }), collect)
    .action(async (_options, command: Command) => list(command.optsWithGlobals<ListOptions>()));
  addCommonOptions(alerts.command('show <id>'))
    .description(inBoth({ zh: '一条预警的全部依据和经过', en: 'an alert with its evidence and history' }))
    .action(async (id: string, _options, command: Command) => show(id, command.optsWithGlobals<CommonOptions>()));

  const acting = (name: string, description: string, act: (options: ActOptions) => Act) =>
    addCommonOptions(alerts.command(`${name} <ids...>`))
      .description(description)
      .option('--by <name>', inBoth({ zh: '经办人，缺省为系统用户名', en: 'who does it' }))
      .option('--why <text>', inBoth({ zh: '说明', en: 'why' }))
      .action(async (ids: string[], _options, command: Command) => perform(ids, act, command.optsWithGlobals<ActOptions>()));
  acting('confirm', inBoth({ zh: '人工核实，确认有问题', en: 'confirm' }), ({ why = '' }) => ({ kind: 'confirmed', why }));
  acting('send', inBoth({ zh: '发给单位', en: 'send to the unit' }), ({ why = '' }) => ({ kind: 'sent', why }));
  acting('told', inBoth({ zh: '记录已用电话、书面或当面告知', en: 'note that the unit was told by other means' }), told)
    .requiredOption('--whom <name>', inBoth({ zh: '告知了谁', en: 'who was told' }))
    .requiredOption('--how <how>', 'phone 电话 | paper 书面 | in-person 当面')
    .requiredOption('--on <day>', inBoth({ zh: '哪一天', en: 'on which day' }));
  acting('object', inBoth({ zh: '单位提出异议', en: 'the unit objects' }), ({ why = '' }) => ({ kind: 'objected', why }));
  acting('keep', inBoth({ zh: '异议不成立，维持', en: 'keep after an objection' }), ({ why = '' }) => ({ kind: 'kept', why }));
  acting('close', inBoth({ zh: '已整改的，销号', en: 'close what is rectified' }), ({ why = '' }) => ({ kind: 'closed', why }));
  acting('reopen', inBoth({ zh: '撤回不予处理', en: 'take a dismissal back' }), ({ why = '' }) => ({ kind: 'reopened', why }));
  acting('acknowledge', inBoth({ zh: '单位答复：怎样整改、何时完成', en: 'what the unit will do' }), acknowledged)
    .requiredOption('--plan <text>', inBoth({ zh: '怎样整改', en: 'what will be done' }))
    .requiredOption('--until <day>', inBoth({ zh: '何时完成', en: 'by when' }));
  acting('dismiss', inBoth({ zh: '不予处理，写明理由和截止日期', en: 'dismiss for a reason and a time' }), dismissed)
    .requiredOption('--reason <reason>', 'false-alarm 误报 | archived 已归档 | no-business 无业务')
    .requiredOption('--until <day>', inBoth({ zh: '有效至', en: 'last day' }));

  registerDeliveries(alerts);
}

function acknowledged({ plan = '', until = '' }: ActOptions): Act {
  return { kind: 'acknowledged', what: plan, until: readDayOption('--until', until) };
}

function told({ whom = '', how, on = '', why = '' }: ActOptions): Act {
  const known = TELLINGS.find((one) => one === how);
  if (!known) throw new Failure({ zh: `--how 只能是：${TELLINGS.join('、')}`, en: `must be one of: ${TELLINGS.join('、')}` }, EXIT.usage);
  return { kind: 'told', whom, how: known, on: readDayOption('--on', on), why };
}

function dismissed({ reason, why = '', until = '' }: ActOptions): Act {
  const known = DISMISSAL_REASONS.find((one) => one === reason);
  if (!known)
    throw new Failure(
      { zh: `--reason 只能是：${DISMISSAL_REASONS.join('、')}`, en: `must be one of: ${DISMISSAL_REASONS.join('、')}` },
      EXIT.usage,
    );
  return { kind: 'dismissed', reason: known, why, until: readDayOption('--until', until) };
}

async function list(options: ListOptions): Promise<void> {
  const states = (options.state ?? []).map((given) => {
    const state = ALERT_STATES.find((one) => one === given);
    if (!state)
      throw new Failure({ zh: `--state 只能是：${ALERT_STATES.join('、')}`, en: `must be one of: ${ALERT_STATES.join('、')}` }, EXIT.usage);
    return state;
  });
  const [{ withWorkshop }, { printAlerts }, { whyNone }] = await Promise.all([
    import('../workshop.ts'),
    import('../print-alerts.ts'),
    import('../../alerts/why-none.ts'),
  ]);
  await withWorkshop(options, async ({ store, config }) => {
    const { unit, site: sites = [] } = options;
    const found = await store.alerts.list({ states, sites, ...(unit ? { units: unit } : {}) });
    printAlerts(found, config, options, whyNone(await store.runs.lastAudit(), config.estate.timezone));
  });
}

async function show(id: string, options: CommonOptions): Promise<void> {
  const [{ withWorkshop }, { printEvidence }, { evidenceOf }] = await Promise.all([
    import('../workshop.ts'),
    import('../print-alerts.ts'),
    import('../../alerts/evidence.ts'),
  ]);
  await withWorkshop(options, async (workshop) => {
    const alert = await workshop.store.alerts.get(id);
    if (!alert) throw new Failure({ zh: `没有编号为 ${id} 的预警`, en: 'there is no such alert' }, EXIT.usage);
    printEvidence(await evidenceOf(alert, workshop), workshop.config, options);
  });
}

async function perform(ids: readonly string[], act: (options: ActOptions) => Act, options: ActOptions): Promise<void> {
  const wanted = act(options);
  const [{ withWorkshop }, { actOnAlert }, { userInfo }, { printActed }] = await Promise.all([
    import('../workshop.ts'),
    import('../../../jobs/alerts/act.ts'),
    import('node:os'),
    import('../print-alerts.ts'),
  ]);
  const by = options.by ?? userInfo().username;
  await withWorkshop(options, async (workshop) => {
    for (const id of ids) {
      printActed(await actOnAlert(workshop, id, wanted, by), wanted.kind, options);
    }
  });
}
