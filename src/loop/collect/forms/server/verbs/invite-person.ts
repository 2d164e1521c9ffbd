// Makes the personal address of a known customer, to be handed over by whoever asks for it.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { readPerson } from '../../../../../ground/people/server/door.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { FormContext } from '../../core/form.contract.ts';
import type { FormDesk } from '../form-desk.ts';
import { addInvitations, findInvitation, invitationToken } from '../invitation.store.ts';
import { findForm } from '../stored-form.reads.ts';

/** The same customer gets the same address about the same thing. */
export async function invitePerson(
  env: Env,
  desk: FormDesk,
  input: { formId: string; personId: string; about: string; context: FormContext; origin: string },
): Promise<Result<{ id: string; url: string }, 'forbidden' | 'not_found' | 'unknown_person' | 'form_not_open'>> {
  // permit
  if (!may(env.actor, 'form.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const form = await findForm(tx, input.formId);
    if (!form) return refuse('not_found');
    if (!(await readPerson(tx, input.personId)))
      return refuse('unknown_person', [{ path: 'personId', code: 'unknown_person' }]);
    // decide
    if (form.state !== 'open') return refuse('form_not_open');
    // save
    const { sealer } = desk.gate;
    const key = { formId: form.id, personId: input.personId, subject: input.about };
    await addInvitations(
      tx,
      sealer,
      [{ ...key, triggerId: null, context: input.context, state: 'sent', sendAt: env.now }],
      env.now,
    );
    const invitation = (await findInvitation(tx, key))!;
    const { token } = invitationToken(sealer, tx.workspaceId, invitation.id);
    return ok({ id: invitation.id, url: `${input.origin}/q/${form.key}?i=${token}` });
  });
}
