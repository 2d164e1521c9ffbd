// What others may know of the audit log: every change and every look behind a mask, with who and when.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../../kit/cursor.ts';
import { route } from '../../members/core/permission.contract.ts';

export const ACTOR_KINDS = ['member', 'key', 'person', 'system'] as const;

export const auditRow = z
  .object({
    /** Position in the log; grows with time. */
    seq: z.number(),
    id: z.string(),
    type: z.string(),
    subject: z.string().nullable(),
    actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
    /** What was saved with it; a list of more than 20 is cut to `{count, first}`. */
    data: z.record(z.string(), z.unknown()),
    at: z.string(),
  })
  .meta({ id: 'AuditRow' });
export type AuditRow = z.output<typeof auditRow>;

export const listAuditRoute = route({
  id: 'listAudit',
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'What was done, newest first, by whom',
  access: 'audit.read',
  query: pageQuery.extend({
    /** Id of the member or key who did it. */
    actorId: z.string().max(60).optional(),
    actorKind: z.enum(ACTOR_KINDS).optional(),
    /** One type (`case.resolved`) or several joined by commas. */
    type: z.string().max(400).optional(),
    /** Id of the thing it was done to. */
    subject: z.string().max(60).optional(),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
  }),
  ok: pageOf(auditRow),
});

export const auditRoutes = [listAuditRoute] as const;
