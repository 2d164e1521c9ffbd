// On case.resolved: everybody who reported the case is told.
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import { caseResolved } from '../../../act/cases/core/case-events.contract.ts';
import { envInside } from '../../../act/cases/server/door.ts';
import type { AnswerDesk } from '../../desk/server/door.ts';
import { TELL_JOB } from './notice.jobs.ts';
import { tellReporters } from './tell-reporters.ts';

/** Reactions of notices. */
export function noticeReactions(desk: AnswerDesk): Reaction[] {
  return [
    {
      name: 'notices.tell_reporters',
      on: [caseResolved.type],
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'notices');
        for (const event of events) {
          const data = caseResolved.data.parse(event.data);
          if (event.subject === null) continue;
          const { tell, message } = data;
          const resolution = { caseId: event.subject, seq: event.seq, tell, message, at: event.at };
          const left = await tellReporters(tx, env, desk, resolution);
          if (left > 0) {
            const payload = { ...resolution, at: event.at.toISOString() };
            await enqueueJobs(tx, [{ kind: TELL_JOB, payload, key: `${event.subject}:${event.seq}`, runAt: now }], now);
          }
        }
      },
    },
  ];
}
