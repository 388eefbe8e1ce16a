/**
 * A run as a flow of the queue: one job a site, and when all of them are over, the job that judges and closes the run.
 * What stands is in the database; the queue only says whose turn it is and may be lost.
 */

/** Queue of what is done for a run as a whole, and of what is done every minute. */
export const RUNS = 'gongkai-runs';
/** Queue of sites to be crawled. */
export const SITES = 'gongkai-sites';
/** Queue of messages to be sent: a slow mail server must not keep runs from being closed. */
export const DELIVERIES = 'gongkai-deliveries';

export interface RunJobData {
  readonly run: string;
  readonly [more: string]: unknown;
}

/** Names of jobs; ids are made of the run's, so that asking twice makes one job. */
export const JOB = { site: 'site', close: 'close', everyMinute: 'every-minute', deliver: 'deliver' } as const;

export const siteJobId = (run: string, site: string) => `${run}.${site}`;
export const closeJobId = (run: string) => `${run}.close`;
