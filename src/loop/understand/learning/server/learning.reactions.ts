// Notes every decision of a person about a label, and asks for a learning soon after.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import { judgementCorrected } from '../../judgement/core/judgement.contract.ts';
import { dayReader, timeZoneOf } from '../../overview/server/door.ts';
import type { LearningCause } from '../core/learning.contract.ts';
import { dropCheck, putCheck } from './check.store.ts';
import { markUndone } from './effect.store.ts';
import { lockSettings, saveSettings } from './version.store.ts';

export const LEARN_JOB = 'learning.learn';
/** Several corrections in a row are learned together. */
const SOON_MS = 1500;
const TOGETHER_MS = 5000;

interface Standing {
  label: string;
  from: unknown;
  to: unknown;
  byId: string;
  byName: string;
  at: Date;
}

export function learningReactions(): Reaction[] {
  return [
    {
      name: 'learning.note_decisions',
      on: [judgementCorrected.type],
      async run({ tx, events, now }) {
        const dayOf = dayReader(await timeZoneOf(tx));
        // One after the other with a learning under way, which notes what its lessons did.
        await lockSettings(tx);
        for (const event of events) {
          const { feedbackId, label, takenBack } = judgementCorrected.data.parse(event.data);
          // What stands now counts, not what each event once said: told twice, nothing changes.
          const standing = await tx.maybe<Standing>(sql`
            SELECT label, from_value AS "from", to_value AS "to", by_id AS "byId", by_name AS "byName", at FROM corrections_facts
            WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId} AND label = ${label}`);
          if (standing) {
            await putCheck(tx, {
              feedbackId,
              label,
              machine: standing.from,
              decided: standing.to,
              agrees: JSON.stringify(standing.from) === JSON.stringify(standing.to),
              byId: standing.byId,
              byName: standing.byName,
              day: dayOf(standing.at.getTime()),
              at: standing.at,
            });
          } else {
            await dropCheck(tx, feedbackId, label);
            if (takenBack) await markUndone(tx, feedbackId);
          }
        }
        await askForLearning(tx, 'corrections', now, SOON_MS);
      },
    },
  ];
}

/** Asks for a learning; asked again within a few seconds it is the same one. */
export async function askForLearning(
  tx: Tx,
  cause: LearningCause,
  now: Date,
  waitMs = 0,
  byName = 'learning',
): Promise<void> {
  const settings = await lockSettings(tx);
  if (!settings.isOn) return;
  await saveSettings(tx, { ...settings, askedAt: now });
  const runAt = new Date(now.getTime() + waitMs);
  const key = `${cause} ${Math.ceil(runAt.getTime() / TOGETHER_MS)}`;
  await enqueueJobs(tx, [{ kind: LEARN_JOB, payload: { cause, byName }, key, runAt }], now);
}
