import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

/** `gongkai classify`: titles in, categories out. */
export function registerClassify(program: Command): void {
  addCommonOptions(program.command('classify'))
    .description(
      inBoth({
        zh: '给标题分类：标准输入每行一个标题；加 --json 时每行一个 {"title","column"?,"url"?,"unit"?,"columnType"?}',
        en: 'classify titles from standard input, one a line',
      }),
    )
    .option('--model <file>', inBoth({ zh: '用别的模型文件', en: 'use another model' }))
    .action(async (_options: unknown, command: Command) => classify(command.optsWithGlobals<CommonOptions & { model?: string }>()));
}

async function classify(options: CommonOptions & { model?: string }): Promise<void> {
  const [{ loadTaxonomy }, { loadClassifier }, { classifyJsonLine, classifyTitleLine }, { pipeLines }] = await Promise.all([
    import('../../config/taxonomy.ts'),
    import('../../classification/load.ts'),
    import('../classify-line.ts'),
    import('../lines.ts'),
  ]);
  const taxonomy = loadTaxonomy(options.config);
  const classifier = loadClassifier(taxonomy, options.model);
  await pipeLines(process.stdin, process.stdout, options.json ? classifyJsonLine(classifier) : classifyTitleLine(classifier, taxonomy));
}
