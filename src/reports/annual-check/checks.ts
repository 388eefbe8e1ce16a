import { checkCarriedOver } from './checks/carried-over.ts';
import { checkCategories } from './checks/categories.ts';
import type { ReportCheck } from './checks/check.ts';
import { checkDates } from './checks/dates.ts';
import { checkDecisionTable } from './checks/decisions.ts';
import { checkForm } from './checks/form.ts';
import { checkGrowth } from './checks/growth.ts';
import { checkIndicators } from './checks/indicators.ts';
import { checkNames } from './checks/names.ts';
import { checkOutcomes } from './checks/outcomes.ts';
import { checkPercents } from './checks/percents.ts';
import { checkRatios } from './checks/ratios.ts';
import { checkRequestTable } from './checks/requests.ts';
import { checkReviewTable } from './checks/reviews.ts';
import { checkShares } from './checks/shares.ts';
import { checkSums } from './checks/sums.ts';
import { checkTwiceTold } from './checks/twice-told.ts';
import { checkWording } from './checks/wording.ts';

/** All checks of an annual report: one file a kind, one line here. */
export const checks: readonly ReportCheck[] = [
  checkSums,
  checkCategories,
  checkPercents,
  checkShares,
  checkRatios,
  checkOutcomes,
  checkRequestTable,
  checkDecisionTable,
  checkReviewTable,
  checkIndicators,
  checkTwiceTold,
  checkGrowth,
  checkDates,
  checkNames,
  checkWording,
  checkCarriedOver,
  checkForm,
];
