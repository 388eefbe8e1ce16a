import type { Workshop } from '../../jobs/workshop.ts';
import { formatInstant } from '../model/day.ts';
import { type Overruled, overruledOf } from '../model/overruled.ts';
import { inBoth } from '../model/sentence.ts';
import { type SiteProfile, unknownSite } from '../model/site-profile.ts';
import { EXIT, Failure } from './failure.ts';
import { plainJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { formatTable, terminalWidth } from './table.ts';

/** Prints what was learnt of a site; `learntAt` is null where nothing was yet. */
export async function showSite({ config, store, clock }: Workshop, id: string, { json }: Pick<CommonOptions, 'json'>): Promise<void> {
  const site = config.estate.sites.find((one) => one.id === id);
  if (!site) throw new Failure({ zh: `estate.yaml 中没有网站 ${id}`, en: `there is no site ${id} in estate.yaml` }, EXIT.usage);
  const stored = await store.profiles.get(id);
  const profile = stored ?? unknownSite(id, clock.now());
  const learntAt = stored && formatInstant(config.estate.timezone, stored.learntAt);
  if (json) {
    const { frame, template, addresses, drawn } = profile;
    const shown = {
      schema: 'gongkai.site/1',
      site: id,
      learntAt,
      frame,
      template: { places: template },
      addresses,
      drawn,
      overruled: overruledOf(site),
    };
    process.stdout.write(`${plainJson(shown)}\n`);
  } else {
    process.stdout.write(
      `${site.name}  ${learntAt ?? inBoth({ zh: '尚未了解', en: 'nothing learnt yet' })}\n\n${profileTable(profile, overruledOf(site))}\n`,
    );
  }
}

function profileTable({ frame, template, addresses, drawn }: SiteProfile, { site, columns = {} }: Overruled): string {
  const told = [...(site ? [['*', site] as const] : []), ...Object.entries(columns)];
  const rows = [
    ...template.map((list) => [inBoth({ zh: '列表位置', en: 'list' }), list.place, list.columns]),
    ...frame.map((block) => [inBoth({ zh: '公共区块', en: 'frame' }), block.place, block.columns]),
    ...addresses.ignored.map(({ path, parameters }) => [
      inBoth({ zh: '网址中无关的部分', en: 'ignored' }),
      `${path}?${parameters.join('&')}`,
      null,
    ]),
    ...(drawn ? [[inBoth({ zh: '读取方式', en: 'drawn by' }), drawn, null]] : []),
    ...told.map(([column, read]) => [inBoth({ zh: '人工指定', en: 'told by a person' }), `${column}: ${plainJson(read)}`, null]),
  ];
  const head = [
    { head: inBoth({ zh: '内容', en: 'what' }) },
    { head: inBoth({ zh: '位置', en: 'place' }), least: 30 },
    { head: inBoth({ zh: '栏目数', en: 'columns' }), align: 'right' as const },
  ];
  return formatTable(head, rows, terminalWidth());
}
