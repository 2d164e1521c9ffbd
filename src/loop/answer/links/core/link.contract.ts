// What others may know of status links: a secret address for one reporter and one case that needs no sign-in.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';

/** How long a link opens after it was last handed out, when the installation says nothing else. */
export const LINK_DAYS = 180;

export const statusLinkRevoked = defineEvent('status_link.revoked', z.object({ reporter: z.string() }));
export const statusLinkShared = defineEvent('status_link.shared', z.object({ reporter: z.string() }));

const idParam = z.object({ id: z.string().max(60) });
/** A person's id, or a feedback's id when nobody knows who spoke. */
const reporter = z.string().max(60);

export const shareStatusLinkRoute = route({
  id: 'shareStatusLink',
  method: 'POST',
  path: '/api/v1/cases/:id/status-links',
  summary: "A reporter's secret link to where his case stands; asking again gives the same link for longer",
  access: 'reply.send',
  params: idParam,
  body: z.object({ reporter }),
  ok: z.object({ url: z.string(), path: z.string(), expiresAt: z.string() }),
  status: 201,
  refusals: ['not_found', 'unknown_reporter'],
});

export const revokeStatusLinkRoute = route({
  id: 'revokeStatusLink',
  method: 'DELETE',
  path: '/api/v1/cases/:id/status-links/:reporter',
  summary: 'Make a link stop working at once; the next one handed out is another',
  access: 'reply.send',
  params: idParam.extend({ reporter }),
  ok: z.null(),
  status: 204,
  refusals: ['not_found'],
});

export const linkRoutes = [shareStatusLinkRoute, revokeStatusLinkRoute] as const;
