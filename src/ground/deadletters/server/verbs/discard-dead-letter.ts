// Sets a dead letter aside for good.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { readDeadLetter, settleDeadLetter } from '../../../../platform/events/dead-letter.reads.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import { type DeadLetterView, deadLetterSettled } from '../../core/dead-letter.contract.ts';
import { deadLetterViewOf } from '../dead-letter.view.ts';

/** The row stays in the list of settled ones with who discarded it. */
export async function discardDeadLetter(
  env: Env,
  letterId: string,
): Promise<Result<DeadLetterView, 'forbidden' | 'not_found' | 'already_settled'>> {
  // permit
  if (!may(env.actor, 'dead_letter.retry')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const letter = await readDeadLetter(tx, letterId, true);
    if (!letter) return refuse('not_found');
    // decide
    if (letter.settledAt) return refuse('already_settled');
    // save
    await settleDeadLetter(tx, { id: letterId, outcome: 'discarded', by: env.actor.name, now: env.now });
    // tell
    await tell(tx, env, deadLetterSettled, {
      subject: letterId,
      data: { name: letter.name, outcome: 'discarded' },
    });
    return ok(deadLetterViewOf((await readDeadLetter(tx, letterId))!));
  });
}
