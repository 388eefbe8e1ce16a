import { administrativePower } from './administrative-power.ts';
import { emergencyManagement } from './emergency-management.ts';
import { engineeringBidding } from './engineering-bidding.ts';
import { environment } from './environment.ts';
import { fiscalBudget } from './fiscal-budget.ts';
import { foodDrugSafety } from './food-drug-safety.ts';
import { governmentMeetings } from './government-meetings.ts';
import { governmentProcurement } from './government-procurement.ts';
import { localNews } from './local-news.ts';
import { notices } from './notices.ts';
import { oversight } from './oversight.ts';
import { overview } from './overview.ts';
import { personnel } from './personnel.ts';
import { plans } from './plans.ts';
import { policiesRegulations } from './policies-regulations.ts';
import { policyInterpretation } from './policy-interpretation.ts';
import { pricesFees } from './prices-fees.ts';
import { publicResources } from './public-resources.ts';
import { publicServices } from './public-services.ts';
import type { CategoryKnowledge } from './shape.ts';
import { statistics } from './statistics.ts';
import { videoNews } from './video-news.ts';
import { workUpdates } from './work-updates.ts';

/** What we know of each category, in the taxonomy's order. One file a category. */
export const categoryKnowledge: readonly CategoryKnowledge[] = [
  overview,
  localNews,
  videoNews,
  workUpdates,
  governmentMeetings,
  notices,
  policiesRegulations,
  policyInterpretation,
  plans,
  statistics,
  personnel,
  fiscalBudget,
  governmentProcurement,
  engineeringBidding,
  publicResources,
  administrativePower,
  publicServices,
  environment,
  foodDrugSafety,
  emergencyManagement,
  pricesFees,
  oversight,
];
