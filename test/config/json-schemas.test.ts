import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FORM_NAMES, jsonSchema } from '../../src/config/json-schemas.ts';
import { loadConfig } from '../../src/config/load.ts';

it.each(FORM_NAMES)('the shipped schema of %s is up to date (mend: gongkai config schema --write)', (form) => {
  expect(readFileSync(`config/schema/${form}.schema.json`, 'utf8')).toBe(jsonSchema(form));
});

it('every shipped file names the schema that editors check it by', () => {
  for (const file of loadConfig('config').files) {
    const [first] = readFileSync(file, 'utf8').split('\n');
    const folder = /(calendar|rules)\//.exec(file)?.[1];
    const form = folder ?? /(\w+)\.yaml$/.exec(file)![1];
    expect(first).toBe(`# yaml-language-server: $schema=${folder ? '../' : ''}schema/${form}.schema.json`);
  }
});
