import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Compared, compare, plantChanges } from '../test/site/invented/compare.ts';
import { openInventedEstate } from '../test/site/invented/estate.ts';
import { FIRST, SECOND } from '../test/site/invented/plan.ts';

/*
 * An estate of sites that nobody has seen, audited on two nights with changes planted between them: how many columns are read whole, and
 * what is said of a unit that is not true. Run: npx tsx bench/invented-estate.ts [seed] [sites] [columns]
 */

const [seed = 'one', sites = '18', columns = '8'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'gongkai-estate-'));
const estate = await openInventedEstate(seed, { sites: Number(sites), columns: Number(columns) }, folder);
try {
  tell('first night', compare(await estate.audit(FIRST), estate.drawings));
  const planted = plantChanges(estate.drawings);
  tell('second night', compare(await estate.audit(SECOND), estate.drawings, planted));
} finally {
  await estate.close();
  rmSync(folder, { recursive: true });
}

function tell(night: string, of: Compared): void {
  for (const line of of.wrong) console.log(`  ${line}`);
  const share = (part: number) => `${part}/${of.columns}`;
  console.log(
    `${night}: counts ${share(of.counts)}, newest day ${share(of.newest)}, status ${share(of.statuses)}, changes ${of.found}/${of.planted}; ` +
      `false verdicts ${of.falseVerdicts.length}, made up ${of.madeUp.length}`,
  );
  for (const line of [...of.falseVerdicts, ...of.madeUp]) console.log(`  !! ${line}`);
}
