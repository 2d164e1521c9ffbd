// What others may know of draws: views, routes, news, refusals.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { outcomeRecord, winnerRecord } from './draw-file.contract.ts';
import { CHANCE_KINDS, drawDraft, drawRules, EXCLUSION_REASONS } from './draw-rules.contract.ts';

const STATES = ['draft', 'open', 'closed', 'final', 'void', 'cancelled'] as const;

export const drawRow = z
  .object({
    id: z.string(),
    roomId: z.string(),
    title: z.string(),
    state: z.enum(STATES),
    entries: z.number().nullable(),
    prizes: z.number(),
    winners: z.number(),
    closesAt: z.string().nullable(),
    createdAt: z.string(),
    createdBy: z.string(),
    chance: z.enum(CHANCE_KINDS).nullable(),
    /** The draw is void for ever when it is not revealed by then. */
    revealBy: z.string().nullable(),
    /** Somebody must type in what the host read aloud. */
    waitsForSeed: z.boolean(),
    /** Why it ended without winners: `not_revealed_in_time`, or what a member wrote. */
    endReason: z.string().nullable(),
  })
  .meta({ id: 'LiveDrawRow' });
export type DrawRowView = z.output<typeof drawRow>;

export const drawView = drawRow
  .extend({
    draft: drawDraft,
    /** What stands in the way of opening. */
    faults: z.array(z.object({ path: z.string(), code: z.string() })),
    rules: drawRules.nullable(),
    rulesHash: z.string().nullable(),
    commitment: z.string().nullable(),
    root: z.string().nullable(),
    winnersList: z.array(winnerRecord.omit({ receipt: true, pid: true })),
    claims: outcomeRecord.shape.claims,
    publicPath: z.string().nullable(),
  })
  .meta({ id: 'LiveDraw' });
export type DrawView = z.output<typeof drawView>;

const news = z.object({ drawId: z.string(), roomId: z.string() });
export const drawOpened = defineEvent('draw.opened', news);
export const drawClosed = defineEvent('draw.closed', news);
export const drawRevealed = defineEvent('draw.revealed', news);
export const drawVoided = defineEvent('draw.voided', news);
export const drawCancelled = defineEvent('draw.cancelled', news);
export const drawClaimed = defineEvent('draw.claimed', news);
export const drawDrafted = defineEvent('draw.drafted', news);
export const drawExcluded = defineEvent('draw.excluded', news);

const idParam = z.object({ id: z.string().max(60) });
const base = '/api/v1/live/draws';

export const listDrawsRoute = route({
  id: 'listLiveDraws',
  method: 'GET',
  path: base,
  summary: 'Draws, newest first, and how many were void',
  access: 'live.read',
  query: pageQuery.extend({ roomId: z.string().max(60).optional(), state: z.enum(STATES).optional() }),
  ok: pageOf(drawRow).extend({ voided: z.number(), drawn: z.number() }),
});
export const createDrawRoute = route({
  id: 'createLiveDraw',
  method: 'POST',
  path: base,
  summary: 'Begin the rules form of a draw; nothing is public before it opens',
  access: 'draw.edit',
  body: drawDraft.extend({ roomId: z.string().max(60) }),
  ok: drawView,
  status: 201,
  refusals: ['unknown_room'],
});
export const readDrawRoute = route({
  id: 'readLiveDraw',
  method: 'GET',
  path: `${base}/:id`,
  summary: 'One draw with its form, what is still missing, and what was published',
  access: 'live.read',
  params: idParam,
  ok: drawView,
  refusals: ['not_found'],
});
export const saveDrawRoute = route({
  id: 'saveLiveDraw',
  method: 'PUT',
  path: `${base}/:id`,
  summary: 'Change the rules form; once open, rules are never changed',
  access: 'draw.edit',
  params: idParam,
  body: drawDraft,
  ok: drawView,
  refusals: ['not_found', 'rules_fixed'],
});
export const openDrawRoute = route({
  id: 'openLiveDraw',
  method: 'POST',
  path: `${base}/:id/opening`,
  summary: 'Open a draw in the running show: publishes rules, commitment and the round of the public beacon',
  access: 'draw.edit',
  params: idParam,
  ok: drawView,
  refusals: ['not_found', 'rules_fixed', 'rules_incomplete', 'no_show'],
});
export const cancelDrawRoute = route({
  id: 'cancelLiveDraw',
  method: 'POST',
  path: `${base}/:id/cancellation`,
  summary: 'Cancel a draw with its reason, for all to see; not after its close',
  access: 'draw.edit',
  params: idParam,
  body: z.object({ reason: z.string().trim().min(2).max(300) }),
  ok: drawView,
  refusals: ['not_found', 'wrong_state'],
});
export const excludeEntryRoute = route({
  id: 'excludeLiveDrawEntry',
  method: 'POST',
  path: `${base}/:id/exclusions`,
  summary: 'Leave an entry out of an open draw, with a reason that is published; fixed at the close',
  access: 'draw.edit',
  params: idParam,
  body: z.object({ pid: z.string().regex(/^[0-9a-f]{32}$/), reason: z.enum(EXCLUSION_REASONS) }),
  ok: drawView,
  refusals: ['not_found', 'wrong_state'],
});
export const giveSeedRoute = route({
  id: 'giveLiveDrawSeed',
  method: 'POST',
  path: `${base}/:id/seed`,
  summary: 'Type in what the host read aloud after the close; reveals the draw',
  access: 'draw.edit',
  params: idParam,
  body: z.object({
    seed: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .regex(/^[\p{L}\p{N} ,.-]+$/u),
  }),
  ok: drawView,
  refusals: ['not_found', 'wrong_state', 'seed_not_asked'],
});
export const claimPrizeRoute = route({
  id: 'claimLiveDrawPrize',
  method: 'POST',
  path: `${base}/:id/claims`,
  summary: 'Write down that a prize was claimed, declined, or lapsed; an unclaimed one goes to the next place drawn',
  access: 'draw.edit',
  params: idParam,
  body: z.object({ position: z.number().int().min(0), what: z.enum(['claimed', 'lapsed', 'declined']) }),
  ok: drawView,
  refusals: ['not_found', 'wrong_state', 'claim_not_due'],
});
export const drawRoutes = [
  listDrawsRoute,
  createDrawRoute,
  readDrawRoute,
  saveDrawRoute,
  openDrawRoute,
  cancelDrawRoute,
  excludeEntryRoute,
  giveSeedRoute,
  claimPrizeRoute,
] as const;

const look = z.object({ lang: z.string().max(20).optional() }).loose();
export const publicDrawRoute = route({
  id: 'publicLiveDraw',
  method: 'GET',
  path: '/live/draws/:id',
  summary: 'The public page of a draw: rules, commitment, list, winners, and how to check it',
  access: 'public',
  params: idParam,
  query: look,
  ok: z.string(),
  answer: 'page',
  perMinute: 120,
});
export const publicDrawFileRoute = route({
  id: 'publicLiveDrawFile',
  method: 'GET',
  path: '/live/draws/:id/file.json',
  summary: 'The public file of a draw: everything needed to compute it again',
  access: 'public',
  params: idParam,
  ok: z.null(),
  answer: 'file',
  refusals: ['not_found'],
  perMinute: 30,
});
export const publicDrawProofRoute = route({
  id: 'publicLiveDrawProof',
  method: 'GET',
  path: '/live/draws/:id/proof/:index',
  summary: 'The inclusion proof of one entry in the closed list (RFC 6962 §2.1.1)',
  access: 'public',
  params: idParam.extend({ index: z.coerce.number().int().min(0) }),
  ok: z.object({
    index: z.number(),
    count: z.number(),
    root: z.string(),
    entryHash: z.string(),
    chain: z.string(),
    at: z.number(),
    tickets: z.number(),
    proof: z.array(z.string()),
  }),
  refusals: ['not_found'],
  perMinute: 120,
});
export const publicDrawsRoute = route({
  id: 'publicLiveDraws',
  method: 'GET',
  path: '/p/:slug/draws',
  summary: 'All draws of a shop, with the number of void ones and the key they are signed with',
  access: 'public',
  params: z.object({ slug: z.string().max(60) }),
  query: look,
  ok: z.string(),
  answer: 'page',
  perMinute: 120,
});
export const drawCheckPageRoute = route({
  id: 'liveDrawCheckPage',
  method: 'GET',
  path: '/draw-check.html',
  summary: 'The page that computes a draw again in the browser; works from a disk, without a network',
  access: 'public',
  ok: z.string(),
  answer: 'page',
  perMinute: 60,
});
