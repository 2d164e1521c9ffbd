// Reads the log of what happened for the audit screen and for rooms that count what became of a thing.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../kit/cursor.ts';
import type { Tx } from '../database/database.ts';
import { eventOf, type StoredEvent } from './event.store.ts';

/** How often something of one type happened to one thing; up to and including `uptoSeq` when given. */
export async function countEvents(
  tx: Tx,
  wanted: { subject: string; type: string; uptoSeq: number | null },
): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM events
    WHERE workspace_id = ${tx.workspaceId} AND subject = ${wanted.subject} AND type = ${wanted.type}
      ${wanted.uptoSeq === null ? empty : sql`AND seq <= ${wanted.uptoSeq}`}`);
  return count;
}

/** Tells whether something of one type happened to one thing after a position. */
export async function hasEventAfter(tx: Tx, wanted: { subject: string; type: string; seq: number }): Promise<boolean> {
  const found = await tx.maybe(sql`
    SELECT 1 AS one FROM events
    WHERE workspace_id = ${tx.workspaceId} AND subject = ${wanted.subject} AND type = ${wanted.type} AND seq > ${wanted.seq} LIMIT 1`);
  return found !== undefined;
}

/** What of these types happened to these things, oldest first, at most 500. */
export async function eventsOf(tx: Tx, subjects: readonly string[], types: readonly string[]): Promise<StoredEvent[]> {
  const rows = await tx.rows<Parameters<typeof eventOf>[0]>(sql`
    SELECT seq, id, workspace_id, type, subject, actor_kind, actor_id, actor_name, data, at FROM events
    WHERE workspace_id = ${tx.workspaceId} AND subject = ANY(${subjects}::text[]) AND type = ANY(${types}::text[])
    ORDER BY seq LIMIT 500`);
  return rows.map(eventOf);
}

/** What a page of a history shows of an event; `at` is an ISO instant. */
export type TimelineEvent = Pick<StoredEvent, 'id' | 'type' | 'actor'> & { at: string; data: Record<string, unknown> };

/** The history of one thing, newest first: its timeline. */
export async function readTimeline(
  tx: Tx,
  subject: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<TimelineEvent>> {
  const [before] = decodeCursor(cursor, 1) ?? [null];
  const beforeSeq = typeof before === 'number' ? before : null;
  const rows = await tx.rows<Parameters<typeof eventOf>[0]>(sql`
    SELECT seq, id, workspace_id, type, subject, actor_kind, actor_id, actor_name, data, at FROM events
    WHERE workspace_id = ${tx.workspaceId} AND subject = ${subject}
      ${beforeSeq === null ? empty : sql`AND seq < ${beforeSeq}::bigint`}
    ORDER BY seq DESC LIMIT ${limit + 1}`);
  const page = cutPage(rows.map(eventOf), limit, (event) => [event.seq]);
  const items = page.items.map(({ id, type, at, actor, data }) => ({
    id,
    type,
    at: at.toISOString(),
    actor,
    data: data as Record<string, unknown>,
  }));
  return { items, nextCursor: page.nextCursor };
}

export interface LogFilter {
  actorId?: string | undefined;
  actorKind?: string | undefined;
  types?: readonly string[] | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Only events before this position. */
  beforeSeq?: number | undefined;
  limit: number;
}

/** The log, newest first. */
export async function readLog(tx: Tx, filter: LogFilter): Promise<StoredEvent[]> {
  const rows = await tx.rows<Parameters<typeof eventOf>[0]>(sql`
    SELECT seq, id, workspace_id, type, subject, actor_kind, actor_id, actor_name, data, at FROM events
    WHERE workspace_id = ${tx.workspaceId}
      ${filter.beforeSeq === undefined ? empty : sql`AND seq < ${filter.beforeSeq}`}
      ${filter.actorId === undefined ? empty : sql`AND actor_id = ${filter.actorId} AND actor_kind <> 'system'`}
      ${filter.actorKind === undefined ? empty : sql`AND actor_kind = ${filter.actorKind}`}
      ${filter.types === undefined ? empty : filter.types.length === 1 ? sql`AND type = ${filter.types[0]}` : sql`AND type = ANY(${filter.types}::text[])`}
      ${filter.subject === undefined ? empty : sql`AND subject = ${filter.subject}`}
      ${filter.from === undefined ? empty : sql`AND at >= ${filter.from}::timestamptz`}
      ${filter.to === undefined ? empty : sql`AND at < ${filter.to}::timestamptz`}
    ORDER BY seq DESC LIMIT ${filter.limit}`);
  return rows.map(eventOf);
}
