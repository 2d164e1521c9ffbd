// Removes a questionnaire nobody has answered; one with answers is closed instead.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { formDeleted } from '../../core/form-events.contract.ts';
import { hasAnswers } from '../form.reads.ts';
import { deleteFormRow } from '../form.store.ts';
import { findForm } from '../stored-form.reads.ts';

export async function deleteForm(
  env: Env,
  formId: string,
): Promise<Result<null, 'forbidden' | 'not_found' | 'form_has_answers'>> {
  // permit
  if (!may(env.actor, 'form.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const form = await findForm(tx, formId, 'remove');
    if (!form) return refuse('not_found');
    // decide
    if (await hasAnswers(tx, formId)) return refuse('form_has_answers');
    // save
    await deleteFormRow(tx, formId);
    // tell
    await tell(tx, env, formDeleted, { subject: formId, data: { name: form.name } });
    return ok(null);
  });
}
