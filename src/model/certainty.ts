/** How sure a reading of a list is: only what is sure may speak against a unit. */
export const CERTAINTIES = ['sure', 'likely', 'unsure'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

interface DoubtFacts {
  /** How sure a reading with this doubt can be at most. */
  readonly atMost: Exclude<Certainty, 'sure'>;
  readonly zh: string;
  readonly en: string;
}

/** What can speak against a reading of a list: a closed list, kept with the reading and shown with it. */
export const DOUBTS = {
  'said-unchanged': {
    atMost: 'likely',
    zh: '网站答复“没有变化”，未重新取回核对',
    en: 'the site only said that nothing changed; the page itself was not looked at',
  },
  'page-unsure': {
    atMost: 'unsure',
    zh: '页面上哪一块是信息列表不能肯定',
    en: 'which block of the page is the list is not certain',
  },
  'page-likely': {
    atMost: 'likely',
    zh: '页面上的列表大致可以认定，但依据不足以作出不利判定',
    en: 'the list is most probably the right block, but that is no proof',
  },
  'script-may-fill': {
    atMost: 'unsure',
    zh: '列表是空的，但页面脚本可能随后填入内容',
    en: 'the list is empty, and a script of the page may be about to fill it',
  },
  'read-later': {
    atMost: 'likely',
    zh: '所判之日尚未监测，是按其后读到的列表推算的',
    en: 'nobody had looked by the judged day: it is told from a list that was read later',
  },
  'days-disagree': {
    atMost: 'likely',
    zh: '列表上的日期与信息页标注的发布日期不一致，按信息页的日期并未超期',
    en: 'the days of the list are not those of the pages: by those of the pages it is not overdue',
  },
  'other-place': {
    atMost: 'likely',
    zh: '列表所在位置与本站其他栏目不同',
    en: "the list does not stand where this site's other columns have theirs",
  },
  'site-frame': {
    atMost: 'unsure',
    zh: '读到的内容在本站多个栏目页面上都有，是侧栏或公共区域',
    en: 'what was read stands on pages of several columns: it is a side box',
  },
  'rows-of-others': {
    atMost: 'unsure',
    zh: '读到的信息属于本站其他栏目',
    en: 'the rows that were read belong to other columns of the site',
  },
  'other-list': {
    atMost: 'unsure',
    zh: '与上次读到的列表没有一条相同，可能不是同一个列表',
    en: 'not one row is known from the last reading: it may be another list',
  },
  'other-address': {
    atMost: 'likely',
    zh: '栏目地址跳转到了别处，尚不能肯定是同一栏目',
    en: 'the address of the column leads elsewhere, and it is not certain that this is the same column',
  },
} as const satisfies Record<string, DoubtFacts>;

/** The name of a doubt. */
export type Doubt = keyof typeof DOUBTS;

/** How sure a reading is in spite of its doubts. */
export function certaintyOf(doubts: readonly Doubt[]): Certainty {
  const weakest = Math.max(0, ...doubts.map((doubt) => CERTAINTIES.indexOf(DOUBTS[doubt].atMost)));
  return CERTAINTIES[weakest]!;
}
