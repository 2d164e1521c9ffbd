// A person answers what the engine asked: the answer is a label set by hand, also where it is what the engine said.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { SentimentLabel } from '../../../../../text/judge.contract.ts';
import { correctJudgement } from '../../../judgement/server/door.ts';
import { dayReader, timeZoneOf } from '../../../overview/server/door.ts';
import { markSource, putCheck } from '../check.store.ts';
import { machineSentiment } from '../review.reads.ts';
import { isDrawn } from '../sample.store.ts';
import { dropSkip } from '../skip.store.ts';

export async function decideReview(
  env: Env,
  input: { feedbackId: string; sentiment: SentimentLabel },
): Promise<Result<{ feedbackId: string; agrees: boolean }, 'forbidden' | 'not_found' | 'set_by_another'>> {
  // permit
  if (!may(env.actor, 'judgement.correct')) return refuse('forbidden');
  // load
  const machine = await env.db.read((tx) => machineSentiment(tx, input.feedbackId));
  if (machine === undefined) return refuse('not_found');
  // decide: the same verb as at the desk, so that search, sums and later engines keep to it
  const { feedbackId, sentiment } = input;
  const set = await correctJudgement(env, { feedbackId, label: 'sentiment', value: sentiment, isBlind: true });
  if (!set.ok)
    return set.reason === 'set_by_another'
      ? { ...set, reason: set.reason }
      : refuse(set.reason === 'forbidden' ? 'forbidden' : 'not_found');
  const agrees = machine === sentiment;
  // save
  await env.db.write(async (tx) => {
    const day = dayReader(await timeZoneOf(tx))(env.now.getTime());
    await dropSkip(tx, env.actor.id, feedbackId);
    const by = { byId: env.actor.id, byName: env.actor.name };
    await putCheck(tx, {
      feedbackId,
      label: 'sentiment',
      machine,
      decided: sentiment,
      agrees,
      ...by,
      day,
      at: env.now,
    });
    // The lot decides what counts as drawn by lot, not who answers.
    const source = (await isDrawn(tx, feedbackId)) ? 'sample' : 'doubt';
    await markSource(tx, { feedbackId, label: 'sentiment', source });
  });
  // tell: the correction has told
  return ok({ feedbackId, agrees });
}
