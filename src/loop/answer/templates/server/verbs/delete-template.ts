// Removes a template nobody needs any more.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { templateDeleted } from '../../core/template.contract.ts';
import { deleteTemplateRow, lockTemplate } from '../template.store.ts';

/** The template told on resolution stays: without it reporters would hear nothing. */
export async function deleteTemplate(
  env: Env,
  templateId: string,
): Promise<Result<null, 'forbidden' | 'not_found' | 'template_needed'>> {
  // permit
  if (!may(env.actor, 'template.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const template = await lockTemplate(tx, templateId);
    if (!template) return refuse('not_found');
    // decide
    if (template.purpose === 'resolved') return refuse('template_needed');
    // save
    await deleteTemplateRow(tx, templateId);
    // tell
    await tell(tx, env, templateDeleted, { subject: templateId, data: { name: template.name } });
    return ok(null);
  });
}
