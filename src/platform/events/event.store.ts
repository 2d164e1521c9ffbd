// Writes and reads the one log of what happened.
import sql from 'sql-template-tag';
import { newId } from '../../kit/ids.ts';
import type { Tx } from '../database/database.ts';

export interface EventActor {
  kind: string;
  id: string;
  name: string;
}

export interface NewEvent {
  type: string;
  subject: string | null;
  data: unknown;
  actor: EventActor;
  at: Date;
}

export interface StoredEvent extends NewEvent {
  seq: number;
  id: string;
  workspaceId: string;
}

export const EVENTS_CHANNEL = 'huiyin_events';

/** Appends events in the caller's transaction and wakes the reactions when it commits. */
export async function appendEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.run(sql`SELECT huiyin.hold_events()`);
  await tx.run(sql`
    INSERT INTO events (id, workspace_id, type, subject, actor_kind, actor_id, actor_name, data, at)
    SELECT e.id, ${tx.workspaceId}, e.type, e.subject, e.actor_kind, e.actor_id, e.actor_name, e.data::jsonb, e.at
    FROM unnest(
      ${events.map(() => newId('evt'))}::text[], ${events.map((event) => event.type)}::text[],
      ${events.map((event) => event.subject)}::text[], ${events.map((event) => event.actor.kind)}::text[],
      ${events.map((event) => event.actor.id)}::text[], ${events.map((event) => event.actor.name)}::text[],
      ${events.map((event) => JSON.stringify(event.data ?? {}))}::text[], ${events.map((event) => event.at)}::timestamptz[]
    ) AS e(id, type, subject, actor_kind, actor_id, actor_name, data, at)`);
  await tx.run(sql`SELECT pg_notify(${EVENTS_CHANNEL}, ${tx.workspaceId})`);
}

interface EventRow {
  seq: number;
  id: string;
  workspace_id: string;
  type: string;
  subject: string | null;
  actor_kind: string;
  actor_id: string;
  actor_name: string;
  data: unknown;
  at: Date;
}

/** Turns a row of `events` into an event. */
export function eventOf(row: EventRow): StoredEvent {
  return {
    seq: row.seq,
    id: row.id,
    workspaceId: row.workspace_id,
    type: row.type,
    subject: row.subject,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    data: row.data,
    at: row.at,
  };
}
