// Opens a questionnaire to answers; what is asked is written down as a version.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { checkForm } from '../../core/check-form.ts';
import { formOpened } from '../../core/form-events.contract.ts';
import type { FormView } from '../../core/form-routes.contract.ts';
import { sameDefinition } from '../../core/same-definition.ts';
import { readForm } from '../form.reads.ts';
import { updateForm } from '../form.store.ts';
import { findForm, readVersion } from '../stored-form.reads.ts';

export async function openForm(
  env: Env,
  formId: string,
): Promise<Result<FormView, 'forbidden' | 'not_found' | 'invalid_form' | 'already_open'>> {
  // permit
  if (!may(env.actor, 'form.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const form = await findForm(tx, formId, 'change');
    if (!form) return refuse('not_found');
    const answered = form.version > 0 ? await readVersion(tx, formId, form.version) : undefined;
    // decide
    if (form.state === 'open') return refuse('already_open');
    const problems = checkForm(form.definition, form.settings);
    if (problems.length > 0) return refuse('invalid_form', problems);
    const version = answered && sameDefinition(answered, form.definition) ? form.version : form.version + 1;
    // save
    await updateForm(tx, form, { state: 'open', version }, env.actor.name, env.now);
    // tell
    await tell(tx, env, formOpened, { subject: formId, data: { name: form.name, version } });
    return ok((await readForm(tx, formId))!);
  });
}
