// Writes a new template or new words into one.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { checkTemplate, type TemplateRefusal } from '../../core/check-template.ts';
import { type TemplateDraft, type TemplateView, templateSaved } from '../../core/template.contract.ts';
import { giveStarters } from '../starters.ts';
import { readTemplate } from '../template.reads.ts';
import { insertTemplate, lockTemplate, takenBy, updateTemplate } from '../template.store.ts';

/** @param templateId null for a new one */
export async function saveTemplate(
  env: Env,
  templateId: string | null,
  draft: TemplateDraft,
): Promise<Result<TemplateView, 'forbidden' | 'not_found' | TemplateRefusal>> {
  // permit
  if (!may(env.actor, 'template.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await giveStarters(tx, env.now);
    const before = templateId ? await lockTemplate(tx, templateId) : null;
    if (before === undefined) return refuse('not_found');
    const taken = await takenBy(tx, draft, templateId);
    // decide
    const checked = checkTemplate(draft, taken, before?.purpose ?? null);
    if (!checked.ok) return checked;
    // save
    const id = templateId ?? newId('tpl');
    if (before) await updateTemplate(tx, id, draft, env.actor.name, env.now);
    else await insertTemplate(tx, id, draft, env.actor.name, env.now);
    // tell
    await tell(tx, env, templateSaved, { subject: id, data: { name: draft.name, isNew: !before } });
    return ok((await readTemplate(tx, id))!);
  });
}
