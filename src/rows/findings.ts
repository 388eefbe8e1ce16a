import { wordings } from '../alerts/wording/wording.ts';
import { nameOf, sentenceOf } from '../checks/finding.ts';
import type { Finding } from '../model/findings.ts';
import type { Field } from './field.ts';
import { heads } from './heads.ts';

/** What is said of a finding. */
export const findingFields = {
  severity: { head: heads.severity, value: ({ severity }, { language }) => wordings[language].severities[severity] },
  message: { head: heads.message, value: (finding, { language }) => sentenceOf(finding)[language] },
  unit: { head: heads.unit, value: ({ subject: { unit } }, { names }) => (unit === null ? null : names.unit(unit)) },
  site: { head: heads.site, value: ({ subject: { site } }, { names }) => (site === null ? null : names.site(site)) },
  since: { head: heads.since, value: ({ since }) => since },
  kind: { head: heads.rule, value: ({ kind }, { language }) => nameOf(kind)[language] },
} satisfies Readonly<Record<string, Field<Finding>>>;
