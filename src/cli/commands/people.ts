import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

/** `gongkai people …`: who may come into the console, and the way back in for somebody whom nobody there can help. */
export function registerPeople(program: Command): void {
  const people = program.command('people').description(inBoth({ zh: '网页界面的账户', en: 'accounts of the console' }));
  addCommonOptions(people.command('list', { isDefault: true }))
    .description(inBoth({ zh: '列出账户', en: 'list accounts' }))
    .action(async (_options, command: Command) => list(command.optsWithGlobals<CommonOptions>()));
  addCommonOptions(people.command('renew <email>'))
    .description(inBoth({ zh: '给一个重设密码的链接', en: 'a link by which somebody chooses a new password' }))
    .action(async (email: string, _options, command: Command) => renew(email, command.optsWithGlobals<CommonOptions>()));
}

async function list(options: CommonOptions): Promise<void> {
  const [{ withWorkshop }, { printPeople }] = await Promise.all([import('../workshop.ts'), import('../print-people.ts')]);
  await withWorkshop(options, async ({ store, config }) => printPeople(await store.people.list(), config, options));
}

async function renew(email: string, options: CommonOptions): Promise<void> {
  const [{ withWorkshop }, { makeInvitation }, { userInfo }] = await Promise.all([
    import('../workshop.ts'),
    import('../../console/people/invitation-link.ts'),
    import('node:os'),
  ]);
  await withWorkshop(options, async ({ store, config, clock, randomness }) => {
    const person = (await store.people.list()).find((one) => one.email === email.toLowerCase());
    if (!person)
      throw new Failure(
        { zh: `没有邮箱为 ${email} 的账户，gongkai people 列出全部`, en: 'nobody has an account with that e-mail' },
        EXIT.usage,
      );
    const by = userInfo().username;
    const publicUrl = config.alerts.consoleUrl ?? DEFAULT_URL;
    const { invitation, link } = await makeInvitation({ store, clock, randomness, publicUrl }, person, by);
    const log = { action: 'renew-password', target: `person/${person.email}`, detail: '' };
    await store.people.log({ id: randomness.id(), at: clock.now(), by, ...log });
    if (options.json) process.stdout.write(`${JSON.stringify({ email: person.email, link, expiresAt: invitation.expiresAt })}\n`);
    else
      process.stdout.write(
        `${inBoth({ zh: `${person.name} 用这个链接设定新密码，七天内有效，只能用一次`, en: 'good for seven days, once' })}:\n${link}\n`,
      );
  });
}

/** Where `gongkai serve` listens when nobody says otherwise. */
const DEFAULT_URL = 'http://127.0.0.1:8460';
