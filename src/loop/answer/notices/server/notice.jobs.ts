// Tells the many reporters of a large case batch by batch, so that no transaction holds the desk up.
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { envInside } from '../../../act/cases/server/door.ts';
import type { AnswerDesk } from '../../desk/server/door.ts';
import { tellReporters } from './tell-reporters.ts';

export const TELL_JOB = 'answer.tell_reporters';

interface TellPayload {
  caseId: string;
  seq: number;
  tell: boolean;
  message: string | null;
  at: string;
}

/** Jobs of notices. */
export function noticeJobs(desk: AnswerDesk): JobKind<never>[] {
  const kind: JobKind<TellPayload> = {
    kind: TELL_JOB,
    async run({ payload, db, now, alive }) {
      for (let left = 1; left > 0 && (await alive()); ) {
        left = await db.write((tx) =>
          tellReporters(tx, envInside(tx, now, 'notices'), desk, { ...payload, at: new Date(payload.at) }),
        );
      }
    },
  };
  return [kind as JobKind<never>];
}
