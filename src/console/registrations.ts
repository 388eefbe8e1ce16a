import { registerApi } from './api/api.ts';
import { registerAssets } from './assets.ts';
import { registerFeeds } from './feeds/feeds.ts';
import { registerAccount } from './pages/account.tsx';
import { registerAlert } from './pages/alert.tsx';
import { registerAlertActs } from './pages/alert-acts.tsx';
import { registerAlertFiles } from './pages/alert-files.ts';
import { registerAlerts } from './pages/alerts.tsx';
import { registerApprovals } from './pages/approvals.tsx';
import { registerBudgets } from './pages/budgets.tsx';
import { registerCalls } from './pages/calls.tsx';
import { registerCategories } from './pages/categories.tsx';
import { registerClocks } from './pages/clocks.tsx';
import { registerColumnReading } from './pages/column/reading.tsx';
import { registerTopic } from './pages/column/topic.tsx';
import { registerColumn } from './pages/column.tsx';
import { registerColumns } from './pages/columns.tsx';
import { registerCorrection } from './pages/correction.tsx';
import { registerDeliveries } from './pages/deliveries.tsx';
import { registerDelivery } from './pages/delivery.tsx';
import { registerDoctor } from './pages/doctor.tsx';
import { registerDuties } from './pages/duties.tsx';
import { registerDuty } from './pages/duty.tsx';
import { registerContactTest, registerEntries } from './pages/estate/entries.tsx';
import { registerNewSite } from './pages/estate/new-site.tsx';
import { registerPastedSites } from './pages/estate/pasted-sites.tsx';
import { registerReorganise } from './pages/estate/reorganise.tsx';
import { registerEstate } from './pages/estate.tsx';
import { registerInvitation } from './pages/invitation.tsx';
import { registerItem } from './pages/item.tsx';
import { registerItems } from './pages/items.tsx';
import { registerJudging } from './pages/judging.ts';
import { registerKeptFilters } from './pages/kept-filters.ts';
import { registerLog } from './pages/log.tsx';
import { registerLogin } from './pages/login.tsx';
import { registerMedia } from './pages/media.tsx';
import { registerMediaAccount } from './pages/media-account.tsx';
import { registerMediaService } from './pages/media-service.tsx';
import { registerOpenness } from './pages/openness.tsx';
import { registerPairs } from './pages/pairs.tsx';
import { registerPaper } from './pages/paper.tsx';
import { registerPapers } from './pages/papers.tsx';
import { registerPeople } from './pages/people.tsx';
import { registerQuality } from './pages/quality.tsx';
import { registerReadAgain } from './pages/read-again.tsx';
import { registerReadings } from './pages/readings.tsx';
import { registerReportCheck } from './pages/report-check.tsx';
import { registerRules } from './pages/rules.tsx';
import { registerRun, registerRunProgress } from './pages/run.tsx';
import { registerRuns } from './pages/runs.tsx';
import { registerSearch } from './pages/search.tsx';
import { registerSettings } from './pages/settings.tsx';
import { registerSetup } from './pages/setup.tsx';
import { registerSingleSignOn } from './pages/single-sign-on.tsx';
import { registerSite } from './pages/site.tsx';
import { registerSites } from './pages/sites.tsx';
import { registerStoredPage } from './pages/stored-page.tsx';
import { registerToday } from './pages/today.tsx';
import { registerTrend } from './pages/trend.tsx';
import { registerUnit } from './pages/unit.tsx';
import { registerUnits } from './pages/units.tsx';
import { registerUnsure } from './pages/unsure.tsx';
import type { Register } from './register.ts';

/** One file a page, one line here; those that stand in the menu do so in this order. */
export const registrations: readonly Register[] = [
  registerAssets,
  registerLogin,
  registerSingleSignOn,
  registerSetup,
  registerInvitation,
  registerToday,
  registerAlerts,
  registerAlert,
  registerAlertActs,
  registerAlertFiles,
  registerColumns,
  registerColumn,
  registerColumnReading,
  registerTopic,
  registerReadings,
  registerStoredPage,
  registerDuties,
  registerApprovals,
  registerBudgets,
  registerDuty,
  registerPairs,
  registerClocks,
  registerQuality,
  registerMedia,
  registerMediaAccount,
  registerMediaService,
  registerOpenness,
  registerUnits,
  registerUnit,
  registerNewSite,
  registerPastedSites,
  registerSites,
  registerSite,
  registerCategories,
  registerTrend,
  registerItems,
  registerItem,
  registerUnsure,
  registerCorrection,
  registerCalls,
  registerPapers,
  registerPaper,
  registerReportCheck,
  registerRuns,
  registerRun,
  registerRunProgress,
  registerReadAgain,
  registerDeliveries,
  registerRules,
  registerDelivery,
  registerAccount,
  registerPeople,
  registerEstate,
  registerReorganise,
  registerEntries,
  registerContactTest,
  registerSettings,
  registerDoctor,
  registerKeptFilters,
  registerJudging,
  registerSearch,
  registerLog,
  registerApi,
  registerFeeds,
];
