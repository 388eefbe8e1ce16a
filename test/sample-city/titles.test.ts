import { expect, it } from 'vitest';
import { City } from '../../sample-city/city.ts';
import { unitOf } from '../../sample-city/plan/units.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { BUNDLED_DIR, loadRulebook } from '../../src/config/load.ts';

it('every title of the sample city is classified as its column says, in the columns that the estate leaves open too', () => {
  const classifier = loadClassifier(loadRulebook(BUNDLED_DIR).taxonomy);
  const city = new City({ seed: 2018, faults: false, today: '2019-01-31' });
  const astray = city.columns.flatMap((column) =>
    city.listed(column).flatMap((item) => {
      const { category } = classifier.classify({
        title: item.title,
        column: column.path.at(-1),
        columnPath: column.path,
        columnCategory: column.unlabelled ? null : column.category,
        unit: unitOf(column.unit).name,
      });
      return category === column.category ? [] : [`${column.id}: ${item.title} → ${category}`];
    }),
  );
  expect(astray).toEqual([]);
});
