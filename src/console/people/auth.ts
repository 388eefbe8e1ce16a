import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { ConsoleDeps } from '../deps.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts';
import { sessionPrefix } from './session-prefix.ts';

/** Header in which we hand over a visitor's address; what the visitor sent under this name is dropped first. */
export const ADDRESS_HEADER = 'x-gongkai-address';
export const SINGLE_SIGN_ON = 'single-sign-on';

const HOUR = 3600;

export type Auth = ReturnType<typeof createAuth>;

/**
 * Sign-in with password or single sign-on, and sessions. Nobody signs up: accounts come from the first-run setup and from
 * invitations, and single sign-on only opens accounts that exist.
 */
export function createAuth({ store, secret, publicUrl, randomness, singleSignOn, ...rest }: ConsoleDeps) {
  return betterAuth({
    appName: 'gongkai',
    baseURL: new URL(publicUrl).origin,
    basePath: '/api/auth',
    secret,
    database: store.accounts,
    telemetry: { enabled: false },
    onAPIError: { errorURL: new URL('/login', publicUrl).href },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        unit: { type: 'string', required: false, input: false },
        active: { type: 'boolean', required: true, defaultValue: true, input: false },
      },
    },
    session: { expiresIn: 12 * HOUR, updateAge: HOUR },
    account: { accountLinking: { enabled: true } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      // By address, and a whole office may share one; a single account is slowed down by throttle.ts.
      customRules: { '/sign-in/email': { window: 60, max: 30 }, '/sign-in/social': { window: 60, max: 100 } },
    },
    advanced: {
      cookiePrefix: sessionPrefix(rest),
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: () => randomness.id() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: singleSignOn
      ? [
          genericOAuth({
            config: [
              {
                providerId: SINGLE_SIGN_ON,
                name: singleSignOn.name,
                discoveryUrl: singleSignOn.discoveryUrl,
                clientId: singleSignOn.clientId,
                clientSecret: singleSignOn.clientSecret,
                scopes: ['openid', 'email', 'profile'],
                pkce: true,
                disableSignUp: true,
                // Who somebody is counts only as the provider signed it.
                requireIdTokenVerification: true,
                mapProfileToUser: (profile) => ({ emailVerified: vouchesFor(profile) }),
              },
            ],
          }),
        ]
      : [],
  });
}

/**
 * Whether the e-mail is the person's as far as the provider knows. Many offices' providers say nothing of it, since they gave the
 * address out themselves; one that says it was not checked would let anybody be anybody.
 */
function vouchesFor(profile: Readonly<Record<string, unknown>>): boolean {
  return !['false', '0', 'no'].includes(String(profile.email_verified).toLowerCase());
}
