// Secret addresses of a room: the overlay a picture mixer shows, the prompter the host reads; shown once, revocable.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';

export const LINK_KINDS = ['overlay', 'prompter'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const liveLinkView = z
  .object({
    id: z.string(),
    roomId: z.string(),
    kind: z.enum(LINK_KINDS),
    name: z.string(),
    createdAt: z.string(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'LiveLink' });
export type LiveLinkView = z.output<typeof liveLinkView>;

/** A room's running secret, as a visitor's address proves it. */
export interface FoundLink {
  id: string;
  workspaceId: string;
  roomId: string;
  kind: LinkKind;
}

const ofRoom = z.object({ id: z.string().max(60) });

export const listLinksRoute = route({
  id: 'listLiveLinks',
  method: 'GET',
  path: '/api/v1/live/rooms/:id/links',
  summary: 'Secret addresses of a room: overlays and prompters, without their secrets',
  access: 'live.work',
  params: ofRoom,
  ok: z.object({ items: z.array(liveLinkView) }),
  refusals: ['not_found'],
});

export const createLinkRoute = route({
  id: 'createLiveLink',
  method: 'POST',
  path: '/api/v1/live/rooms/:id/links',
  summary: 'Make a secret address for an overlay or a prompter; it is shown only in this answer',
  access: 'live.work',
  params: ofRoom,
  body: z.object({ kind: z.enum(LINK_KINDS), name: z.string().trim().min(1).max(60) }),
  ok: liveLinkView.extend({ url: z.string() }),
  status: 201,
  refusals: ['not_found', 'too_many_links'],
});

export const revokeLinkRoute = route({
  id: 'revokeLiveLink',
  method: 'DELETE',
  path: '/api/v1/live/links/:id',
  summary: 'Close a secret address at once, also where it is open now',
  access: 'live.work',
  params: ofRoom,
  ok: liveLinkView,
  refusals: ['not_found'],
});

const linkFacts = z.object({ roomId: z.string(), kind: z.enum(LINK_KINDS), name: z.string() });
export const linkCreated = defineEvent('live_room.link_created', linkFacts);
export const linkRevoked = defineEvent('live_room.link_revoked', linkFacts);

export const linkRoutes = [listLinksRoute, createLinkRoute, revokeLinkRoute] as const;
