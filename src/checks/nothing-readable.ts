import type { Check } from './check.ts';
import { OURS } from './parts/ours.ts';

interface Facts {
  readonly sites: number;
}

/** Not one site could be read: it is our own network or configuration that is in doubt. */
export const nothingReadable: Check<Facts> = {
  kind: 'nothing-readable',
  name: { zh: '一个网站也没有读到', en: 'not one site could be read' },
  ...OURS,
  sentence: ({ sites }) => ({
    zh: `本次 ${sites} 个网站一个也没有读到，多半是本机的网络或配置有问题。对任何单位都不作判断；请检查本机的网络、DNS 和代理。`,
    en: `Not one of ${sites} sites could be read: most likely the network or configuration of this machine. Nothing is said of any unit; check network, DNS and proxy here.`,
  }),
};
