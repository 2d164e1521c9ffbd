// Writes and row locks on the cases themselves.
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CaseStage, CaseStatus, Effort, Priority, PriorityPart, Resolution } from '../core/case.contract.ts';

/** A case as its row holds it. */
export interface StoredCase {
  id: string;
  number: number;
  title: string;
  status: CaseStatus;
  stage: CaseStage;
  priority: Priority;
  computed_priority: Priority;
  priority_by_hand: boolean;
  priority_reason: string | null;
  priority_floor: Priority | null;
  score: number;
  parts: PriorityPart[];
  effort: Effort | null;
  trend_last7: number | null;
  trend_before7: number | null;
  theme: string | null;
  channel: string | null;
  product_id: string | null;
  person_id: string | null;
  group_key: string | null;
  owner_id: string | null;
  team_id: string | null;
  voices: number;
  unknown_voices: number;
  people: number;
  urgent: boolean;
  min_rating: number | null;
  worst_sentiment: number | null;
  vip: boolean;
  fields: Record<string, unknown>;
  opened_by: string;
  opened_at: Date;
  last_voice_at: Date;
  first_reply_at: Date | null;
  resolved_at: Date | null;
  resolution: Resolution | null;
  resolution_note: string | null;
  verified_at: Date | null;
  closed_at: Date | null;
  reopened_count: number;
  snoozed_until: Date | null;
  merged_into: string | null;
  merged_at: Date | null;
  next_due_at: Date | null;
  next_due_kind: string | null;
  next_warn_at: Date | null;
}

/** A case about to be opened: what the row does not fill in by itself. */
export type NewCase = Omit<
  StoredCase,
  | 'number'
  | 'fields'
  | 'first_reply_at'
  | 'resolved_at'
  | 'resolution'
  | 'resolution_note'
  | 'verified_at'
  | 'closed_at'
  | 'reopened_count'
  | 'snoozed_until'
  | 'merged_into'
  | 'merged_at'
>;

/** Locks one case. What is not there, or is another workspace's, gives `undefined`. */
export async function lockCase(tx: Tx, id: string): Promise<StoredCase | undefined> {
  return tx.maybe<StoredCase>(
    sql`SELECT * FROM cases WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR NO KEY UPDATE`,
  );
}

/** Locks several cases, always in the same order so that two callers never wait for each other. */
export async function lockCases(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredCase>> {
  const rows = await tx.rows<StoredCase>(sql`
    SELECT * FROM cases WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])
    ORDER BY id FOR NO KEY UPDATE`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Changes columns of one case. */
export async function saveCase(tx: Tx, id: string, change: Partial<Omit<StoredCase, 'id' | 'number'>>): Promise<void> {
  const pairs = Object.entries(change).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return;
  await tx.run(sql`
    UPDATE cases SET ${join(pairs.map(([column, value]) => setting(column, value)))}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

function setting(column: string, value: unknown): Sql {
  // Column names come from the type above, never from a caller; jsonb is handed over as text.
  return column === 'parts' || column === 'fields'
    ? sql`${raw(column)} = ${JSON.stringify(value)}::jsonb`
    : sql`${raw(column)} = ${value}`;
}

/** Takes `count` numbers from the workspace's counter and gives the first. */
export async function takeNumbers(tx: Tx, count: number): Promise<number> {
  const { last } = await tx.one<{ last: number }>(sql`
    INSERT INTO case_counters (workspace_id, last) VALUES (${tx.workspaceId}, ${count})
    ON CONFLICT (workspace_id) DO UPDATE SET last = case_counters.last + ${count} RETURNING last`);
  return last - count + 1;
}

/**
 * Opens cases in one statement. One whose person and theme (or group) already has an open case is left out.
 * @returns number by id of those that were opened
 */
export async function insertCases(tx: Tx, rows: readonly NewCase[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const first = await takeNumbers(tx, rows.length);
  // jsonb_to_recordset reads the whole batch as one parameter, whatever the number of columns.
  const batch = JSON.stringify(rows.map((row, index) => ({ ...row, number: first + index })));
  const inserted = await tx.rows<{ id: string; number: number }>(sql`
    INSERT INTO cases (id, workspace_id, number, title, status, stage, priority, computed_priority, priority_by_hand,
      priority_reason, priority_floor, score, parts, effort, trend_last7, trend_before7, theme, channel, product_id, person_id,
      group_key, owner_id, team_id, voices, unknown_voices, people, urgent, min_rating, worst_sentiment, vip, opened_by,
      opened_at, last_voice_at, next_due_at, next_due_kind, next_warn_at)
    SELECT id, ${tx.workspaceId}, number, title, status, stage, priority, computed_priority, priority_by_hand,
      priority_reason, priority_floor, score, parts, effort, trend_last7, trend_before7, theme, channel, product_id, person_id,
      group_key, owner_id, team_id, voices, unknown_voices, people, urgent, min_rating, worst_sentiment, vip, opened_by,
      opened_at, last_voice_at, next_due_at, next_due_kind, next_warn_at
    FROM jsonb_to_recordset(${batch}::jsonb) AS c(id text, number integer, title text, status text, stage text, priority text,
      computed_priority text, priority_by_hand boolean, priority_reason text, priority_floor text, score real, parts jsonb,
      effort text, trend_last7 integer, trend_before7 integer, theme text, channel text, product_id text, person_id text,
      group_key text, owner_id text, team_id text, voices integer, unknown_voices integer, people integer, urgent boolean,
      min_rating real, worst_sentiment real, vip boolean, opened_by text, opened_at timestamptz, last_voice_at timestamptz,
      next_due_at timestamptz, next_due_kind text, next_warn_at timestamptz)
    ON CONFLICT DO NOTHING RETURNING id, number`);
  return new Map(inserted.map((row) => [row.id, row.number]));
}

/** What grows when voices join many cases at once. */
export type Growth = Pick<
  StoredCase,
  | 'id'
  | 'voices'
  | 'unknown_voices'
  | 'people'
  | 'urgent'
  | 'min_rating'
  | 'worst_sentiment'
  | 'vip'
  | 'last_voice_at'
  | 'priority'
  | 'computed_priority'
  | 'priority_floor'
  | 'score'
  | 'parts'
  | 'trend_last7'
  | 'trend_before7'
>;

/** Writes the new counts and priorities of many cases in one statement. */
export async function saveGrowth(tx: Tx, rows: readonly Growth[]): Promise<void> {
  if (rows.length === 0) return;
  const picked = rows.map((row) => ({
    id: row.id,
    voices: row.voices,
    unknown_voices: row.unknown_voices,
    people: row.people,
    urgent: row.urgent,
    min_rating: row.min_rating,
    worst_sentiment: row.worst_sentiment,
    vip: row.vip,
    last_voice_at: row.last_voice_at,
    priority: row.priority,
    computed_priority: row.computed_priority,
    priority_floor: row.priority_floor,
    score: row.score,
    parts: row.parts,
    trend_last7: row.trend_last7,
    trend_before7: row.trend_before7,
  }));
  await tx.run(sql`
    UPDATE cases SET voices = g.voices, unknown_voices = g.unknown_voices, people = g.people, urgent = g.urgent,
      min_rating = g.min_rating, worst_sentiment = g.worst_sentiment, vip = g.vip, last_voice_at = g.last_voice_at,
      priority = g.priority, computed_priority = g.computed_priority, priority_floor = g.priority_floor, score = g.score,
      parts = g.parts, trend_last7 = g.trend_last7, trend_before7 = g.trend_before7
    FROM jsonb_to_recordset(${JSON.stringify(picked)}::jsonb) AS g(id text, voices integer, unknown_voices integer,
      people integer, urgent boolean, min_rating real, worst_sentiment real, vip boolean, last_voice_at timestamptz,
      priority text, computed_priority text, priority_floor text, score real, parts jsonb, trend_last7 integer,
      trend_before7 integer)
    WHERE cases.workspace_id = ${tx.workspaceId} AND cases.id = g.id`);
}

/** The open case this one would collide with if it were open with this theme. */
export async function openTwin(
  tx: Tx,
  row: Pick<StoredCase, 'id' | 'person_id' | 'group_key'>,
  theme: string | null,
): Promise<{ id: string; number: number } | undefined> {
  return tx.maybe(sql`
    SELECT id, number FROM cases
    WHERE workspace_id = ${tx.workspaceId} AND is_open AND id <> ${row.id}
      AND ((person_id = ${row.person_id} AND coalesce(theme, '') = ${theme ?? ''}) OR group_key = ${row.group_key})
    LIMIT 1`);
}

/** Follows the pointers of merged cases to the one that stands for them now. */
export async function standsFor(tx: Tx, id: string): Promise<string> {
  const rows = await tx.rows<{ id: string }>(sql`
    WITH RECURSIVE way AS (
      SELECT id, merged_into, 1 AS step FROM cases WHERE workspace_id = ${tx.workspaceId} AND id = ${id}
      UNION ALL
      SELECT c.id, c.merged_into, way.step + 1 FROM way JOIN cases c ON c.id = way.merged_into
      WHERE c.workspace_id = ${tx.workspaceId} AND way.step < 50
    )
    SELECT id FROM way WHERE merged_into IS NULL`);
  return rows[0]?.id ?? id;
}
