// Who calls, as far as the server must know; every request carries it once it has been found out.
import type { RouteSpec } from '../../kit/route.ts';
import type { WorkspaceDb } from '../database/database.ts';

/** What the server must know about a caller; ground decides who that is. */
export interface HttpCaller {
  /** Stable name for rate limits and idempotency: `key:key_…`, `member:mem_…`. */
  name: string;
  viaCookie: boolean;
  db: WorkspaceDb;
  /** The same caller, writing through another database handle. */
  withDb(db: WorkspaceDb): HttpCaller;
  permits(access: string): boolean;
  locale: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: HttpCaller | null;
  }
  interface FastifyContextConfig {
    spec?: RouteSpec;
  }
}
