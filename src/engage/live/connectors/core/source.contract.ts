// Where a room hears from: the sources of a room as people set them up, and the address platforms call.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { TRUSTS } from '../../stream/core/live-event.contract.ts';

const idParam = z.object({ id: z.string() });
/** As typed into the form; checked against the kind's own settings on the server. */
const settings = z.record(z.string().max(60), z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]));

export const SOURCE_STATES = ['off', 'connecting', 'open', 'waiting', 'failed'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** One field of a kind's settings; its label is `livesources:field.<name>` in the locales. */
export const sourceField = z.object({
  name: z.string(),
  type: z.enum(['text', 'number', 'switch', 'choice']),
  isSecret: z.boolean(),
  isRequired: z.boolean(),
  choices: z.array(z.string()),
});
export type SourceField = z.output<typeof sourceField>;

/** A kind of source one can add; names, notices and missing data are sentences of the namespace `livesources`. */
export const sourceKind = z
  .object({
    kind: z.string(),
    transport: z.enum(['push', 'listen', 'poll', 'file']),
    trust: z.enum(TRUSTS),
    /** False: a reader the platform's terms may forbid; it is turned on only by a person who accepts the notice. */
    isOfficial: z.boolean(),
    fields: z.array(sourceField),
    gives: z.array(z.string()),
    docs: z.string(),
  })
  .meta({ id: 'LiveSourceKind' });
export type SourceKind = z.output<typeof sourceKind>;

export const sourceView = z
  .object({
    id: z.string(),
    roomId: z.string(),
    kind: z.string(),
    name: z.string(),
    isOn: z.boolean(),
    /** `off` when turned off; a pushed source is `waiting` until its first call and `open` after it. */
    state: z.enum(SOURCE_STATES),
    /** Short name of why it waits or failed, for example `bad_signature`; null when all is well. */
    detail: z.string().nullable(),
    lastEventAt: z.string().nullable(),
    /** Events taken and lines that could not be read in the running show, or in the last one. */
    events: z.number(),
    unread: z.number(),
    /** Address the platform calls; null for sources that we call. What protects it is the signature, not the address. */
    pushUrl: z.string().nullable(),
    /** What was filled in, without secrets. */
    settings,
    /** Names of the secrets that are kept. */
    secretsSet: z.array(z.string()),
    noticeAcceptedAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'LiveSource' });
export type SourceView = z.output<typeof sourceView>;

export const listSourceKindsRoute = route({
  id: 'listLiveSourceKinds',
  method: 'GET',
  path: '/api/v1/live/source-kinds',
  summary: 'Kinds of sources a live room can hear from, with their settings and what each gives',
  access: 'live.read',
  ok: z.object({ items: z.array(sourceKind) }),
});

export const listSourcesRoute = route({
  id: 'listLiveSources',
  method: 'GET',
  path: '/api/v1/live/rooms/:id/sources',
  summary: 'Sources of a live room with their state',
  access: 'live.read',
  params: idParam,
  ok: z.object({ items: z.array(sourceView) }),
  refusals: ['not_found'],
});

export const createSourceRoute = route({
  id: 'createLiveSource',
  method: 'POST',
  path: '/api/v1/live/rooms/:id/sources',
  summary: 'Add a source to a live room; a secret made by us is shown in this answer only',
  access: 'live.edit',
  params: idParam,
  body: z.object({
    kind: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
    name: z.string().trim().max(80).default(''),
    settings,
    isOn: z.boolean().default(false),
    /** The notice of an unofficial reader was read and accepted. */
    acceptsNotice: z.boolean().default(false),
  }),
  ok: z.object({ source: sourceView, secret: z.string().nullable() }),
  status: 201,
  refusals: ['not_found', 'unknown_source', 'bad_settings', 'notice_not_accepted'],
});

export const editSourceRoute = route({
  id: 'editLiveSource',
  method: 'PATCH',
  path: '/api/v1/live/sources/:id',
  summary: 'Rename a source, change its settings, turn it on or off; secrets left out stay as they are',
  access: 'live.edit',
  params: idParam,
  body: z.object({
    name: z.string().trim().max(80).optional(),
    settings: settings.optional(),
    isOn: z.boolean().optional(),
    acceptsNotice: z.boolean().optional(),
  }),
  ok: sourceView,
  refusals: ['not_found', 'bad_settings', 'notice_not_accepted'],
});

export const removeSourceRoute = route({
  id: 'removeLiveSource',
  method: 'DELETE',
  path: '/api/v1/live/sources/:id',
  summary: 'Remove a source; what it brought stays in the shows',
  access: 'live.edit',
  params: idParam,
  ok: z.null(),
  status: 204,
  refusals: ['not_found'],
});

/** Platforms call this. The answer is the connector's own, in the words its platform wants, and comes when the events are durable. */
export const pushLiveRoute = route({
  id: 'pushLive',
  method: 'POST',
  path: '/live/push/:key',
  summary: 'Signed calls of platforms with live events',
  access: 'public',
  params: z.object({ key: z.string().min(16).max(80) }),
  bodyKind: 'raw',
  answer: 'page',
  bodyLimit: 2 * 1024 * 1024,
  perMinute: 600_000,
  ok: z.null(),
  refusals: ['not_found', 'bad_signature', 'stale_signature', 'invalid', 'room_elsewhere'],
});

export const sourceRoutes = [
  listSourceKindsRoute,
  listSourcesRoute,
  createSourceRoute,
  editSourceRoute,
  removeSourceRoute,
] as const;
