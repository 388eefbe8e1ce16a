import { testChannel } from '../../jobs/alerts/test-channel.ts';
import { lookThrough } from '../../jobs/discovery/described.ts';
import { startAskedRun } from '../../jobs/run/start.ts';
import { startChecks } from '../../jobs/start-checks.ts';
import { createConsole } from '../console/app.ts';
import type { SingleSignOn } from '../console/deps.ts';
import { readTrustedProxies, type TrustedProxies } from '../console/guard/address.ts';
import { consoleLink } from '../model/console-link.ts';
import { EXIT, Failure } from './failure.ts';
import type { QueueSession } from './queues.ts';
import { installationSecret } from './secret.ts';
import { queueUrl } from './servers.ts';

/** The console over an open store and queue. `setupUrl` leads to the page that makes the first account; null once there is one. */
export async function openConsole(
  { workshop, live, store, queues }: QueueSession,
  {
    config: configDir,
    data,
    url,
    among,
  }: { readonly config: string; readonly data: string; readonly url: string; readonly among?: string },
): Promise<{ readonly app: ReturnType<typeof createConsole>; readonly setupUrl: string | null }> {
  const { classifier, clock, randomness } = workshop;
  const publicUrl = workshop.config.alerts.consoleUrl ?? url;
  const setupToken = randomness.token(24);
  const singleSignOn = singleSignOnOf(process.env);
  const trustedProxies = trustedProxiesOf(process.env.GONGKAI_TRUSTED_PROXIES);
  const app = createConsole({
    get config() {
      return workshop.config;
    },
    store,
    classifier,
    clock,
    randomness,
    configDir,
    publicUrl,
    setupToken,
    ...(among === undefined ? {} : { among }),
    ...(trustedProxies ? { trustedProxies } : {}),
    secret: installationSecret(data, randomness),
    ...(singleSignOn ? { singleSignOn } : {}),
    testChannel: (channel, address) => testChannel(workshop, channel, address),
    checkUp: () => startChecks({ store, queueUrl: queueUrl({ estate: among }), dataDir: data, clock }),
    lookThrough: (site, how) => lookThrough(workshop, site, how),
    changeEstate: live.change,
    askForAudit: (narrowing) => startAskedRun(workshop, queues.flows(), narrowing),
  });
  const empty = (await store.people.count()) === 0;
  return { app, setupUrl: empty ? consoleLink(`/setup?token=${setupToken}`, publicUrl) : null };
}

function trustedProxiesOf(given: string | undefined): TrustedProxies | null {
  if (given === undefined || given.trim() === '') return null;
  const trusted = readTrustedProxies(given);
  if (trusted !== null) return trusted;
  throw new Failure(
    {
      zh: `GONGKAI_TRUSTED_PROXIES 须为代理的层数，或代理的地址、网段：${given}`,
      en: `a number of proxies, or their addresses and networks: ${given}`,
    },
    EXIT.usage,
  );
}

function singleSignOnOf(environment: NodeJS.ProcessEnv): SingleSignOn | null {
  const { GONGKAI_OIDC_DISCOVERY: discoveryUrl, GONGKAI_OIDC_CLIENT_ID: clientId, GONGKAI_OIDC_CLIENT_SECRET: clientSecret } = environment;
  const given = [discoveryUrl, clientId, clientSecret].filter(Boolean).length;
  if (given === 0) return null;
  if (!discoveryUrl || !clientId || !clientSecret) {
    throw new Failure(
      {
        zh: '单点登录要同时设置 GONGKAI_OIDC_DISCOVERY、GONGKAI_OIDC_CLIENT_ID 和 GONGKAI_OIDC_CLIENT_SECRET',
        en: 'single sign-on needs all three of them',
      },
      EXIT.usage,
    );
  }
  return { name: environment.GONGKAI_OIDC_NAME ?? '单点登录', discoveryUrl, clientId, clientSecret };
}
