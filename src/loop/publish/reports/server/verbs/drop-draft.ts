// Drops a draft; a report that was never published goes with it.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { reportRemoved } from '../../core/report.contract.ts';
import { deleteDraft, lockReport } from '../report.store.ts';

export async function dropDraft(
  env: Env,
  reportId: string,
): Promise<Result<null, 'forbidden' | 'not_found' | 'no_draft'>> {
  // permit
  if (!may(env.actor, 'report.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const report = await lockReport(tx, reportId);
    // decide
    if (!report) return refuse('not_found');
    if (report.draft === null) return refuse('no_draft');
    // save
    await deleteDraft(tx, reportId, report.draft);
    // tell
    await tell(tx, env, reportRemoved, { subject: reportId, data: { version: report.draft } });
    return ok(null);
  });
}
