// Begins a questionnaire from a template, from another one, or from nothing.
import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type FormDefinition, type FormSettings, formDefinition, formSettings } from '../../core/form.contract.ts';
import { formCreated } from '../../core/form-events.contract.ts';
import type { createFormRoute, FormView } from '../../core/form-routes.contract.ts';
import { readForm } from '../form.reads.ts';
import { insertForm } from '../form.store.ts';
import { templateByKey } from '../form-templates.ts';
import { findForm, readShop } from '../stored-form.reads.ts';

/** Letters and digits nobody mixes up when he types an address from a card. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export async function createForm(
  env: Env,
  input: z.output<(typeof createFormRoute)['body']>,
): Promise<Result<FormView, 'forbidden' | 'not_found' | 'unknown_template'>> {
  // permit
  if (!may(env.actor, 'form.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const shop = await readShop(tx);
    const copied = input.copyOf ? await findForm(tx, input.copyOf) : undefined;
    if (input.copyOf && !copied) return refuse('not_found', [{ path: 'copyOf', code: 'not_found' }]);
    const template = input.template ? templateByKey(input.template) : undefined;
    if (input.template && !template)
      return refuse('unknown_template', [{ path: 'template', code: 'unknown_template' }]);
    // decide
    const definition = input.definition ?? copied?.definition ?? template ?? emptyForm(input.name, shop.locale);
    const settings = input.settings ?? copied?.settings ?? settingsFor(definition, shop.locale);
    // save
    const id = newId('form');
    await insertForm(tx, {
      id,
      key: newKey(),
      name: input.name,
      definition,
      settings,
      by: env.actor.name,
      now: env.now,
    });
    // tell
    await tell(tx, env, formCreated, { subject: id, data: { name: input.name } });
    return ok((await readForm(tx, id))!);
  });
}

/** 50 bits: enough that addresses are not found by trying, short enough for a small QR code. */
function newKey(): string {
  return Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

function emptyForm(name: string, language: 'zh-CN' | 'en'): FormDefinition {
  const title = { 'zh-CN': '', en: '', [language]: name };
  return formDefinition.parse({ languages: [language], title, questions: [] });
}

function settingsFor(definition: FormDefinition, shop: 'zh-CN' | 'en'): FormSettings {
  const language = definition.languages.includes(shop) ? shop : definition.languages[0];
  return formSettings.parse({ language });
}
