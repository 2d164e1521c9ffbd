// Closes interactions at their time.
import { systemEnv } from '../../../../ground/env.ts';
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { finishPlay } from './finish-play.ts';
import { findInteraction } from './interaction.reads.ts';
import type { InteractionDeps } from './interaction-deps.ts';
import { interactionsIn } from './rooms-open.ts';
import { INTERACTION_JOB } from './verbs/open-interaction.ts';

/** A room that is being resumed is looked for again after this. */
const AGAIN_MS = 2000;

export function interactionJobs(deps: Pick<InteractionDeps, 'now'>): JobKind<{ interactionId: string }>[] {
  return [
    {
      kind: INTERACTION_JOB,
      parallel: 2,
      async run({ payload, db, now, again }) {
        const row = await db.read((tx) => findInteraction(tx, payload.interactionId));
        if (row?.state !== 'open') return;
        const room = interactionsIn(row.workspaceId, row.roomId);
        if (room?.room.sessionId !== row.sessionId) return again(new Date(now.getTime() + AGAIN_MS));
        await finishPlay(systemEnv(db, now, 'interactions'), room, row.id, deps.now());
      },
    },
  ];
}
