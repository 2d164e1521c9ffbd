// Binds the console's routes of reports.

import { shopOf } from '../../../../ground/members/server/door.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import { sendPage } from '../../../../platform/pages/send-page.ts';
import * as contract from '../core/report.contract.ts';
import { reportFile } from './file/report-file.ts';
import { reportPage } from './page/report-page.ts';
import { listReports, readPreview, readSettings } from './report.reads.ts';
import { sendFile } from './send-file.ts';
import { correctReport } from './verbs/correct-report.ts';
import { draftReport } from './verbs/draft-report.ts';
import { dropDraft } from './verbs/drop-draft.ts';
import { publishReport } from './verbs/publish-report.ts';
import { recountReport } from './verbs/recount-report.ts';
import { setSchedule } from './verbs/set-schedule.ts';
import { withdrawReport } from './verbs/withdraw-report.ts';
import { writeReport } from './verbs/write-report.ts';
import { viewOf } from './view.ts';

/** Routes for members. */
export function reportRoutes() {
  return [
    on(contract.listReportsRoute, async ({ env, query }) => ok(await env.db.read((tx) => listReports(tx, query)))),
    on(contract.createReportRoute, async ({ env, body }) => {
      const made = await draftReport(env, body);
      return made.ok || made.reason !== 'draft_exists' ? made : refuse('invalid_period');
    }),
    on(contract.getReportRoute, async ({ env, params, query }) => {
      const view = await env.db.read((tx) => viewOf(tx, params.id, query.version));
      return view ? ok(view) : refuse('not_found');
    }),
    on(contract.computeReportRoute, ({ env, params }) => recountReport(env, params.id)),
    on(contract.writeReportRoute, ({ env, params, body }) => writeReport(env, params.id, body)),
    on(contract.publishReportRoute, ({ env, params, body }) =>
      publishReport(env, { reportId: params.id, version: body.version }),
    ),
    on(contract.correctReportRoute, ({ env, params, body }) =>
      correctReport(env, { reportId: params.id, reason: body.reason }),
    ),
    on(contract.withdrawReportRoute, ({ env, params, body }) =>
      withdrawReport(env, { reportId: params.id, reason: body.reason }),
    ),
    on(contract.removeReportDraftRoute, ({ env, params }) => dropDraft(env, params.id)),
    on(contract.previewReportRoute, async ({ env, params, query, language, reply, origin }) => {
      const found = await env.db.read(async (tx) => ({
        shown: await readPreview(tx, params.id, params.version),
        shop: await shopOf(tx, tx.workspaceId),
      }));
      if (!found.shown || !found.shop) return refuse('not_found');
      const path = `/api/v1/reports/${params.id}/versions/${params.version}/page`;
      const around = { shop: found.shop, language: chosen(query.lang) ?? language, now: env.now, origin, nav: [] };
      return sendPage(reply, reportPage(found.shown, path, around));
    }),
    on(contract.reportFileRoute, async ({ env, params, query, language, reply }) => {
      const found = await env.db.read(async (tx) => ({
        shown: await readPreview(tx, params.id, params.version),
        shop: await shopOf(tx, tx.workspaceId),
      }));
      if (!found.shown || !found.shop) return refuse('not_found');
      const around = { shop: found.shop, language: chosen(query.lang) ?? language, now: env.now };
      sendFile(reply, await reportFile(found.shown, around), found.shown);
      return sent;
    }),
    on(contract.getReportSettingsRoute, async ({ env }) => ok(await env.db.read(readSettings))),
    on(contract.setReportSettingsRoute, ({ env, body }) => setSchedule(env, body.monthly)),
  ];
}

function chosen(lang: unknown): Language | undefined {
  return LANGUAGES.find((language) => language === lang);
}
