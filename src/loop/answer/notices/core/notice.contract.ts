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

/** What the reporters would be told if the case were resolved now. */
export const noticePreview = z
  .object({
    /** Different reporters who would be told, each once. */
    reporters: z.number(),
    /** Of the first 200 of them. */
    ways: z.object({ email: z.number(), task: z.number(), page: z.number() }),
    /** The words as the reporter who spoke last would read them. */
    text: z.string(),
    /** Variables nobody knows, in the words given. */
    unknown: z.array(z.string()),
  })
  .meta({ id: 'NoticePreview' });

export const previewNoticeRoute = route({
  id: 'previewCaseNotice',
  method: 'POST',
  path: '/api/v1/cases/:id/notices/preview',
  summary: 'What the reporters would be told on resolving, with own words or the workspace template, and by which ways',
  access: 'case.read',
  params: idParam,
  body: z.object({ message: z.string().trim().max(5000).nullable().default(null) }).default({ message: null }),
  ok: noticePreview,
  refusals: ['not_found'],
});

export const noticeRoutes = [listNoticesRoute, previewNoticeRoute] as const;
