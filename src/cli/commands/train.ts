import type { Command } from 'commander';
import { eachLanguage, inBoth } from '../../model/sentence.ts';
import { toldOf } from '../../model/told-error.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions, collect } from '../options.ts';
import { databaseUrl } from '../servers.ts';

interface TrainOptions extends CommonOptions {
  readonly titles?: readonly string[];
  readonly readTitles?: readonly string[];
  readonly out: string;
  readonly seed: string;
  readonly written: string;
  readonly withCorrections?: true;
}

/** `gongkai train`: makes the classifier's model anew from labelled titles. */
export function registerTrain(program: Command): void {
  addCommonOptions(program.command('train'))
    .description(inBoth({ zh: '用标注的标题训练分类模型', en: 'train the model of the classifier from labelled titles' }))
    .option(
      '--titles <file>',
      inBoth({ zh: '标注标题，每行 {"title","category","specific"?}，可重复', en: 'labelled titles, repeatable' }),
      collect,
    )
    .option(
      '--read-titles <file>',
      inBoth({
        zh: '同上，但编写规则的人读过这些标题：用来学习，不用来校准置信度',
        en: 'the same, of titles that people read while they wrote the rules: learnt from, but no measure of confidence',
      }),
      collect,
    )
    .requiredOption('--out <file>', inBoth({ zh: '模型写到哪里', en: 'where to write the model' }))
    .option(
      '--seed <number>',
      inBoth({ zh: '随机种子，同样的数据和种子得到同样的模型', en: 'the same data and seed give the same model' }),
      '1',
    )
    .option('--written <count>', inBoth({ zh: '每类按自带句式写多少个标题', en: 'titles a category written from our own patterns' }), '300')
    .option('--with-corrections', inBoth({ zh: '加上人工更正过的信息', en: 'with the items that people set right' }))
    .action(async (_options: unknown, command: Command) => train(command.optsWithGlobals<TrainOptions>()));
}

async function train(options: TrainOptions): Promise<void> {
  const seed = wholeNumber('--seed', options.seed);
  const perCategory = wholeNumber('--written', options.written);
  const [
    { readFileSync },
    { loadTaxonomy },
    { readLabelledTitles, digestOf },
    training,
    { seededFraction },
    { writeTitles },
    { writeModel },
  ] = await Promise.all([
    import('node:fs'),
    import('../../config/taxonomy.ts'),
    import('../../classification/labelled.ts'),
    import('../../classification/training.ts'),
    import('../../classification/descent.ts'),
    import('../../classification/templates.ts'),
    import('../../classification/model-file.ts'),
  ]);
  const taxonomy = loadTaxonomy(options.config);
  const categories = taxonomy.categories.map((category) => category.id);
  const titlesOf = (file: string) => {
    try {
      return readLabelledTitles(readFileSync(file, 'utf8'), categories);
    } catch (error) {
      throw new Failure(
        eachLanguage(toldOf(error), (text) => `${file}: ${text}`),
        EXIT.usage,
      );
    }
  };
  const read = (options.readTitles ?? []).flatMap(titlesOf).map((title) => ({ ...title, read: true }));
  const labelled = [...read, ...(options.titles ?? []).flatMap(titlesOf)];
  if (options.withCorrections) labelled.push(...(await readCorrected(options)));
  const written = writeTitles(perCategory, seededFraction(seed));
  const model = training.train({ taxonomy, labelled, written, seed, dataDigest: digestOf(labelled) });
  writeModel(options.out, model);
  const summary = { out: options.out, ...model.header };
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ schema: 'gongkai.training/1', ...summary })}\n`
      : `模型已写到 ${options.out}：标注标题 ${labelled.length} 个，按句式写的标题 ${written.length} 个，数据摘要 ${model.header.dataDigest.slice(0, 16)}\n`,
  );
}

async function readCorrected(options: TrainOptions) {
  const [{ openStore }, { correctedTitles }, { systemClock }, { systemRandomness }] = await Promise.all([
    import('../../store/open.ts'),
    import('../../classification/labelled.ts'),
    import('../../model/clock.ts'),
    import('../../model/randomness.ts'),
  ]);
  const store = await openStore({
    dataDir: options.data,
    databaseUrl: databaseUrl(),
    clock: systemClock,
    randomness: systemRandomness,
  });
  try {
    return await correctedTitles(store);
  } finally {
    await store.close();
  }
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Failure({ zh: `${option} 应是不小于 0 的整数`, en: `must be a whole number from 0, not ${text}` }, EXIT.usage);
}
