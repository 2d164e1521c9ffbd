// Binds the routes of templates.
import type { Env } from '../../../../ground/env.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { type AnswerDesk, readShop } from '../../desk/server/door.ts';
import { fillTemplate, unknownVariables } from '../core/fill-template.ts';
import * as contract from '../core/template.contract.ts';
import { samplesOf, standInsOf } from './fill.ts';
import { giveStarters, hasStarters } from './starters.ts';
import { listTemplates, readTemplate } from './template.reads.ts';
import { deleteTemplate } from './verbs/delete-template.ts';
import { fillForCase } from './verbs/fill-for-case.ts';
import { saveTemplate } from './verbs/save-template.ts';

/** A workspace that has never opened its templates is given the starter set before they are shown. */
async function withStarters(env: Env): Promise<void> {
  if (await env.db.read(hasStarters)) return;
  await env.db.write((tx) => giveStarters(tx, env.now));
}

/** Routes of templates. */
export function templateMountedRoutes(desk: AnswerDesk) {
  return [
    on(contract.listTemplatesRoute, async ({ env, query }) => {
      await withStarters(env);
      return ok(await env.db.read((tx) => listTemplates(tx, query)));
    }),
    on(contract.getTemplateRoute, async ({ env, params }) => {
      const template = await env.db.read((tx) => readTemplate(tx, params.id));
      return template ? ok(template) : refuse('not_found');
    }),
    on(contract.createTemplateRoute, ({ env, body }) => saveTemplate(env, null, body)),
    on(contract.updateTemplateRoute, ({ env, params, body }) => saveTemplate(env, params.id, body)),
    on(contract.deleteTemplateRoute, ({ env, params }) => deleteTemplate(env, params.id)),
    on(contract.previewTemplateRoute, async ({ env, body, origin }) => {
      const unknown = unknownVariables(body.text);
      if (body.caseId) {
        const { caseId, text, language } = body;
        const filled = await fillForCase(env, desk, { caseId, text, language, origin });
        return filled.ok ? ok({ text: filled.value.text, missing: filled.value.missing, unknown }) : filled;
      }
      const shop = await env.db.read(readShop);
      const filled = fillTemplate(body.text, samplesOf(body.language, shop.name), standInsOf(body.language));
      return ok({ ...filled, unknown });
    }),
    on(contract.fillTemplateRoute, ({ env, params, body, origin }) =>
      fillForCase(env, desk, {
        templateId: params.id,
        caseId: body.caseId,
        reporter: body.reporter,
        language: body.language,
        origin,
      }),
    ),
  ];
}
