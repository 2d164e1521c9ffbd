// Opens an interaction in the running show: its rules are fixed and hashed before the first entry.
import { randomBytes } from 'node:crypto';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import { hashOfRecord } from '../../../draws/server/door.ts';
import type { InteractionView } from '../../core/interaction.contract.ts';
import type { InteractionDraft } from '../../core/interaction-draft.contract.ts';
import { interactionOpened } from '../../core/interaction-routes.contract.ts';
import { publicRules } from '../../core/result-of.ts';
import { interactionsOfShow } from '../interaction.reads.ts';
import { type InteractionRow, insertInteraction } from '../interaction.store.ts';
import type { InteractionDeps } from '../interaction-deps.ts';
import type { RoomInteractions } from '../room-interactions.ts';

export const INTERACTION_JOB = 'interaction.close';
export const CLOSE_GRACE_MS = 500;
/** More at once nobody can follow. */
const MOST_OPEN = 8;

type Refusal = 'forbidden' | 'no_show' | 'unknown_answer' | 'too_many_open';

/** @param room null when no show runs there in this process */
export async function openInteraction(
  env: Env,
  deps: Pick<InteractionDeps, 'sealer' | 'now'>,
  room: RoomInteractions | null,
  draft: InteractionDraft,
): Promise<Result<InteractionView, Refusal>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  const secret = { salt: randomBytes(16).toString('hex'), codeKey: randomBytes(32).toString('hex') };
  const done = await env.db.write(async (tx) => {
    // load
    const others = room ? await interactionsOfShow(tx, room.room.sessionId) : [];
    // decide
    if (!room) return refuse('no_show');
    if (draft.kind === 'quiz' && draft.answer > draft.options.length) {
      return refuse('unknown_answer', [{ path: 'answer', code: 'unknown_answer' }]);
    }
    if (others.filter((one) => one.state === 'open').length >= MOST_OPEN) return refuse('too_many_open');
    const answerHash = draft.kind === 'quiz' ? hashOfRecord({ answer: String(draft.answer), salt: secret.salt }) : null;
    const opensAt = deps.now();
    const row: InteractionRow = {
      id: newId('act'),
      workspaceId: tx.workspaceId,
      roomId: room.room.roomId,
      sessionId: room.room.sessionId,
      state: 'open',
      draft,
      secretSealed: deps.sealer.seal(tx.workspaceId, JSON.stringify(secret)),
      rulesHash: hashOfRecord(publicRules(draft, answerHash)),
      opensAt,
      closesAt: draft.seconds === null ? null : new Date(opensAt.getTime() + draft.seconds * 1000),
      result: null,
      resultHash: null,
    };
    // save
    await insertInteraction(tx, row, env.actor.name, env.now);
    if (row.closesAt) {
      const runAt = new Date(row.closesAt.getTime() + CLOSE_GRACE_MS);
      const payload = { interactionId: row.id };
      await enqueueJobs(tx, [{ kind: INTERACTION_JOB, key: row.id, payload, runAt, maxAttempts: 1000 }], env.now);
    }
    // tell
    await tell(tx, env, interactionOpened, {
      subject: row.id,
      data: { interactionId: row.id, roomId: row.roomId },
    });
    return ok({ row, room });
  });
  if (!done.ok) return done;
  const { row } = done.value;
  done.value.room.plays.addOwn(row, secret);
  await done.value.room.say({
    type: 'interaction.open',
    id: `open-${row.id}`,
    ts: row.opensAt.getTime(),
    interactionId: row.id,
    kind: draft.kind,
    rulesHash: row.rulesHash,
  });
  done.value.room.changed();
  return ok(done.value.room.views().find((view) => view.interactionId === row.id)!);
}
