// Generated from the files of this folder by scripts/gen/rules.mjs. Do not edit.
import algorithmBeforeLanguage from './algorithm-before-language';
import averageOnlyLatency from './average-only-latency';
import axisConflict from './axis-conflict';
import axisNotNamed from './axis-not-named';
import cheapFixesNotRuledOut from './cheap-fixes-not-ruled-out';
import claimAboveCeiling from './claim-above-ceiling';
import codeMicrobenchmark from './code-microbenchmark';
import codeNPlusOne from './code-n-plus-one';
import codeQuadratic from './code-quadratic';
import codeSyncIo from './code-sync-io';
import companyDidIt from './company-did-it';
import devDataBenchmark from './dev-data-benchmark';
import directiveProblem from './directive-problem';
import dogma from './dogma';
import fastWithoutNumber from './fast-without-number';
import fastestToBeSafe from './fastest-to-be-safe';
import headroomExhausted from './headroom-exhausted';
import ioBoundRewrite from './io-bound-rewrite';
import languageSlowClaim from './language-slow-claim';
import microbenchmarkOnly from './microbenchmark-only';
import mvpInPerformanceLanguage from './mvp-in-performance-language';
import noAmdahl from './no-amdahl';
import noKillCriterion from './no-kill-criterion';
import noLoadTest from './no-load-test';
import noOpportunityCost from './no-opportunity-cost';
import noPayback from './no-payback';
import noPolyglotAlternative from './no-polyglot-alternative';
import noProfile from './no-profile';
import noPrototypeDelta from './no-prototype-delta';
import noRevisitTrigger from './no-revisit-trigger';
import noShadowRun from './no-shadow-run';
import noSlo from './no-slo';
import noTalentCost from './no-talent-cost';
import noWorkloadShape from './no-workload-shape';
import openCriteria from './open-criteria';
import orgWideStandardisation from './org-wide-standardisation';
import paybackTooLong from './payback-too-long';
import resumeDriven from './resume-driven';
import sloAlreadyMet from './slo-already-met';
import sloWithoutConsequence from './slo-without-consequence';
import wholeServiceRewrite from './whole-service-rewrite';
import wholesaleBecauseBetter from './wholesale-because-better';
import winImmaterial from './win-immaterial';

/** Every rule, in alphabetical order of its id. */
export const ALL_RULES = [
  algorithmBeforeLanguage,
  averageOnlyLatency,
  axisConflict,
  axisNotNamed,
  cheapFixesNotRuledOut,
  claimAboveCeiling,
  codeMicrobenchmark,
  codeNPlusOne,
  codeQuadratic,
  codeSyncIo,
  companyDidIt,
  devDataBenchmark,
  directiveProblem,
  dogma,
  fastWithoutNumber,
  fastestToBeSafe,
  headroomExhausted,
  ioBoundRewrite,
  languageSlowClaim,
  microbenchmarkOnly,
  mvpInPerformanceLanguage,
  noAmdahl,
  noKillCriterion,
  noLoadTest,
  noOpportunityCost,
  noPayback,
  noPolyglotAlternative,
  noProfile,
  noPrototypeDelta,
  noRevisitTrigger,
  noShadowRun,
  noSlo,
  noTalentCost,
  noWorkloadShape,
  openCriteria,
  orgWideStandardisation,
  paybackTooLong,
  resumeDriven,
  sloAlreadyMet,
  sloWithoutConsequence,
  wholeServiceRewrite,
  wholesaleBecauseBetter,
  winImmaterial,
];
