// What others may know of templates: words written once in both languages, with variables that are filled for each person.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';

/** Everything a template may name; the product fills them. */
export const TEMPLATE_VARIABLES = [
  'person.name',
  'case.number',
  'product.name',
  'shop.name',
  'status.link',
  'agent.name',
] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];

/** reply: offered to agents · resolved: told to everybody who reported a case when it is resolved (one in each workspace). */
export const TEMPLATE_PURPOSES = ['reply', 'resolved'] as const;
export type TemplatePurpose = (typeof TEMPLATE_PURPOSES)[number];

const body = z.string().trim().min(1).max(4000);

export const templateDraft = z.object({
  name: z.string().trim().min(1).max(80),
  /** Typed after a slash in the reply box: letters, digits, Chinese characters, `-`. */
  shortcut: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}-]{1,30}$/u, 'shortcut_invalid')
    .nullable()
    .default(null),
  purpose: z.enum(TEMPLATE_PURPOSES).default('reply'),
  /** Plain text with `{{person.name}}` and the like. */
  body: z.object({ 'zh-CN': body, en: body }),
});
export type TemplateDraft = z.output<typeof templateDraft>;

export const templateView = z
  .object({
    id: z.string(),
    name: z.string(),
    shortcut: z.string().nullable(),
    purpose: z.enum(TEMPLATE_PURPOSES),
    body: z.object({ 'zh-CN': z.string(), en: z.string() }),
    variables: z.array(z.string()),
    used: z.number(),
    lastUsedAt: z.string().nullable(),
    updatedAt: z.string(),
    updatedBy: z.string(),
  })
  .meta({ id: 'Template' });
export type TemplateView = z.output<typeof templateView>;

export const TEMPLATE_REFUSALS = ['not_found', 'unknown_variable', 'shortcut_taken', 'name_taken'] as const;

export const templateSaved = defineEvent('template.saved', z.object({ name: z.string(), isNew: z.boolean() }));
export const templateDeleted = defineEvent('template.deleted', z.object({ name: z.string() }));

const idParam = z.object({ id: z.string().max(60) });
const language = z.enum(['zh-CN', 'en']);

export const listTemplatesRoute = route({
  id: 'listTemplates',
  method: 'GET',
  path: '/api/v1/templates',
  summary: 'Templates by name; a new workspace begins with a starter set in both languages',
  access: 'template.read',
  query: pageQuery.extend({ purpose: z.enum(TEMPLATE_PURPOSES).optional(), search: z.string().max(80).optional() }),
  ok: pageOf(templateView),
});

export const getTemplateRoute = route({
  id: 'getTemplate',
  method: 'GET',
  path: '/api/v1/templates/:id',
  summary: 'One template',
  access: 'template.read',
  params: idParam,
  ok: templateView,
  refusals: ['not_found'],
});

export const createTemplateRoute = route({
  id: 'createTemplate',
  method: 'POST',
  path: '/api/v1/templates',
  summary: 'Write a template; an unknown variable is refused by its name',
  access: 'template.edit',
  body: templateDraft,
  ok: templateView,
  status: 201,
  refusals: ['unknown_variable', 'shortcut_taken', 'name_taken', 'purpose_taken'],
});

export const updateTemplateRoute = route({
  id: 'updateTemplate',
  method: 'PUT',
  path: '/api/v1/templates/:id',
  summary: 'Change a template; letters already written keep their words',
  access: 'template.edit',
  params: idParam,
  body: templateDraft,
  ok: templateView,
  refusals: ['not_found', 'unknown_variable', 'shortcut_taken', 'name_taken', 'purpose_fixed'],
});

export const deleteTemplateRoute = route({
  id: 'deleteTemplate',
  method: 'DELETE',
  path: '/api/v1/templates/:id',
  summary: 'Remove a template; the one told on resolution can be changed but not removed',
  access: 'template.edit',
  params: idParam,
  ok: z.null(),
  status: 204,
  refusals: ['not_found', 'template_needed'],
});

export const previewTemplateRoute = route({
  id: 'previewTemplate',
  method: 'POST',
  path: '/api/v1/templates/preview',
  summary: 'Fill a text with sample values, or with those of a case',
  access: 'template.read',
  body: z.object({
    text: z.string().max(4000),
    language: language.default('zh-CN'),
    caseId: z.string().max(60).optional(),
  }),
  ok: z.object({
    text: z.string(),
    /** Variables nobody knows. */
    unknown: z.array(z.string()),
    /** Known variables that have no value here; a plain word stands in. */
    missing: z.array(z.string()),
  }),
  refusals: ['not_found'],
});

export const fillTemplateRoute = route({
  id: 'fillTemplate',
  method: 'POST',
  path: '/api/v1/templates/:id/filling',
  summary:
    "A template filled for a case and one of its reporters, in the reporter's language, ready to be edited and sent",
  access: 'template.read',
  params: idParam,
  body: z.object({
    caseId: z.string().max(60),
    /** A person's id, or a feedback's id where nobody knows who spoke; the reporter who spoke last when left out. */
    reporter: z.string().max(60).optional(),
    language: language.optional(),
  }),
  ok: z.object({ text: z.string(), language, missing: z.array(z.string()) }),
  refusals: ['not_found'],
});

export const templateRoutes = [
  listTemplatesRoute,
  getTemplateRoute,
  createTemplateRoute,
  updateTemplateRoute,
  deleteTemplateRoute,
  previewTemplateRoute,
  fillTemplateRoute,
] as const;
