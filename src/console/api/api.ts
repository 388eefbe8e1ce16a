import { inBoth } from '../../model/sentence.ts';
import type { Register } from '../register.ts';
import { registerAccountsApi } from './accounts.ts';
import { registerAlertEvidenceApi } from './alert-evidence.ts';
import { registerAlertsApi } from './alerts.ts';
import { registerApprovalsApi } from './approvals.ts';
import { registerColumnsApi } from './columns.ts';
import { registerCorrectionsApi } from './corrections.ts';
import { registerDeliveriesApi } from './deliveries.ts';
import { registerItemsApi } from './items.ts';
import { registerJudgedApi } from './judged.ts';
import { registerOverviewApi } from './overview.ts';
import { registerPairsApi } from './pairs.ts';
import { registerPapersApi } from './papers.ts';
import { registerPeopleApi } from './people.ts';
import { registerRulesApi } from './rules.ts';
import { registerRunsApi } from './runs.ts';
import { registerSettingsApi } from './settings.ts';
import { registerSitesApi } from './sites.ts';
import { registerTopicsApi } from './topics.ts';
import { registerUnitsApi } from './units.ts';
import { registerUnsureApi } from './unsure.ts';

/** What programs can ask for: one file a subject, one line here. */
const subjects: readonly Register[] = [
  registerOverviewApi,
  registerJudgedApi,
  registerApprovalsApi,
  registerPairsApi,
  registerColumnsApi,
  registerTopicsApi,
  registerSitesApi,
  registerUnitsApi,
  registerItemsApi,
  registerCorrectionsApi,
  registerUnsureApi,
  registerAccountsApi,
  registerAlertsApi,
  registerAlertEvidenceApi,
  registerPapersApi,
  registerRunsApi,
  registerRulesApi,
  registerDeliveriesApi,
  registerPeopleApi,
  registerSettingsApi,
];

/** The HTTP API, described by `/api/openapi.json`. Programs come with a token: `Authorization: Bearer gongkai_…`. */
export const registerApi: Register = (app, services) => {
  app.app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  for (const register of subjects) register(app, services);
  const description = {
    openapi: '3.1.0',
    info: {
      title: 'gongkai',
      version: '1',
      description: inBoth({ zh: '政府信息公开监测', en: 'what the console shows and does, for programs' }),
    },
    servers: [{ url: services.publicUrl }],
  };
  app.read('/api/openapi.json', 'public', (c) => c.json(app.app.getOpenAPI31Document(description)));
};
