// Addresses of call-backs, their scripts and the rules that plan them.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { CALLBACK_OUTCOMES, CALLBACK_REASONS, CALLBACK_STATES, callbackView } from './callback.contract.ts';

const idParam = z.object({ id: z.string().max(60) });
const note = z.string().trim().max(1000);

const ruled = z.object({ on: z.boolean(), scriptId: z.string().max(60).nullable() });

/** When call-backs are planned by themselves, and how often a number is tried. */
export const callbackRules = z
  .object({
    reasons: z.object({ urgent: ruled, vip: ruled, low_rating: ruled, disputed: ruled }),
    /** Working hours after the case was settled within which the customer should be reached. */
    dueWorkingHours: z.number().int().min(1).max(240),
    maxAttempts: z.number().int().min(1).max(10),
    /** Working hours between two attempts. */
    spacingHours: z.number().int().min(1).max(72),
  })
  .meta({ id: 'CallbackRules' });
export type CallbackRules = z.output<typeof callbackRules>;

export const scriptDraft = z.object({
  name: z.string().trim().min(1).max(80),
  body: z.object({ 'zh-CN': z.string().trim().min(1).max(4000), en: z.string().trim().min(1).max(4000) }),
});
export const scriptView = scriptDraft
  .extend({ id: z.string(), updatedAt: z.string(), updatedBy: z.string() })
  .meta({ id: 'CallbackScript' });
export type ScriptView = z.output<typeof scriptView>;

export const listCallbacksRoute = route({
  id: 'listCallbacks',
  method: 'GET',
  path: '/api/v1/callbacks',
  summary: 'Call-backs: open ones by when to try next, settled ones newest first',
  access: 'callback.read',
  query: pageQuery.extend({
    state: z.enum(CALLBACK_STATES).default('open'),
    /** Member id, `me`, or `nobody`. */
    assignee: z.string().max(60).optional(),
    reason: z.enum(CALLBACK_REASONS).optional(),
    outcome: z.enum(CALLBACK_OUTCOMES).optional(),
  }),
  ok: pageOf(callbackView).extend({
    counts: z.object({ now: z.number(), open: z.number(), late: z.number() }),
  }),
});
export const getCallbackRoute = route({
  id: 'getCallback',
  method: 'GET',
  path: '/api/v1/callbacks/:id',
  summary: 'One call-back with its script filled in for this customer, and what the case is about',
  access: 'callback.read',
  params: idParam,
  query: z.object({ language: z.enum(['zh-CN', 'en']).optional() }),
  ok: callbackView.extend({
    script: z.object({
      id: z.string().nullable(),
      name: z.string(),
      language: z.enum(['zh-CN', 'en']),
      text: z.string(),
    }),
    /** What the customer said, newest first, masked. */
    voices: z.array(z.object({ id: z.string(), text: z.string(), channel: z.string(), at: z.string() })),
    /** What we told him last, if anything. */
    lastReply: z.object({ text: z.string(), by: z.string().nullable(), at: z.string() }).nullable(),
    resolutionNote: z.string().nullable(),
  }),
  refusals: ['not_found'],
});
export const caseCallbacksRoute = route({
  id: 'listCaseCallbacks',
  method: 'GET',
  path: '/api/v1/cases/:id/callbacks',
  summary: 'Call-backs about a case, newest first',
  access: 'callback.read',
  params: idParam,
  ok: z.object({ items: z.array(callbackView) }),
  refusals: ['not_found'],
});
export const planCallbackRoute = route({
  id: 'planCallback',
  method: 'POST',
  path: '/api/v1/cases/:id/callbacks',
  summary: 'Plan a call to a reporter of a case',
  access: 'callback.work',
  params: idParam,
  body: z.object({
    personId: z.string().max(60).optional(),
    dueAt: z.iso.datetime({ offset: true }).optional(),
    assigneeId: z.string().max(60).optional(),
    scriptId: z.string().max(60).optional(),
    note: note.optional(),
  }),
  ok: callbackView,
  status: 201,
  refusals: [
    'not_found',
    'case_merged',
    'unknown_person',
    'unknown_member',
    'unknown_script',
    'due_in_past',
    'already_planned',
  ],
});
export const assignCallbackRoute = route({
  id: 'assignCallback',
  method: 'PUT',
  path: '/api/v1/callbacks/:id/assignment',
  summary: 'Give a call-back to a member, or to nobody',
  access: 'callback.work',
  params: idParam,
  body: z.object({ memberId: z.string().max(60).nullable() }),
  ok: callbackView,
  refusals: ['not_found', 'already_settled', 'unknown_member'],
});
export const tryCallbackRoute = route({
  id: 'tryCallback',
  method: 'POST',
  path: '/api/v1/callbacks/:id/attempts',
  summary: 'Nobody answered: the next try is planned, or after the last one the customer counts as unreachable',
  access: 'callback.work',
  params: idParam,
  body: z.object({ note: note.optional() }),
  ok: callbackView,
  refusals: ['not_found', 'already_settled'],
});
export const settleCallbackRoute = route({
  id: 'settleCallback',
  method: 'POST',
  path: '/api/v1/callbacks/:id/outcome',
  summary: 'Say what came of the call; "not fixed" opens the case again, "new issue" records what was said',
  access: 'callback.work',
  params: idParam,
  body: z.object({
    outcome: z.enum(CALLBACK_OUTCOMES),
    note: note.optional(),
    /** What the customer said that is new; needed for `new_issue`. */
    words: z.string().trim().min(1).max(4000).optional(),
  }),
  ok: callbackView.extend({ feedbackId: z.string().nullable(), reopened: z.boolean() }),
  refusals: ['not_found', 'already_settled', 'missing_words', 'missing_note'],
});
export const dropCallbackRoute = route({
  id: 'dropCallback',
  method: 'POST',
  path: '/api/v1/callbacks/:id/dropping',
  summary: 'Drop a call-back that is not needed, with a reason',
  access: 'callback.work',
  params: idParam,
  body: z.object({ note: z.string().trim().min(2).max(500) }),
  ok: callbackView,
  refusals: ['not_found', 'already_settled'],
});
export const revealCallbackPhoneRoute = route({
  id: 'revealCallbackPhone',
  method: 'POST',
  path: '/api/v1/callbacks/:id/phone',
  summary: 'Show the number to ring; writes an audit row with the reason given',
  access: 'feedback.reveal',
  params: idParam,
  body: z.object({ reason: z.string().trim().min(3).max(300) }),
  ok: z.object({ phone: z.string() }),
  refusals: ['not_found', 'nothing_known'],
});
export const getCallbackRulesRoute = route({
  id: 'getCallbackRules',
  method: 'GET',
  path: '/api/v1/callback-rules',
  summary: 'When call-backs are planned by themselves',
  access: 'callback.read',
  ok: callbackRules,
});
export const setCallbackRulesRoute = route({
  id: 'setCallbackRules',
  method: 'PUT',
  path: '/api/v1/callback-rules',
  summary: 'Change when call-backs are planned by themselves',
  access: 'rule.edit',
  body: callbackRules,
  ok: callbackRules,
  refusals: ['unknown_script'],
});
export const listScriptsRoute = route({
  id: 'listCallbackScripts',
  method: 'GET',
  path: '/api/v1/callback-scripts',
  summary: 'Scripts for call-backs, by name',
  access: 'callback.read',
  ok: z.object({ items: z.array(scriptView) }),
});
export const createScriptRoute = route({
  id: 'createCallbackScript',
  method: 'POST',
  path: '/api/v1/callback-scripts',
  summary: 'Write a script in both languages; an unknown variable is refused by its name',
  access: 'template.edit',
  body: scriptDraft,
  ok: scriptView,
  status: 201,
  refusals: ['unknown_variable', 'name_taken'],
});
export const changeScriptRoute = route({
  id: 'changeCallbackScript',
  method: 'PUT',
  path: '/api/v1/callback-scripts/:id',
  summary: 'Change a script',
  access: 'template.edit',
  params: idParam,
  body: scriptDraft,
  ok: scriptView,
  refusals: ['not_found', 'unknown_variable', 'name_taken'],
});
export const removeScriptRoute = route({
  id: 'removeCallbackScript',
  method: 'DELETE',
  path: '/api/v1/callback-scripts/:id',
  summary: 'Remove a script; call-backs planned with it use the first one',
  access: 'template.edit',
  params: idParam,
  ok: z.null(),
  status: 204,
  refusals: ['not_found', 'template_needed'],
});

export const callbackRoutes = [
  listCallbacksRoute,
  getCallbackRoute,
  caseCallbacksRoute,
  planCallbackRoute,
  assignCallbackRoute,
  tryCallbackRoute,
  settleCallbackRoute,
  dropCallbackRoute,
  revealCallbackPhoneRoute,
  getCallbackRulesRoute,
  setCallbackRulesRoute,
  listScriptsRoute,
  createScriptRoute,
  changeScriptRoute,
  removeScriptRoute,
] as const;
