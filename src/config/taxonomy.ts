import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Taxonomy } from '../model/estate.ts';
import { ConfigError, type Problem } from './problem.ts';
import { readTaxonomyFile } from './taxonomy-file.ts';
import { readYamlFile } from './yaml-file.ts';

const BUNDLED = fileURLToPath(new URL('../../config/taxonomy.yaml', import.meta.url));

/**
 * Reads the taxonomy alone, a directory's or the bundled one: `gongkai classify` shall not wait for rules it does not need.
 * @throws {ConfigError} with everything that is wrong at once
 */
export function loadTaxonomy(dir: string): Taxonomy {
  const problems: Problem[] = [];
  const own = join(dir, 'taxonomy.yaml');
  const source = readYamlFile(existsSync(own) ? own : BUNDLED, problems);
  const taxonomy = source && readTaxonomyFile(source, problems);
  if (!taxonomy) throw new ConfigError(problems);
  return taxonomy;
}
