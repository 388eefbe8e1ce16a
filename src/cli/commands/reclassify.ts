import type { Command } from 'commander';
import { plainText } from '../../model/plain-text.ts';
import { inBoth } from '../../model/sentence.ts';
import { plainJson } from '../json.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

/** `gongkai reclassify`: what today's classifier would change in what is stored. */
export function registerReclassify(program: Command): void {
  addCommonOptions(program.command('reclassify'))
    .description(
      inBoth({
        zh: '用现在的分类器重看已采集的信息，先列出会变的，加 --apply 才改',
        en: 'show which stored items would change category; --apply changes them',
      }),
    )
    .option('--apply', inBoth({ zh: '改', en: 'change them' }))
    .action(async (_options: unknown, command: Command) => reclassify(command.optsWithGlobals<CommonOptions & { apply?: true }>()));
}

async function reclassify(options: CommonOptions & { apply?: true }): Promise<void> {
  const [{ withWorkshop }, { findReclassified }] = await Promise.all([
    import('../workshop.ts'),
    import('../../classification/reclassification.ts'),
  ]);
  await withWorkshop(options, async ({ config, store, classifier }) => {
    const units = new Map(config.estate.units.map((unit) => [unit.id, unit.name]));
    const changes = await findReclassified({ store, classifier, unitName: (id) => units.get(id) });
    if (options.apply) await store.items.reclassify(changes.map(({ key, after }) => ({ key, to: after })));
    if (options.json) {
      process.stdout.write(`${plainJson({ schema: 'gongkai.reclassification/1', applied: options.apply === true, changes })}\n`);
      return;
    }
    const names = new Map(config.taxonomy.categories.map((category) => [category.id, category.name]));
    for (const { title, before, after } of changes) {
      process.stdout.write(`${names.get(before.category)} → ${names.get(after.category)}  ${plainText(title)}\n`);
    }
    const outcome = options.apply ? '已改' : '未改，加 --apply 才改';
    process.stdout.write(`${changes.length} 条信息的类别会变（人工更正过的和栏目已指定类别的不动）；${outcome}\n`);
  });
}
