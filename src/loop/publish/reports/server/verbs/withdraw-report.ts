// Takes a published report back: its address stays and says why.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type ReportView, reportWithdrawn } from '../../core/report.contract.ts';
import { lockReport, withdrawShown } from '../report.store.ts';
import { viewOf } from '../view.ts';

export async function withdrawReport(
  env: Env,
  input: { reportId: string; reason: string },
): Promise<Result<ReportView, 'forbidden' | 'not_found' | 'not_published'>> {
  // permit
  if (!may(env.actor, 'report.publish') || env.actor.kind === 'system') return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const report = await lockReport(tx, input.reportId);
    // decide
    if (!report) return refuse('not_found');
    if (report.state !== 'published') return refuse('not_published');
    // save
    await withdrawShown(tx, report.id, input.reason, env.now);
    // tell
    const data = { reportId: report.id, version: report.shownVersion!, reason: input.reason };
    await tell(tx, env, reportWithdrawn, { subject: report.id, data });
    return ok((await viewOf(tx, report.id))!);
  });
}
