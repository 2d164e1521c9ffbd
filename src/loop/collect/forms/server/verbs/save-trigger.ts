// Says after which news a questionnaire is sent, how much later, to how many and how seldom.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { formTriggerSaved } from '../../core/form-events.contract.ts';
import type { FormTriggerDraft, FormTriggerView } from '../../core/trigger.contract.ts';
import { findForm } from '../stored-form.reads.ts';
import { readTriggers } from '../trigger.reads.ts';
import { upsertTrigger } from '../trigger.store.ts';

/** One trigger for each event: saving a second time changes the first. */
export async function saveTrigger(
  env: Env,
  formId: string,
  draft: FormTriggerDraft,
): Promise<Result<FormTriggerView, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'form.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    if (!(await findForm(tx, formId, 'change'))) return refuse('not_found');
    // save
    await upsertTrigger(tx, formId, draft, env.now);
    // tell
    await tell(tx, env, formTriggerSaved, { subject: formId, data: { event: draft.event, enabled: draft.enabled } });
    return ok((await readTriggers(tx, formId)).find((one) => one.event === draft.event)!);
  });
}
