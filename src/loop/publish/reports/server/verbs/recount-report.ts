// Counts a draft's figures anew; the words stay.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type ReportView, reportEdited } from '../../core/report.contract.ts';
import { textsFor } from '../../core/report-lines.ts';
import { computeReport } from '../compute-report.ts';
import { lockReport, saveFigures } from '../report.store.ts';
import { viewOf } from '../view.ts';

export async function recountReport(
  env: Env,
  reportId: string,
): Promise<Result<ReportView, 'forbidden' | 'not_found' | 'no_draft'>> {
  // permit
  if (!may(env.actor, 'report.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const report = await lockReport(tx, reportId);
    const before = report && (await viewOf(tx, reportId, report.draft ?? undefined));
    // decide
    if (!report || !before) return refuse('not_found');
    if (report.draft === null) return refuse('no_draft');
    // save
    const { figures, ms } = await computeReport(tx, report);
    const texts = textsFor(figures, before.open.texts);
    await saveFigures(tx, reportId, report.draft, { figures, texts, computeMs: ms }, env.now);
    // tell
    await tell(tx, env, reportEdited, { subject: reportId, data: { version: report.draft } });
    return ok((await viewOf(tx, reportId))!);
  });
}
