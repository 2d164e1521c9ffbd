// Writes packs, decisions and the weekday of the draft.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { DecisionState, PackFacts, ReviewSettings } from '../core/review.contract.ts';

export interface StoredPack {
  id: string;
  weekFrom: string;
  state: 'draft' | 'held';
  attendance: string[];
}

export interface StoredDecision {
  id: string;
  packId: string;
  state: DecisionState;
  note: string | null;
}

const pack = sql`id, week_from AS "weekFrom", state, attendance FROM review_packs`;

export function lockPack(tx: Tx, id: string): Promise<StoredPack | undefined> {
  return tx.maybe<StoredPack>(sql`SELECT ${pack} WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

export function lockPackOfWeek(tx: Tx, weekFrom: string): Promise<StoredPack | undefined> {
  return tx.maybe<StoredPack>(
    sql`SELECT ${pack} WHERE workspace_id = ${tx.workspaceId} AND week_from = ${weekFrom}::date FOR UPDATE`,
  );
}

/** Saves a new pack, or the facts of a draft anew. @returns its id; null where the week's meeting was held meanwhile */
export async function putPack(
  tx: Tx,
  made: { id: string; weekFrom: string; weekTo: string; facts: PackFacts; by: string; now: Date },
): Promise<string | null> {
  const row = await tx.maybe<{ id: string }>(sql`
    INSERT INTO review_packs AS p (id, workspace_id, week_from, week_to, state, facts, made_by, made_at)
    VALUES (${made.id}, ${tx.workspaceId}, ${made.weekFrom}::date, ${made.weekTo}::date, 'draft', ${JSON.stringify(made.facts)}::jsonb,
      ${made.by}, ${made.now})
    ON CONFLICT (workspace_id, week_from) DO UPDATE SET facts = excluded.facts, made_by = excluded.made_by, made_at = excluded.made_at
    WHERE p.state = 'draft' RETURNING id`);
  return row?.id ?? null;
}

export async function savePack(
  tx: Tx,
  id: string,
  change: { attendance?: readonly string[] | undefined; notes?: string | undefined },
): Promise<void> {
  await tx.run(sql`
    UPDATE review_packs SET attendance = coalesce(${change.attendance ? [...change.attendance] : null}::text[], attendance),
      notes = coalesce(${change.notes ?? null}::text, notes)
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function holdPackRow(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE review_packs SET state = 'held', held_at = ${now}, held_by = ${by} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function countDecisions(tx: Tx, packId: string): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM review_decisions WHERE workspace_id = ${tx.workspaceId} AND pack_id = ${packId}`);
  return count;
}

export async function insertDecision(
  tx: Tx,
  made: {
    id: string;
    packId: string;
    weekFrom: string;
    text: string;
    ownerId: string | null;
    dueOn: string | null;
    link: { kind: 'problem' | 'case'; id: string } | null;
    now: Date;
  },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO review_decisions (id, workspace_id, pack_id, week_from, text, owner_id, due_on, state, link_kind, link_id, created_at)
    VALUES (${made.id}, ${tx.workspaceId}, ${made.packId}, ${made.weekFrom}::date, ${made.text}, ${made.ownerId}, ${made.dueOn}::date,
      'open', ${made.link?.kind ?? null}, ${made.link?.id ?? null}, ${made.now})`);
}

export function lockDecision(tx: Tx, id: string): Promise<StoredDecision | undefined> {
  return tx.maybe<StoredDecision>(sql`
    SELECT id, pack_id AS "packId", state, note FROM review_decisions WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

export async function saveDecision(
  tx: Tx,
  id: string,
  change: {
    text?: string | undefined;
    ownerId?: string | null | undefined;
    dueOn?: string | null | undefined;
    state: DecisionState;
    note: string | null;
  },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE review_decisions SET text = coalesce(${change.text ?? null}::text, text),
      owner_id = CASE WHEN ${change.ownerId === undefined} THEN owner_id ELSE ${change.ownerId ?? null}::text END,
      due_on = CASE WHEN ${change.dueOn === undefined} THEN due_on ELSE ${change.dueOn ?? null}::date END,
      state = ${change.state}, note = ${change.note},
      settled_at = CASE WHEN ${change.state} = 'open' THEN NULL ELSE coalesce(settled_at, ${now}) END
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function saveSettings(tx: Tx, settings: ReviewSettings): Promise<void> {
  await tx.run(sql`
    INSERT INTO review_settings (workspace_id, weekday, hour) VALUES (${tx.workspaceId}, ${settings.weekday}, ${settings.hour})
    ON CONFLICT (workspace_id) DO UPDATE SET weekday = excluded.weekday, hour = excluded.hour`);
}
