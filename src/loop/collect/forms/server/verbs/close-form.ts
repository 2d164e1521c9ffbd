// Closes a questionnaire: nobody begins any more; whoever has begun may finish.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { formClosed } from '../../core/form-events.contract.ts';
import type { FormView } from '../../core/form-routes.contract.ts';
import { readForm } from '../form.reads.ts';
import { updateForm } from '../form.store.ts';
import { findForm } from '../stored-form.reads.ts';

export async function closeForm(
  env: Env,
  formId: string,
): Promise<Result<FormView, 'forbidden' | 'not_found' | 'form_not_open'>> {
  // permit
  if (!may(env.actor, 'form.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const form = await findForm(tx, formId, 'change');
    if (!form) return refuse('not_found');
    // decide
    if (form.state !== 'open') return refuse('form_not_open');
    // save
    await updateForm(tx, form, { state: 'closed' }, env.actor.name, env.now);
    // tell
    await tell(tx, env, formClosed, { subject: formId, data: { name: form.name } });
    return ok((await readForm(tx, formId))!);
  });
}
