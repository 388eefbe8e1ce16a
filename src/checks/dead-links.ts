import type { Check } from './check.ts';
import { findLinks, type LinkFacts, sayLinks } from './parts/links.ts';
import { ownRule } from './parts/rules.ts';

/** Links that lead nowhere any more (链接失效): two looks on different days agree. Who turned us away is never counted. */
export const deadLinks: Check<LinkFacts> = {
  kind: 'dead-links',
  name: { zh: '链接失效', en: 'dead links' },
  subject: 'unit',
  severity: 'minor',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '国办发〔2015〕15号 附件“链接可用性”', en: '国办发〔2015〕15号, annex, on links' },
  sentence: (facts) =>
    sayLinks(facts, {
      dead: { zh: ' # 个链接打不开', en: '# dead links' },
      moved: { zh: ' # 个链接只打开了网站首页', en: '# links that only open a home page' },
      'wrong-type': { zh: ' # 个附件打开的不是文件', en: '# attachments that are no files' },
    }),
  inEstate: ({ links }, context) =>
    ownRule(context.pack, deadLinks.kind) === null ? [] : findLinks(links, ['dead', 'moved', 'wrong-type'], context),
};
