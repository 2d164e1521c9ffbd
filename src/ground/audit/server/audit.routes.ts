// Binds the audit log.
import { cutPage, decodeCursor } from '../../../kit/cursor.ts';
import { ok } from '../../../kit/result.ts';
import { readLog } from '../../../platform/events/event.reads.ts';
import { on } from '../../serve.ts';
import { listAuditRoute } from '../core/audit.contract.ts';
import { shortData } from '../core/short-data.ts';

/** The route of the audit log. */
export function auditMountedRoutes() {
  return [
    on(listAuditRoute, async ({ env, query }) => {
      const { cursor, limit, type, ...filter } = query;
      const before = decodeCursor(cursor, 1)?.[0];
      const types = type?.split(',').filter(Boolean);
      const events = await env.db.read((tx) =>
        readLog(tx, {
          ...filter,
          types: types?.length ? types : undefined,
          beforeSeq: typeof before === 'number' ? before : undefined,
          limit: limit + 1,
        }),
      );
      const page = cutPage(events, limit, (event) => [event.seq]);
      return ok({
        items: page.items.map((event) => ({
          seq: event.seq,
          id: event.id,
          type: event.type,
          subject: event.subject,
          actor: event.actor,
          data: shortData(event.data),
          at: event.at.toISOString(),
        })),
        nextCursor: page.nextCursor,
      });
    }),
  ];
}
