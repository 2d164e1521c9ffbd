// Publishes a draft: what everybody may read is frozen, fingerprinted and shown at the report's address.
import { createHash } from 'node:crypto';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { dayReader, timeZoneOf } from '../../../../understand/overview/server/door.ts';
import { publicReportOf } from '../../core/public-report.ts';
import { mayPublish, type PublishRefusal } from '../../core/publish-rule.ts';
import { type ReportView, reportPublished } from '../../core/report.contract.ts';
import { redactNow } from '../compute-report.ts';
import { readContributors } from '../fix-lines.reads.ts';
import { insertThanks, lockPublishing, lockReport, showVersion } from '../report.store.ts';
import { viewOf } from '../view.ts';

/** @param version the draft the caller has read; another one is refused */
export async function publishReport(
  env: Env,
  input: { reportId: string; version: number },
): Promise<Result<ReportView, 'forbidden' | 'not_found' | PublishRefusal>> {
  // permit
  if (!may(env.actor, 'report.publish') || env.actor.kind === 'system') return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockPublishing(tx);
    const report = await lockReport(tx, input.reportId);
    if (!report) return refuse('not_found');
    const today = dayReader(await timeZoneOf(tx))(env.now.getTime());
    const view = await viewOf(tx, input.reportId, report.draft ?? undefined);
    // decide
    const allowed = mayPublish({ draft: report.draft, wanted: input.version, to: report.to, today });
    if (!allowed.ok) return allowed;
    const { texts } = view!.open;
    const figures = await redactNow(tx, view!.open.figures);
    const shown = publicReportOf(figures, texts);
    const digest = createHash('sha256').update(JSON.stringify(shown)).digest('hex');
    // save
    await insertThanks(tx, report.id, input.version, await readContributors(tx, report));
    await showVersion(tx, report.id, input.version, { figures, public: shown, digest, by: env.actor }, env.now);
    // tell
    const data = { reportId: report.id, version: input.version, digest };
    await tell(tx, env, reportPublished, { subject: report.id, data });
    return ok((await viewOf(tx, report.id))!);
  });
}
