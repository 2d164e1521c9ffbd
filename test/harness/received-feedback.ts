// Puts accepted feedback that nobody has judged yet straight into a test database, for tests of understanding.
import { newId } from '../../src/kit/ids.ts';
import type { StoredEvent } from '../../src/platform/events/event.store.ts';
import type { TestDatabase } from './database.ts';

export interface ReceivedFeedback {
  workspaceId?: string;
  channel?: string;
  text: string;
  title?: string | null;
  rating?: number | null;
  personId?: string | null;
  productId?: string | null;
  occurredAt?: Date;
  state?: 'accepted' | 'quarantined';
}

/** Adds feedback. @returns their ids in order */
export async function addReceived(db: TestDatabase, rows: readonly ReceivedFeedback[]): Promise<string[]> {
  const ids = rows.map(() => newId('fb'));
  const column = <T>(pick: (row: ReceivedFeedback) => T) => rows.map(pick);
  await db.asOwner(
    `INSERT INTO feedback (id, workspace_id, channel, external_id, text, title, rating, occurred_at, received_at, state, product_id, person_id, masked, meta)
     SELECT n.id, n.ws, n.channel, n.id, n.text, n.title, n.rating, n.at, n.at, n.state, n.product, n.person, false, '{}'
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::real[], $7::timestamptz[], $8::text[], $9::text[], $10::text[])
       AS n(id, ws, channel, text, title, rating, at, state, product, person)`,
    [
      ids,
      column((row) => row.workspaceId ?? db.workspaceA),
      column((row) => row.channel ?? 'review'),
      column((row) => row.text),
      column((row) => row.title ?? null),
      column((row) => row.rating ?? null),
      column((row) => row.occurredAt ?? new Date('2026-03-02T01:00:00Z')),
      column((row) => row.state ?? 'accepted'),
      column((row) => row.productId ?? null),
      column((row) => row.personId ?? null),
    ],
  );
  return ids;
}

let seq = 0;

/** The event that tells of them, as a reaction gets it. */
export function receivedEvent(workspaceId: string, feedbackIds: readonly string[]): StoredEvent {
  seq += 1;
  return {
    seq,
    id: newId('evt'),
    workspaceId,
    type: 'feedback.received',
    subject: null,
    data: { feedbackIds: [...feedbackIds] },
    actor: { kind: 'system', id: 'system', name: 'test' },
    at: new Date('2026-03-02T01:00:00Z'),
  };
}
