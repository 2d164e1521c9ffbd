// Asks for the whole log to be recomputed; a job does it.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import type { AuditView } from '../../core/evidence.contract.ts';
import { readAudit } from '../audit.reads.ts';
import { insertAudit } from '../audit.store.ts';
import { AUDIT_JOB } from '../evidence.jobs.ts';
import { readLog } from '../log.store.ts';

export async function startAudit(
  env: Env,
): Promise<Result<AuditView, 'forbidden' | 'audit_running' | 'no_evidence_yet'>> {
  // permit
  if (!may(env.actor, 'evidence.read')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const log = await readLog(tx);
    // decide
    if (!log || log.size === 0) return refuse('no_evidence_yet');
    // save
    const id = newId('audit');
    const isFirst = await insertAudit(tx, { id, size: log.size, byName: env.actor.name, now: env.now });
    if (!isFirst) return refuse('audit_running');
    await enqueueJobs(tx, [{ kind: AUDIT_JOB, payload: { auditId: id }, key: id, runAt: env.now }], env.now);
    // tell: the job does, once the result is known
    return ok((await readAudit(tx, id))!);
  });
}
