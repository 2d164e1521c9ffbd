// Closes interactions at their time and at the end of their show, and takes the words of forgotten viewers out of their results.
import { systemEnv } from '../../../../ground/env.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { dropJob, enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { liveEnded } from '../../rooms/core/room-events.contract.ts';
import { finishPlay } from './finish-play.ts';
import { FORGET_JOB, type ForgetPayload, forgetInShow } from './forget-words.ts';
import { findInteraction, interactionsOfShow } from './interaction.reads.ts';
import type { InteractionDeps } from './interaction-deps.ts';
import { recoverPlay } from './recover-play.ts';
import { interactionsIn } from './rooms-open.ts';
import { INTERACTION_JOB } from './verbs/open-interaction.ts';

/** A room that is being resumed or ended is looked for again after this. */
const AGAIN_MS = 2000;

type JobDeps = Pick<InteractionDeps, 'now' | 'sealer' | 'hub'>;

export function interactionJobs(deps: JobDeps): JobKind<never>[] {
  const closing: JobKind<{ interactionId: string }> = {
    kind: INTERACTION_JOB,
    parallel: 2,
    async run({ payload, db, now, again }) {
      const row = await db.read((tx) => findInteraction(tx, payload.interactionId));
      if (row?.state !== 'open') return;
      const room = interactionsIn(row.workspaceId, row.roomId);
      if (room?.room.sessionId === row.sessionId) {
        await finishPlay(systemEnv(db, now, 'interactions'), room, row.id, deps.now());
        return;
      }
      const next = await recoverPlay(deps, db, row, now);
      if (next === 'later') again(new Date(now.getTime() + AGAIN_MS));
    },
  };
  const forgetting: JobKind<ForgetPayload> = {
    kind: FORGET_JOB,
    async run({ payload, db, now, again }) {
      const next = await forgetInShow(db, payload, deps.now());
      if (next === 'later') again(new Date(now.getTime() + AGAIN_MS));
    },
  };
  return [closing, forgetting] as JobKind<never>[];
}

/** What is still open when a show ends is closed by its room; should that die on the way, by this job. */
export function interactionReactions(): Reaction[] {
  return [
    {
      name: 'live.interactions',
      on: [liveEnded.type],
      async run({ tx, events, now }) {
        for (const { subject } of events) {
          const open = subject ? (await interactionsOfShow(tx, subject)).filter((one) => one.state === 'open') : [];
          for (const { id } of open) {
            await dropJob(tx, INTERACTION_JOB, id);
            const runAt = new Date(now.getTime() + AGAIN_MS);
            const payload = { interactionId: id };
            await enqueueJobs(tx, [{ kind: INTERACTION_JOB, key: id, payload, runAt, maxAttempts: 1000 }], now);
          }
        }
      },
    },
  ];
}
