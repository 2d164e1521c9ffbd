// Begins a new version of a report that was published: figures counted anew, words taken over, the reason kept for everybody.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type ReportView, reportDrafted } from '../../core/report.contract.ts';
import { textsFor } from '../../core/report-lines.ts';
import { computeReport } from '../compute-report.ts';
import { insertVersion, lockReport } from '../report.store.ts';
import { viewOf } from '../view.ts';

export async function correctReport(
  env: Env,
  input: { reportId: string; reason: string },
): Promise<Result<ReportView, 'forbidden' | 'not_found' | 'not_published' | 'draft_exists'>> {
  // permit
  if (!may(env.actor, 'report.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const report = await lockReport(tx, input.reportId);
    // decide
    if (!report) return refuse('not_found');
    if (report.draft !== null) return refuse(report.shownVersion === null ? 'not_published' : 'draft_exists');
    const before = (await viewOf(tx, report.id, report.lastVersion))!;
    // save
    const { figures, ms } = await computeReport(tx, report);
    const texts = textsFor(figures, before.open.texts);
    const draft = { figures, texts, reason: input.reason, computeMs: ms };
    const version = await insertVersion(tx, report.id, draft, env.now);
    // tell
    await tell(tx, env, reportDrafted, { subject: report.id, data: { version, by: 'correction' } });
    return ok((await viewOf(tx, report.id))!);
  });
}
