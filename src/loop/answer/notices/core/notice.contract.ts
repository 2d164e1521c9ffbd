// What others may know of notices: everybody who reported a case is told its outcome once for each resolution.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { deliveryView } from '../../deliveries/core/delivery.contract.ts';

export const noticeView = z
  .object({
    id: z.string(),
    /** 1 for the first time the case was resolved, 2 after a reopening, and so on. */
    resolution: z.number(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    /** The voice, where nobody knows who spoke. */
    feedbackId: z.string().nullable(),
    messageId: z.string(),
    at: z.string(),
    delivery: deliveryView,
    /** What the person answered when asked whether it is solved. */
    verdict: z.enum(['solved', 'not_solved']).nullable(),
    verdictAt: z.string().nullable(),
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.output<typeof noticeView>;

export const reportersTold = defineEvent(
  'reporters.told',
  z.object({ resolution: z.number(), count: z.number(), byMail: z.number(), byTask: z.number(), byPage: z.number() }),
);
export const closingMessageSet = defineEvent('closing_message.set', z.object({ own: z.boolean(), tell: z.boolean() }));

const idParam = z.object({ id: z.string().max(60) });

export const listNoticesRoute = route({
  id: 'listCaseNotices',
  method: 'GET',
  path: '/api/v1/cases/:id/notices',
  summary: 'Who was told that a case is resolved, how, and with what proof; newest first',
  access: 'case.read',
  params: idParam,
  query: pageQuery,
  ok: pageOf(noticeView).extend({
    total: z.number(),
    /** Notices of the latest resolution by delivery state. */
    states: z.record(z.string(), z.number()),
  }),
  refusals: ['not_found'],
});

/** What the reporters of a case will be told when it is next resolved. */
export const closingMessage = z
  .object({
    /** The words in place of the workspace's template, with its variables; null for the template. */
    text: z.string().nullable(),
    /** false: nobody is told (the team has told them already). */
    tell: z.boolean(),
    /** How many would be told. */
    reporters: z.number(),
    /** The words as the first reporter would read them. */
    preview: z.string(),
  })
  .meta({ id: 'ClosingMessage' });

export const getClosingMessageRoute = route({
  id: 'getClosingMessage',
  method: 'GET',
  path: '/api/v1/cases/:id/closing-message',
  summary: 'What the reporters will be told when the case is resolved',
  access: 'case.read',
  params: idParam,
  ok: closingMessage,
  refusals: ['not_found'],
});

export const setClosingMessageRoute = route({
  id: 'setClosingMessage',
  method: 'PUT',
  path: '/api/v1/cases/:id/closing-message',
  summary: 'Set own words for the next resolution of this case; to be called before resolving',
  access: 'reply.send',
  params: idParam,
  body: z.object({
    text: z.string().trim().min(1).max(4000).nullable().default(null),
    tell: z.boolean().default(true),
  }),
  ok: closingMessage,
  refusals: ['not_found', 'unknown_variable', 'already_resolved'],
});

export const noticeRoutes = [listNoticesRoute, getClosingMessageRoute, setClosingMessageRoute] as const;
