import { type Day, dayIn } from '../model/day.ts';
import type { Check } from './check.ts';
import { fateInItems } from './look.ts';

interface Facts {
  readonly title: string;
  readonly day: Day;
  readonly olderDay: Day;
}

/** Old news under a new day (旧文新发): the same title and the same text, to the letter, that the unit had published long before. */
export const reissued: Check<Facts> = {
  kind: 'reissued',
  name: { zh: '疑似旧文新发', en: 'perhaps old news under a new day' },
  subject: 'item',
  severity: 'notice',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '国办秘函〔2019〕19号 单项否决：弄虚作假行为', en: '国办秘函〔2019〕19号, veto on forged dates' },
  // That the texts are the same is sure; why, only the unit knows.
  certainty: () => 'unsure',
  sentence: ({ title, day, olderDay }) => ({
    zh: `${day} 发布的《${title}》与该单位 ${olderDay} 发布的一条信息标题、正文完全相同，疑为旧文新发，请核实。`,
    en: `"${title}" of ${day} has the title and the whole text of an item that the unit had published on ${olderDay}. Please check.`,
  }),

  inEstate: ({ reissued: found }, { moment }) =>
    found.map(({ newer, older }) => ({
      subject: { unit: newer.unit, site: newer.site, column: null, url: newer.url },
      facts: { title: newer.title, day: newer.publishedOn, olderDay: older.publishedOn },
      since: newer.publishedOn,
      evidence: [newer, older].map(
        ({ publishedOn, title, url, firstSeen }) => `${publishedOn} ${title} ${url}（${dayIn(moment.zone, firstSeen)}）`,
      ),
    })),
  fate: fateInItems,
};
