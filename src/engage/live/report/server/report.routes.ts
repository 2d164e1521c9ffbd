// Binds the routes of ended shows to their reads and verbs.
import type { Env } from '../../../../ground/env.ts';
import { shopOf } from '../../../../ground/members/server/door.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { Gate } from '../../../../loop/collect/intake/server/door.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { PDF_FONT } from '../../../../platform/pages/pdf-writer.ts';
import { showOf } from '../../rooms/server/door.ts';
import type { KeptShow } from '../core/record-builder.ts';
import * as contract from '../core/show-report.contract.ts';
import { CSV_TABLES, type CsvTable, reportCsv } from './file/report-csv.ts';
import { reportPdf } from './file/report-pdf.ts';
import { reportHtml } from './page/report-html.ts';
import { showReport } from './page/show-report.ts';
import { type ReportDeps, startReport } from './report.jobs.ts';
import { readShowLines, readShowReport } from './report.reads.ts';
import { followUpShow } from './verbs/follow-up-show.ts';

export interface ReportRouteDeps extends ReportDeps {
  database: Database;
  gate: Gate;
}

export function liveReportRoutes(deps: ReportRouteDeps) {
  return [
    on(contract.readShowReportRoute, async ({ env, params }) => {
      const found = await readShowReport(env, deps, params.id);
      if (!found.ok) return found;
      const { state, progress, kept, followups } = found.value;
      return ok({ state, progress, followups, record: kept ? ({ ...kept.record } as Record<string, unknown>) : null });
    }),
    on(contract.remakeShowReportRoute, ({ env, params }) =>
      env.db.write(async (tx) => {
        const show = await showOf(tx, params.id);
        if (!show) return refuse('not_found');
        if (show.state === 'live') return refuse('show_not_over');
        await startReport(tx, params.id, env.now);
        return ok({ state: 'making' as const });
      }),
    ),
    on(contract.showFileRoute, async ({ env, params, query, language, reply }) => {
      const found = await readShowReport(env, deps, params.id);
      if (!found.ok) return found;
      if (!found.value.kept) return refuse('not_ready');
      const file = await fileOf(env, deps.database, found.value.kept, params.kind, query.locale ?? language);
      reply
        .header('content-disposition', `attachment; filename="show-${params.id}.${file.suffix}"`)
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .header('vary', 'accept-language')
        .type(file.type)
        .send(file.body);
      return sent;
    }),
    on(contract.readShowLinesRoute, ({ env, params, query }) =>
      readShowLines(env, deps, { showId: params.id, second: query.second, seconds: query.seconds }),
    ),
    on(contract.followUpRoute, async ({ env, params, body }) => {
      const found = await readShowReport(env, deps, params.id);
      if (!found.ok) return found;
      const { kept } = found.value;
      if (!kept) return refuse('not_ready');
      const followups: contract.FollowupView[] = [];
      const left: { ref: string; code: string }[] = [];
      // One transaction each: what cannot be followed up takes nothing else with it.
      for (const ref of new Set(body.refs)) {
        const made = await env.db.write((tx) => followUpShow(tx, env, deps.gate, { kept, ref }));
        if (made.ok) followups.push(made.value);
        else left.push({ ref, code: made.reason });
      }
      return ok({ followups, left });
    }),
  ];
}

async function fileOf(
  env: Env,
  database: Database,
  kept: KeptShow,
  kind: contract.FileKind,
  language: Language,
): Promise<{ body: string | Buffer; type: string; suffix: string }> {
  const { record } = kept;
  if ((CSV_TABLES as readonly string[]).includes(kind))
    return { body: reportCsv(record, kind as CsvTable), type: 'text/csv; charset=utf-8', suffix: `${kind}.csv` };
  if (kind === 'json') return { body: JSON.stringify(record), type: 'application/json; charset=utf-8', suffix: 'json' };
  const shop = await shopOf(database.machine, env.workspace);
  const t = translator(language);
  const timeZone = shop?.timeZone ?? 'UTC';
  const name = shop?.name ?? '';
  const report = showReport(record, { t, language, timeZone, fontFamily: kind === 'pdf' ? PDF_FONT : 'system-ui' });
  if (kind === 'pdf')
    return {
      body: await reportPdf(report, { language, shop: name, when: new Date(record.endedAt), t }),
      type: 'application/pdf',
      suffix: 'pdf',
    };
  return { body: reportHtml(report, { language, shop: name }), type: 'text/html; charset=utf-8', suffix: 'html' };
}
