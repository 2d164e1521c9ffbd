// Stops sending a questionnaire after an event; letters whose time has not come are not sent.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { formTriggerRemoved } from '../../core/form-events.contract.ts';
import { findForm } from '../stored-form.reads.ts';
import { deleteTrigger } from '../trigger.store.ts';

export async function removeTrigger(
  env: Env,
  formId: string,
  event: string,
): Promise<Result<null, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'form.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    if (!(await findForm(tx, formId, 'change'))) return refuse('not_found');
    // save
    if (!(await deleteTrigger(tx, formId, event))) return refuse('not_found');
    // tell
    await tell(tx, env, formTriggerRemoved, { subject: formId, data: { event } });
    return ok(null);
  });
}
