// Changes a questionnaire; while it is open a change of what is asked becomes a new version at once.
import type { z } from 'zod';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { checkForm } from '../../core/check-form.ts';
import { formChanged } from '../../core/form-events.contract.ts';
import type { FormView, saveFormRoute } from '../../core/form-routes.contract.ts';
import { sameDefinition } from '../../core/same-definition.ts';
import { readForm } from '../form.reads.ts';
import { updateForm } from '../form.store.ts';
import { findForm, readVersion } from '../stored-form.reads.ts';

export async function saveForm(
  env: Env,
  formId: string,
  input: z.output<(typeof saveFormRoute)['body']>,
): Promise<Result<FormView, 'forbidden' | 'not_found' | 'invalid_form' | 'changed_meanwhile'>> {
  // permit
  if (!may(env.actor, 'form.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const form = await findForm(tx, formId, 'change');
    if (!form) return refuse('not_found');
    if (input.basedOn && input.basedOn !== form.updatedAt.toISOString())
      return refuse('changed_meanwhile', [{ path: 'basedOn', code: 'changed_meanwhile' }]);
    const answered = form.version > 0 ? await readVersion(tx, formId, form.version) : undefined;
    // decide: a draft may be half done, what customers see may not
    const problems = form.state === 'open' ? checkForm(input.definition, input.settings) : [];
    if (problems.length > 0) return refuse('invalid_form', problems);
    const isNew = form.state === 'open' && !(answered && sameDefinition(answered, input.definition));
    const version = form.version + (isNew ? 1 : 0);
    // save
    const { name, definition, settings } = input;
    await updateForm(tx, form, { name, definition, settings, version }, env.actor.name, env.now);
    // tell
    await tell(tx, env, formChanged, { subject: formId, data: { name, version } });
    return ok((await readForm(tx, formId))!);
  });
}
