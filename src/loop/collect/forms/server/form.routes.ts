// Binds the members' routes of questionnaires.
import { Readable } from 'node:stream';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import type { FormContext, FormLanguage } from '../core/form.contract.ts';
import * as contract from '../core/form-routes.contract.ts';
import * as use from '../core/form-use.contract.ts';
import { signContext } from './context-link.ts';
import { exportAnswers } from './export-answers.ts';
import { listForms, readForm } from './form.reads.ts';
import type { FormDesk } from './form-desk.ts';
import { formTemplates } from './form-templates.ts';
import { previewPage } from './page/preview-page.ts';
import { printPage } from './page/print-page.ts';
import { headers } from './public-visit.ts';
import { qrSvg } from './qr-code.ts';
import { listTexts, periodFault, readResults } from './results.reads.ts';
import { findForm, readShop, type StoredForm } from './stored-form.reads.ts';
import { readTriggers } from './trigger.reads.ts';
import { closeForm } from './verbs/close-form.ts';
import { createForm } from './verbs/create-form.ts';
import { deleteForm } from './verbs/delete-form.ts';
import { invitePerson } from './verbs/invite-person.ts';
import { openForm } from './verbs/open-form.ts';
import { removeTrigger } from './verbs/remove-trigger.ts';
import { saveForm } from './verbs/save-form.ts';
import { saveTrigger } from './verbs/save-trigger.ts';

export function formRoutes(desk: FormDesk) {
  const addressOf = (origin: string, workspaceId: string, form: StoredForm, context: FormContext) => {
    const signed = signContext(desk.gate.sealer, workspaceId, form.id, context);
    const path = `/q/${form.key}${signed ? `?c=${encodeURIComponent(signed)}` : ''}`;
    return { path, url: `${origin}${path}` };
  };
  return [
    on(contract.listFormsRoute, async ({ env, query }) => ok(await env.db.read((tx) => listForms(tx, query)))),
    on(contract.listFormTemplatesRoute, async ({ language }) => ok({ items: formTemplates(language) })),
    on(contract.getFormRoute, async ({ env, params }) => {
      const form = await env.db.read((tx) => readForm(tx, params.id));
      return form ? ok(form) : refuse('not_found');
    }),
    on(contract.createFormRoute, ({ env, body }) => createForm(env, body)),
    on(contract.saveFormRoute, ({ env, params, body }) => saveForm(env, params.id, body)),
    on(contract.openFormRoute, ({ env, params }) => openForm(env, params.id)),
    on(contract.closeFormRoute, ({ env, params }) => closeForm(env, params.id)),
    on(contract.deleteFormRoute, ({ env, params }) => deleteForm(env, params.id)),
    on(contract.previewFormRoute, async ({ env, body }) => {
      const shop = await env.db.read(readShop);
      return ok({ html: previewPage(shop.name, body.definition, body.language, body.at ?? null) });
    }),
    on(use.listTriggersRoute, async ({ env, params }) => {
      const items = await env.db.read(async (tx) =>
        (await findForm(tx, params.id)) ? readTriggers(tx, params.id) : null,
      );
      return items ? ok({ items }) : refuse('not_found');
    }),
    on(use.saveTriggerRoute, ({ env, params, body }) => saveTrigger(env, params.id, body)),
    on(use.removeTriggerRoute, ({ env, params }) => removeTrigger(env, params.id, params.event)),
    on(use.shareFormRoute, async ({ env, params, body, origin }) => {
      const form = await env.db.read((tx) => findForm(tx, params.id));
      if (!form) return refuse('not_found');
      const address = addressOf(origin, env.workspace, form, body);
      const frame = `${address.url}${address.path.includes('?') ? '&' : '?'}embed=1`;
      const title = form.name.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      const embed = `<iframe src="${frame.replaceAll('&', '&amp;')}" title="${title}" width="100%" height="560" style="border:0" loading="lazy"></iframe>`;
      return ok({ ...address, svg: qrSvg(address.url, form.name), embed });
    }),
    on(use.printFormRoute, async ({ env, params, query, origin, reply }) => {
      const { lang, size, ...context } = query;
      const found = await env.db.read(async (tx) => ({
        form: await findForm(tx, params.id),
        shop: await readShop(tx),
      }));
      if (!found.form) return refuse('not_found');
      const { languages } = found.form.definition;
      const { url } = addressOf(origin, env.workspace, found.form, context);
      const wanted: FormLanguage[] = lang === 'both' ? languages : languages.filter((one) => one === lang);
      const page = printPage({
        shop: found.shop.name,
        definition: found.form.definition,
        languages: wanted.length > 0 ? wanted : languages,
        size,
        url,
        svg: qrSvg(url, found.form.name),
        context,
      });
      headers(reply, []).type('text/html; charset=utf-8').send(page);
      return sent;
    }),
    on(use.formResultsRoute, ({ env, params, query }) => env.db.read((tx) => readResults(tx, params.id, query))),
    on(use.formTextsRoute, ({ env, params, query }) => env.db.read((tx) => listTexts(tx, params.id, query))),
    on(use.exportFormRoute, async ({ env, params, query, language, reply }) => {
      const form = await env.db.read((tx) => findForm(tx, params.id));
      if (!form) return refuse('not_found');
      const wrong = periodFault(query);
      if (wrong) return wrong;
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${form.name}.csv`)}`)
        .send(Readable.from(exportAnswers(env.db, params.id, query, language)));
      return sent;
    }),
    on(use.inviteRoute, ({ env, params, body, origin }) =>
      invitePerson(env, desk, { ...body, formId: params.id, context: body.context ?? {}, origin }),
    ),
  ];
}
