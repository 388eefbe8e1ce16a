import { departmentBudgets } from '../../duties/budgets/departments.ts';
import { platformNames } from '../../media/words.ts';
import type { PaperTable } from '../../model/paper.ts';
import { classesInWords, opens, type PaperFacts, type PaperKind, published } from '../facts.ts';
import { platformCounts } from '../media.ts';
import { numbered } from '../paper.ts';
import { nameReader } from '../problems.ts';
import { checkAnnual } from './check.ts';
import { decisionTable, requestTable, reviewTable } from './forms.ts';

/** 政府信息公开工作年度报告 in its six parts (国办公开办函〔2021〕30号): counts are filled in, what only people know is marked. */
export const annual: PaperKind = {
  id: 'annual',
  name: { zh: '政府信息公开工作年度报告', en: 'annual report' },
  series: null,
  period: 'last-year',
  counts: 'by-form',
  owes: () => true,
  check: checkAnnual,
  compose(facts) {
    const { estate, span, asOf, unit, counts, taxonomy } = facts;
    const own = published(facts);
    const name = unit === null ? `${estate.name}人民政府` : nameReader(facts).unit(unit);
    const year = span.from.slice(0, 4);
    // Of key areas the counts of one unit are not known.
    const areas = (unit === null ? taxonomy.keyAreas : [])
      .map((area) => ({ ...area, items: counts.keyAreas.get(area.number) ?? 0 }))
      .filter(({ items }) => items > 0);
    const inAreas = areas.reduce((sum, { items }) => sum + items, 0);
    const ranked = taxonomy.categories
      .map(({ id, name }) => ({ name, items: own.categories.get(id) ?? 0 }))
      .filter(({ items }) => items > 0)
      .sort((one, other) => other.items - one.items);
    return {
      title: `${name}${year}年政府信息公开工作年度报告`,
      to: null,
      opening: [
        `本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
      ],
      sections: numbered([
        [
          '总体情况',
          [
            `（一）主动公开。${year}年，${unit === null ? '全市政府网站' : '本机关在政府网站'}共主动公开政府信息${own.items}条，其中${classesInWords(facts)}，涉及${ranked.length}个类别。${ranked
              .slice(0, 6)
              .map(({ name, items }) => `${name}${items}条`)
              .join('，')}。${areas.length > 0 ? `公开重点领域信息${inAreas}条，涉及${areas.length}个领域。` : ''}${budgetsInWords(facts)}`,
            '（二）依申请公开。〔待填：收到、办理、结转的申请数量，应与第三部分一致〕',
            '（三）政府信息管理。〔待填〕',
            `（四）政府信息公开平台建设。${platformsInWords(facts)}〔待填〕`,
            '（五）监督保障。〔待填〕',
          ],
        ],
        ['主动公开政府信息情况', ['见附表“主动公开政府信息情况”。']],
        ['收到和处理政府信息公开申请情况', ['见附表“收到和处理政府信息公开申请情况”。']],
        ['政府信息公开行政复议、行政诉讼情况', ['见附表“政府信息公开行政复议、行政诉讼情况”。']],
        ['存在的主要问题及改进情况', ['〔待填〕']],
        ['其他需要报告的事项', ['〔待填：收取信息处理费的情况，没有的写“无”〕']],
      ]),
      tables: [decisionTable, requestTable, reviewTable, categoryTable(facts), ...areaTables(facts), ...budgetTables(facts)],
      signature: { office: name, day: asOf },
    };
  },
};

/** The year's budgets, and the accounts of the year before, as far as they came out in the year: of all, a unit tells of itself in words. */
function budgetsOf({ unit, result, pack, span }: PaperFacts) {
  const year = Number(span.from.slice(0, 4));
  const counts = unit === null ? departmentBudgets(result.budgets, pack, span) : [];
  return counts.filter((count) => count.year === (count.what === 'budget' ? year : year - 1));
}

const BUDGETS = { budget: '部门预算', accounts: '部门决算' } as const;

function budgetsInWords(facts: PaperFacts): string {
  const told = budgetsOf(facts).map(({ what, year, documents, sum, read }) => {
    const money = read === documents.length ? `涉及金额${sum}万元` : `其中读到金额的${read}家共${sum}万元`;
    return `公开${year}年${BUDGETS[what]}${documents.length}家${read === 0 ? '' : `，${money}`}`;
  });
  return told.length === 0 ? '' : `${told.join('；')}。`;
}

/** 部门预决算公开情况: each number opens the documents that it counted. */
function budgetTables(facts: PaperFacts): PaperTable[] {
  const counts = budgetsOf(facts);
  if (counts.length === 0) return [];
  return [
    {
      name: '部门预决算公开情况',
      columns: ['序号', '内容', '年度', '公开数（家）', '公开日期', '读到金额（家）', '金额合计（万元）'],
      rows: counts.map(({ what, year, documents, sum, read }, place) => {
        const days = documents.flatMap(({ publishedOn }) => publishedOn ?? []).sort();
        const asked = new URLSearchParams({ what, of: String(year), ...facts.span });
        return [
          place + 1,
          BUDGETS[what],
          String(year),
          { text: documents.length, link: `/duties/budgets?${asked}#table-published` },
          [...new Set([days[0], days.at(-1)])].join('至'),
          read,
          read === 0 ? '—' : sum,
        ];
      }),
    },
  ];
}

/** 重点领域信息统计: only of the whole; of one unit areas are not counted. */
function areaTables(facts: PaperFacts): PaperTable[] {
  const { unit, taxonomy, counts } = facts;
  if (unit !== null) return [];
  return [
    {
      name: '重点领域信息统计',
      columns: ['序号', '重点领域', '信息数（条）'],
      rows: taxonomy.keyAreas.map(({ number, name }, place) => [
        place + 1,
        name,
        opens(counts.keyAreas.get(number) ?? 0, facts, { area: String(number) }),
      ]),
    },
  ];
}

/** 政务微博更新信息1089条，…: what accounts of new media posted in the year. */
function platformsInWords(facts: PaperFacts): string {
  const counts = platformCounts(facts);
  if (counts.length === 0) return '';
  const told = counts.map(({ platform, accounts, posts }) => `${platformNames(platform).zh}账号${accounts}个，更新信息${posts}条`);
  return `政务新媒体${told.join('；')}。`;
}

function categoryTable(facts: PaperFacts): PaperTable {
  const { taxonomy } = facts;
  const classes = new Map(taxonomy.classes.map(({ id, name }) => [id, name]));
  const { categories } = published(facts);
  return {
    name: '信息分类统计',
    columns: ['序号', '类别', '大类', '信息数（条）'],
    rows: taxonomy.categories.map((category, place) => [
      place + 1,
      category.name,
      classes.get(category.class) ?? category.class,
      opens(categories.get(category.id) ?? 0, facts, { category: category.id }),
    ]),
  };
}
