// The job behind an audit: looks at the whole log, says how far it is, and tells the result.
import { systemEnv, tell } from '../../../../ground/env.ts';
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { evidenceAudited } from '../core/evidence.contract.ts';
import { saveAudit } from './audit.store.ts';
import { auditLog } from './audit-log.ts';

export const AUDIT_JOB = 'evidence.audit';

export function evidenceJobs(deps: { now: () => Date }): JobKind<{ auditId: string }>[] {
  return [
    {
      kind: AUDIT_JOB,
      async run({ payload, db, alive }) {
        const { auditId } = payload;
        let isWhole = true;
        const found = await auditLog(db, async (done, so) => {
          await db.write((tx) => saveAudit(tx, auditId, { ...so, state: 'running', done, now: deps.now() }));
          isWhole = await alive();
          return isWhole;
        });
        // A stopping product leaves the audit to be begun again by the next one.
        if (!isWhole) return;
        const isSound = found.faults.length === 0;
        const now = deps.now();
        await db.write(async (tx) => {
          const state = isSound ? 'sound' : 'broken';
          await saveAudit(tx, auditId, { ...found, state, done: found.size, now });
          const data = { auditId, isSound, size: found.size };
          await tell(tx, systemEnv(db, now, 'evidence'), evidenceAudited, { subject: auditId, data });
        });
      },
    },
  ];
}
