// Tries once more what had failed every time.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { noteFailedReplay, readDeadLetter, settleDeadLetter } from '../../../../platform/events/dead-letter.reads.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import { type DeadLetterView, deadLetterSettled } from '../../core/dead-letter.contract.ts';
import { replayOf } from '../../core/replay-rule.ts';
import { deadLetterViewOf } from '../dead-letter.view.ts';

/** Runs one reaction again for one stored event, in its own transaction; throws when it fails. */
export type ReplayReaction = (reactionName: string, eventId: string) => Promise<void>;

/** A reaction is safe to run again, so a crash between its run and the settling does no harm. */
export async function replayDeadLetter(
  env: Env,
  replayReaction: ReplayReaction,
  letterId: string,
): Promise<Result<DeadLetterView, 'forbidden' | 'not_found' | 'already_settled' | 'not_replayable' | 'replay_failed'>> {
  // permit
  if (!may(env.actor, 'dead_letter.retry')) return refuse('forbidden');
  const seen = await env.db.read((tx) => readDeadLetter(tx, letterId));
  if (!seen) return refuse('not_found');
  const plan = replayOf({ ...seen, settled: seen.settledAt !== null });
  if (!plan.ok) return plan;
  if (plan.value.way === 'reaction') {
    try {
      await replayReaction(plan.value.name, plan.value.eventId);
    } catch (error) {
      const message = String(error instanceof Error ? error.message : error);
      await env.db.write((tx) => noteFailedReplay(tx, letterId, message));
      return refuse('replay_failed', [{ path: 'id', code: 'replay_failed', message: message.slice(0, 300) }]);
    }
  }
  return env.db.write(async (tx) => {
    // load
    const letter = await readDeadLetter(tx, letterId, true);
    if (!letter) return refuse('not_found');
    // decide
    const again = replayOf({ ...letter, settled: letter.settledAt !== null });
    if (!again.ok) return again;
    // save
    if (again.value.way === 'job') {
      const { name, payload } = again.value;
      await enqueueJobs(tx, [{ kind: name, payload, key: `replay:${letterId}`, runAt: env.now }], env.now);
    }
    await settleDeadLetter(tx, { id: letterId, outcome: 'replayed', by: env.actor.name, now: env.now });
    // tell
    await tell(tx, env, deadLetterSettled, {
      subject: letterId,
      data: { name: letter.name, outcome: 'replayed' },
    });
    return ok(deadLetterViewOf((await readDeadLetter(tx, letterId))!));
  });
}
