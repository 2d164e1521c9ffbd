// What the client offers by name, in the order a voice travels; any other route of a contract can be called with `client.call`.
import { listProductsRoute } from '../../ground/catalog/core/product.contract.ts';
import { getPersonRoute } from '../../ground/people/core/person.contract.ts';
import * as cases from '../../loop/act/cases/core/case-routes.contract.ts';
import * as problems from '../../loop/act/problems/core/problem-routes.contract.ts';
import { caseConversationRoute, sendReplyRoute } from '../../loop/answer/conversations/core/conversation.contract.ts';
import { fillTemplateRoute, listTemplatesRoute } from '../../loop/answer/templates/core/template.contract.ts';
import { recordFeedbackBatchRoute, recordFeedbackRoute } from '../../loop/collect/intake/core/feedback.contract.ts';
import * as signals from '../../loop/collect/signals/core/signal-routes.contract.ts';
import * as evidence from '../../loop/publish/evidence/core/evidence.contract.ts';
import { listMetricsRoute } from '../../loop/publish/insight/core/dictionary.contract.ts';
import { getFunnelRoute } from '../../loop/publish/insight/core/funnel.contract.ts';
import { exploreRoute, insightRowsRoute } from '../../loop/publish/insight/core/insight.contract.ts';
import * as reports from '../../loop/publish/reports/core/report.contract.ts';
import * as webhooks from '../../loop/publish/webhooks/core/webhook.contract.ts';
import { correctJudgementRoute } from '../../loop/understand/judgement/core/judgement.contract.ts';
import { getOverviewRoute } from '../../loop/understand/overview/core/overview.contract.ts';
import {
  feedbackFacetsRoute,
  getFeedbackRoute,
  listFeedbackRoute,
} from '../../loop/understand/search/core/search.contract.ts';
import { listThemesRoute } from '../../loop/understand/themes/core/theme.contract.ts';

export const resources = {
  feedback: {
    record: recordFeedbackRoute,
    recordBatch: recordFeedbackBatchRoute,
    list: listFeedbackRoute,
    facets: feedbackFacetsRoute,
    get: getFeedbackRoute,
    correct: correctJudgementRoute,
  },
  signals: {
    record: signals.recordSignalRoute,
    recordBatch: signals.recordSignalBatchRoute,
    list: signals.listSignalsRoute,
  },
  themes: { list: listThemesRoute },
  cases: {
    list: cases.listCasesRoute,
    get: cases.getCaseRoute,
    timeline: cases.getCaseTimelineRoute,
    open: cases.openCaseRoute,
    assign: cases.assignCaseRoute,
    note: cases.addNoteRoute,
    setPriority: cases.setPriorityRoute,
    setStatus: cases.setStatusRoute,
    resolve: cases.resolveCaseRoute,
    reopen: cases.reopenCaseRoute,
    conversation: caseConversationRoute,
    reply: sendReplyRoute,
  },
  problems: { list: problems.listProblemsRoute, get: problems.getProblemRoute, open: problems.openProblemRoute },
  templates: { list: listTemplatesRoute, fill: fillTemplateRoute },
  people: { get: getPersonRoute },
  products: { list: listProductsRoute },
  insight: {
    overview: getOverviewRoute,
    funnel: getFunnelRoute,
    explore: exploreRoute,
    rows: insightRowsRoute,
    metrics: listMetricsRoute,
  },
  reports: { list: reports.listReportsRoute, get: reports.getReportRoute, create: reports.createReportRoute },
  evidence: {
    log: evidence.readEvidenceLogRoute,
    leaves: evidence.listEvidenceLeavesRoute,
    ofCase: evidence.takeCaseEvidenceRoute,
    check: evidence.checkEvidenceRoute,
  },
  webhooks: {
    list: webhooks.listEndpointsRoute,
    create: webhooks.createEndpointRoute,
    change: webhooks.changeEndpointRoute,
    remove: webhooks.removeEndpointRoute,
    messages: webhooks.listMessagesRoute,
    replay: webhooks.replayMessagesRoute,
  },
} as const;

export type Resources = typeof resources;
