import type { Check } from './check.ts';
import { findLinks, type LinkFacts, sayLinks } from './parts/links.ts';
import { ownRule } from './parts/rules.ts';

/** Links whose host has fallen to somebody else (错链): betting, pornography, a domain for sale. */
export const hijackedLinks: Check<LinkFacts> = {
  kind: 'hijacked-links',
  name: { zh: '错链（域名易主）', en: 'hijacked links' },
  subject: 'unit',
  severity: 'major',
  audience: 'unit',
  ofQuality: true,
  document: {
    zh: '国办秘函〔2019〕19号 单项否决“安全、泄密事故等严重问题”：链接违法内容',
    en: '国办秘函〔2019〕19号, veto on links to unlawful content',
  },
  sentence: (facts) =>
    sayLinks(facts, {
      hijacked: { zh: ' # 个链接指向了涉赌、涉黄或待售域名的页面', en: '# links that lead to betting, pornography or a domain for sale' },
    }),
  inEstate: ({ links }, context) => (ownRule(context.pack, hijackedLinks.kind) === null ? [] : findLinks(links, ['hijacked'], context)),
};
