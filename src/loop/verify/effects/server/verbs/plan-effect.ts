// Changes how an effect is measured; every figure keeps the choices it was reckoned with, so the change is seen.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { refuseUnknown, type UnknownNamed } from '../../../../act/problems/server/door.ts';
import type { EffectPlan } from '../../core/effect.contract.ts';
import { effectPlanned } from '../../core/effect-events.contract.ts';
import { isEmptyMeasure, overlaps } from '../../core/overlaps.ts';
import { lockPlan, savePlan } from '../effect.store.ts';
import { askMeasure } from './ask-measure.ts';

export async function planEffect(
  tx: Tx,
  env: Env,
  input: { actionId: string; plan: EffectPlan },
): Promise<
  Result<{ actionId: string }, 'forbidden' | 'not_found' | 'missing_measure' | 'control_overlaps' | UnknownNamed>
> {
  // permit
  if (!may(env.actor, 'verify.edit')) return refuse('forbidden');
  // load
  const row = await lockPlan(tx, input.actionId);
  const { measure, control } = input.plan;
  const unknown = await refuseUnknown(tx, {
    themes: [...measure.themes, ...(control?.themes ?? [])],
    productIds: [...measure.products, ...(control?.products ?? [])],
  });
  // decide
  if (!row) return refuse('not_found');
  if (unknown) return unknown;
  if (isEmptyMeasure(measure)) return refuse('missing_measure');
  if (control && overlaps(measure, control)) return refuse('control_overlaps');
  // save
  await savePlan(tx, row.action_id, input.plan, env.actor.id, env.now);
  await askMeasure(tx, env, { actionId: row.action_id });
  // tell
  await tell(tx, env, effectPlanned, {
    subject: row.problem_id,
    data: { actionId: row.action_id, problemId: row.problem_id },
  });
  return ok({ actionId: row.action_id });
}
