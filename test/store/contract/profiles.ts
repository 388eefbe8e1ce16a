import { describe, expect, it } from 'vitest';
import { type SiteProfile, unknownSite } from '../../../src/model/site-profile.ts';
import type { Store } from '../../../src/store/store.ts';
import { march } from '../records.ts';

export function profileContract(store: () => Store): void {
  describe('profiles of sites', () => {
    it('what is known of a site comes back as it was learnt, in the place of what was known before', async () => {
      expect(await store().profiles.get('learnt')).toBeNull();
      await store().profiles.keep(unknownSite('learnt', march(1)));
      const learnt: SiteProfile = {
        site: 'learnt',
        learntAt: march(2),
        frame: [{ place: 'div.hot>ul', rows: ['http://a.example/“1”'], columns: 3 }],
        template: [{ place: 'div.main>ul', columns: 4, rows: 20, dated: 0.95 }],
        scripts: ['jquery.js'],
        addresses: { ignored: [{ path: 'www.a.example/view/#.html', parameters: ['t'] }] },
        drawn: 'markup',
        home: { title: '首页', rows: [] },
      };
      await store().profiles.keep(learnt);
      expect(await store().profiles.get('learnt')).toEqual(learnt);
    });

    it('of many who learn a site at once one stays whole, and other sites are as they were', async () => {
      await store().profiles.keep(unknownSite('beside', march(1)));
      const learnt = Array.from({ length: 8 }, (_, n) => ({ ...unknownSite('crowded', march(2 + n)), scripts: [`${n}.js`] }));
      await Promise.all(learnt.map((profile) => store().profiles.keep(profile)));
      expect(learnt).toContainEqual(await store().profiles.get('crowded'));
      expect(await store().profiles.get('beside')).toEqual(unknownSite('beside', march(1)));
    });
  });
}
