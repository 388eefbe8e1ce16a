import { expect, it } from 'vitest';
import { scratchFolder } from '../town.ts';
import { compare, plantChanges } from './compare.ts';
import { openInventedEstate } from './estate.ts';
import { FIRST, SECOND } from './plan.ts';

const folder = scratchFolder('invented');

it('sites that nobody has seen are read whole, and nothing untrue is said of them, on the night after changes either', async () => {
  const estate = await openInventedEstate('spring', { sites: 3, columns: 6 }, folder);
  try {
    const first = compare(await estate.audit(FIRST), estate.drawings);
    expect(first).toMatchObject({ wrong: [], falseVerdicts: [], madeUp: [] });
    const planted = plantChanges(estate.drawings);
    const second = compare(await estate.audit(SECOND), estate.drawings, planted);
    expect(second).toMatchObject({ wrong: [], falseVerdicts: [], madeUp: [] });
  } finally {
    await estate.close();
  }
});
