// Taking a line from viewers, or its sender's voice, for a reason that counts.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { HIDE_REASONS } from './hide-reason.ts';

export { HIDE_REASONS, type HideReason } from './hide-reason.ts';

export const moderateRoute = route({
  id: 'moderateLiveLine',
  method: 'POST',
  path: '/api/v1/live/rooms/:id/moderation',
  summary: 'Hide a line from viewers or stop its sender, for one of the reasons that count; or take that back',
  access: 'live.work',
  params: z.object({ id: z.string().max(60) }),
  body: z.discriminatedUnion('action', [
    z.object({
      action: z.enum(['hide', 'mute']),
      /** Id of the line's event. */
      targetId: z.string().min(1).max(300),
      reasonCode: z.enum(HIDE_REASONS),
    }),
    z.object({ action: z.literal('restore'), targetId: z.string().min(1).max(300) }),
  ]),
  ok: z.object({ hidden: z.record(z.string(), z.number()) }),
  refusals: ['not_found', 'no_show'],
});
