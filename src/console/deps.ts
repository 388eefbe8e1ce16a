import type { LookedThrough, LookingThrough } from '../../jobs/discovery/described.ts';
import type { Check } from '../../jobs/start-checks.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import type { Receipt } from '../alerts/channels/channel.ts';
import type { LiveEstate } from '../estate/live.ts';
import type { RunRecord } from '../model/records.ts';
import type { OpenedStore } from '../store/open.ts';
import type { Narrowing } from '../store/store.ts';
import type { TrustedProxies } from './guard/address.ts';

/** A provider of single sign-on (OpenID Connect). */
export interface SingleSignOn {
  /** What the button says, for example 市政务统一认证. */
  readonly name: string;
  /** …/.well-known/openid-configuration */
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Everything that the console works with. Whoever opens it closes it. */
export interface ConsoleDeps extends Pick<Workshop, 'config' | 'classifier' | 'clock' | 'randomness'> {
  readonly store: OpenedStore;
  /** The directory of the configuration: what its paths are relative to. */
  readonly configDir: string;
  /** At least 32 characters that nobody guesses, the same after a restart: signs sessions and forms. */
  readonly secret: string;
  /** How people's browsers reach the console, for example `http://127.0.0.1:8460`. */
  readonly publicUrl: string;
  /** Opens the page that makes the first account; of no use once there is one. */
  readonly setupToken: string;
  /** Proxies that are believed when they say for whom they ask; none where left out. */
  readonly trustedProxies?: TrustedProxies;
  readonly singleSignOn?: SingleSignOn;
  /** Id of this estate, where the consoles of several share one address. */
  readonly among?: string;
  /** Sends a test through a channel now, by mail to `address`, and says what came of it; null where there is no such channel. */
  readonly testChannel?: (channel: string, address: string) => Promise<Receipt | null>;
  /** Puts another text of `estate.yaml` in force, as `LiveEstate.change` does; left out: it cannot be changed here. */
  readonly changeEstate?: LiveEstate['change'];
  /** Whether store, disk, queue and data folder are as they should be. */
  readonly checkUp?: () => Promise<Check[]>;
  /** Looks through a site that is not watched yet. */
  readonly lookThrough?: (url: string, how: LookingThrough) => Promise<LookedThrough>;
  /** Asks for an audit of all, or of what is named, as soon as there is room; gives the one that is under way where there is one. */
  readonly askForAudit?: (narrowing?: Narrowing) => Promise<RunRecord>;
}
