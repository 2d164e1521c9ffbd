// Writes feedback and the sealed originals.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export interface NewFeedback {
  id: string;
  channel: string;
  externalId: string;
  text: string;
  title: string | null;
  rating: number | null;
  occurredAt: Date;
  state: 'accepted' | 'quarantined';
  stateStep: string | null;
  stateReason: string | null;
  orderHint: string | null;
  orderHash: string | null;
  productId: string | null;
  personId: string | null;
  followsId: string | null;
  locale: string | null;
  meta: string;
  sealed: string | null;
}

export interface KnownFeedback {
  id: string;
  channel: string;
  externalId: string;
}

/** Which of these (channel, external id) pairs are recorded already. */
export async function findKnown(
  tx: Tx,
  pairs: readonly { channel: string; externalId: string }[],
): Promise<KnownFeedback[]> {
  if (pairs.length === 0) return [];
  return tx.rows<KnownFeedback>(sql`
    SELECT f.id, f.channel, f.external_id AS "externalId" FROM feedback f
    JOIN unnest(${pairs.map((pair) => pair.channel)}::text[], ${pairs.map((pair) => pair.externalId)}::text[]) AS p(channel, external_id)
      ON f.channel = p.channel AND f.external_id = p.external_id
    WHERE f.workspace_id = ${tx.workspaceId}`);
}

/**
 * Saves records in two statements.
 * @returns ids of the saved ones; one that lost a race to an equal (channel, external id) is not among them
 */
export async function saveFeedback(tx: Tx, records: readonly NewFeedback[], now: Date): Promise<Set<string>> {
  if (records.length === 0) return new Set();
  // In one order for everybody, so that two batches with the same records wait for each other instead of deadlocking.
  const ordered = [...records].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  const column = <T>(pick: (record: NewFeedback) => T) => ordered.map(pick);
  const saved = await tx.rows<{ id: string }>(sql`
    INSERT INTO feedback (id, workspace_id, channel, external_id, text, title, rating, occurred_at, received_at, state, state_step,
      state_reason, order_hint, order_hash, product_id, person_id, follows_id, locale, masked, meta)
    SELECT n.id, ${tx.workspaceId}, n.channel, n.external_id, n.text, n.title, n.rating, n.occurred_at, ${now}, n.state, n.state_step,
      n.state_reason, n.order_hint, n.order_hash, n.product_id, n.person_id, n.follows_id, n.locale, n.masked, n.meta::jsonb
    FROM unnest(${column((r) => r.id)}::text[], ${column((r) => r.channel)}::text[], ${column((r) => r.externalId)}::text[], ${column((r) => r.text)}::text[],
      ${column((r) => r.title)}::text[], ${column((r) => r.rating)}::real[], ${column((r) => r.occurredAt)}::timestamptz[],
      ${column((r) => r.state)}::text[], ${column((r) => r.stateStep)}::text[], ${column((r) => r.stateReason)}::text[],
      ${column((r) => r.orderHint)}::text[], ${column((r) => r.orderHash)}::text[], ${column((r) => r.productId)}::text[],
      ${column((r) => r.personId)}::text[], ${column((r) => r.followsId)}::text[], ${column((r) => r.locale)}::text[],
      ${column((r) => r.sealed !== null)}::boolean[], ${column((r) => r.meta)}::text[]
    ) AS n(id, channel, external_id, text, title, rating, occurred_at, state, state_step, state_reason, order_hint, order_hash,
      product_id, person_id, follows_id, locale, masked, meta)
    ON CONFLICT (workspace_id, channel, external_id) DO NOTHING
    RETURNING id`);
  const savedIds = new Set(saved.map((row) => row.id));
  const sealed = records.flatMap(({ id, sealed }) => (sealed !== null && savedIds.has(id) ? [{ id, sealed }] : []));
  if (sealed.length > 0) {
    await tx.run(sql`
      INSERT INTO feedback_originals (feedback_id, workspace_id, sealed)
      SELECT o.id, ${tx.workspaceId}, o.sealed
      FROM unnest(${sealed.map((row) => row.id)}::text[], ${sealed.map((row) => row.sealed)}::text[]) AS o(id, sealed)`);
  }
  return savedIds;
}

const orderOf = (record: NewFeedback) => `${record.channel}\n${record.externalId}`;

/** Points feedback at what it follows. */
export async function relinkFollows(tx: Tx, links: readonly { id: string; followsId: string }[]): Promise<void> {
  if (links.length === 0) return;
  await tx.run(sql`
    UPDATE feedback f SET follows_id = l.follows_id
    FROM unnest(${links.map((link) => link.id)}::text[], ${links.map((link) => link.followsId)}::text[]) AS l(id, follows_id)
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = l.id`);
}

/** The sealed original of a feedback; null when nothing was masked. */
export async function readSealed(tx: Tx, feedbackId: string): Promise<{ sealed: string | null } | undefined> {
  return tx.maybe<{ sealed: string | null }>(sql`
    SELECT o.sealed FROM feedback f LEFT JOIN feedback_originals o ON o.feedback_id = f.id AND o.workspace_id = f.workspace_id
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ${feedbackId}`);
}

export function lockState(tx: Tx, feedbackId: string): Promise<{ state: string } | undefined> {
  return tx.maybe<{ state: string }>(
    sql`SELECT state FROM feedback WHERE workspace_id = ${tx.workspaceId} AND id = ${feedbackId} FOR UPDATE`,
  );
}

export async function saveAccepted(tx: Tx, feedbackId: string): Promise<void> {
  await tx.run(sql`
    UPDATE feedback SET state = 'accepted', state_step = NULL, state_reason = NULL
    WHERE workspace_id = ${tx.workspaceId} AND id = ${feedbackId}`);
}
