// Reads and writes rounds, the people in them and what was seen of them.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { EvidenceKind, GateSettings, RoundState } from '../core/gate.contract.ts';
import type { Evidence } from '../core/gate-decision.ts';
import { saveRoundCounts } from './gate-daily.store.ts';

export interface StoredRound {
  id: string;
  caseId: string;
  round: number;
  resolution: number;
  resolvedAt: Date;
  resolvedOn: string;
  windowEndsAt: Date | null;
  repeatUntil: Date;
  state: RoundState;
  how: string | null;
  byPerson: boolean;
  byRating: boolean;
  byCallback: boolean;
  closeAfterDays: number | null;
  theme: string | null;
  productId: string | null;
  teamId: string | null;
  ownerId: string | null;
  reporters: number;
  known: number;
  confirmations: number;
  repeated: boolean;
}

const COLUMNS = sql`id, case_id AS "caseId", round, resolution, resolved_at AS "resolvedAt", resolved_on AS "resolvedOn",
  window_ends_at AS "windowEndsAt", repeat_until AS "repeatUntil", state, how, by_person AS "byPerson", by_rating AS "byRating",
  by_callback AS "byCallback", close_after_days AS "closeAfterDays", theme, product_id AS "productId", team_id AS "teamId",
  owner_id AS "ownerId", reporters, known, confirmations, repeated`;

/** The latest round of a case, locked. */
export function lockLatestRound(tx: Tx, caseId: string): Promise<StoredRound | undefined> {
  return tx.maybe<StoredRound>(sql`
    SELECT ${COLUMNS} FROM verify_rounds WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId}
    ORDER BY round DESC LIMIT 1 FOR UPDATE`);
}

/** One round, locked; with `passOver` nothing when somebody else holds it. */
export function lockRound(tx: Tx, id: string, passOver = false): Promise<StoredRound | undefined> {
  return passOver
    ? tx.maybe<StoredRound>(sql`
        SELECT ${COLUMNS} FROM verify_rounds WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE SKIP LOCKED`)
    : tx.maybe<StoredRound>(sql`
        SELECT ${COLUMNS} FROM verify_rounds WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

export interface NewRound {
  caseId: string;
  resolvedSeq: number;
  resolvedAt: Date;
  resolvedOn: string;
  windowDays: number | null;
  settings: GateSettings;
}

const DAY_MS = 86_400_000;

/** Begins the round of a resolution. @returns the round; nothing when it was begun before or the case is gone */
export async function insertRound(tx: Tx, input: NewRound): Promise<StoredRound | undefined> {
  const { caseId, resolvedAt, settings, windowDays } = input;
  const windowEndsAt = windowDays === null ? null : new Date(resolvedAt.getTime() + windowDays * DAY_MS);
  const repeatUntil = new Date(resolvedAt.getTime() + settings.repeatDays * DAY_MS);
  const round = await tx.maybe<StoredRound>(sql`
    INSERT INTO verify_rounds (id, workspace_id, case_id, round, resolution, resolved_seq, resolved_at, resolved_on, window_ends_at,
      repeat_until, state, by_person, by_rating, by_callback, close_after_days, theme, product_id, team_id, owner_id, reporters,
      known, next_look_at)
    SELECT ${newId('vrd')}, ${tx.workspaceId}, c.id,
      1 + coalesce((SELECT max(r.round) FROM verify_rounds r WHERE r.workspace_id = c.workspace_id AND (r.case_id = c.id
        OR r.case_id IN (SELECT m.id FROM cases_facts m WHERE m.workspace_id = c.workspace_id AND m.merged_into = c.id))), 0),
      1 + (SELECT count(*)::int FROM verify_rounds r WHERE r.workspace_id = c.workspace_id AND r.case_id = c.id),
      ${input.resolvedSeq}, ${resolvedAt}, ${input.resolvedOn}::date, ${windowEndsAt}, ${repeatUntil}, 'waiting',
      ${settings.byPerson}, ${settings.byRating}, ${settings.byCallback}, ${settings.closeAfterDays}, c.theme, c.product_id,
      c.team_id, c.owner_id, v.known + v.nameless, v.known, ${windowEndsAt}
    FROM cases_facts c, LATERAL (
      SELECT count(DISTINCT f.person_id)::int AS known, count(*) FILTER (WHERE f.person_id IS NULL)::int AS nameless
      FROM case_feedback_facts cf JOIN feedback_facts f ON f.workspace_id = cf.workspace_id AND f.id = cf.feedback_id
      WHERE cf.workspace_id = c.workspace_id AND cf.case_id = c.id) v
    WHERE c.workspace_id = ${tx.workspaceId} AND c.id = ${caseId}
      AND NOT EXISTS (SELECT FROM verify_rounds r WHERE r.workspace_id = c.workspace_id AND r.case_id = c.id
        AND r.resolved_seq = ${input.resolvedSeq})
    RETURNING ${COLUMNS}`);
  if (!round) return undefined;
  await tx.run(sql`
    INSERT INTO verify_reporters (workspace_id, person_id, theme, round_id, resolved_at, repeat_until)
    SELECT DISTINCT ${tx.workspaceId}, f.person_id, ${round.theme ?? ''}, ${round.id}, ${resolvedAt}::timestamptz,
      ${repeatUntil}::timestamptz
    FROM case_feedback_facts cf JOIN feedback_facts f ON f.workspace_id = cf.workspace_id AND f.id = cf.feedback_id
    WHERE cf.workspace_id = ${tx.workspaceId} AND cf.case_id = ${caseId} AND f.person_id IS NOT NULL
    ON CONFLICT DO NOTHING`);
  await saveRoundCounts(tx, [{ items: itemsOf(round), resolved: 1, repeated: 0, from: 'waiting', to: 'waiting' }]);
  return round;
}

/** What a round is counted by. */
export function itemsOf(round: StoredRound) {
  return { resolvedOn: round.resolvedOn, team: round.teamId, theme: round.theme, product: round.productId };
}

/** Moves a round on and its counts with it. */
export async function saveState(
  tx: Tx,
  round: StoredRound,
  input: { state: RoundState; how: string | null; now: Date },
): Promise<void> {
  const { state, how, now } = input;
  const closes = state === 'verified' && round.closeAfterDays !== null;
  const nextLookAt = closes ? new Date(now.getTime() + round.closeAfterDays! * DAY_MS) : null;
  await tx.run(sql`
    UPDATE verify_rounds SET state = ${state}, how = ${how}, decided_at = ${now}, next_look_at = ${nextLookAt}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${round.id}`);
  await saveRoundCounts(tx, [{ items: itemsOf(round), resolved: 0, repeated: 0, from: round.state, to: state }]);
}

/** Keeps how many have said yes so far. */
export async function saveConfirmations(tx: Tx, roundId: string, confirmations: number): Promise<void> {
  await tx.run(sql`
    UPDATE verify_rounds SET confirmations = ${confirmations}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${roundId} AND confirmations <> ${confirmations}`);
}

/** When to look at a round again; null for never. */
export async function saveNextLook(tx: Tx, roundId: string, at: Date | null): Promise<void> {
  await tx.run(sql`
    UPDATE verify_rounds SET next_look_at = ${at} WHERE workspace_id = ${tx.workspaceId} AND id = ${roundId}`);
}

export interface NewEvidence {
  kind: EvidenceKind;
  reporter?: string | null;
  memberId?: string | null;
  score?: number | null;
  note?: string | null;
  feedbackId?: string | null;
  at: Date;
  /** Names the news, so that hearing it twice writes it once. */
  dedupe: string;
}

/** @returns whether it is new */
export async function addEvidence(tx: Tx, roundId: string, evidence: NewEvidence): Promise<boolean> {
  const { kind, reporter = null, memberId = null, score = null, note = null, feedbackId = null } = evidence;
  const added = await tx.run(sql`
    INSERT INTO verify_evidence (id, workspace_id, round_id, kind, reporter, member_id, score, note, feedback_id, at, dedupe)
    VALUES (${newId('vev')}, ${tx.workspaceId}, ${roundId}, ${kind}, ${reporter}, ${memberId}, ${score}, ${note}, ${feedbackId},
      ${evidence.at}, ${evidence.dedupe})
    ON CONFLICT (workspace_id, round_id, dedupe) DO NOTHING`);
  return added > 0;
}

/** What was seen of a round, for the decision. */
export async function readEvidence(tx: Tx, roundId: string): Promise<Evidence[]> {
  const rows = await tx.rows<{ kind: EvidenceKind; reporter: string | null; score: number | null; at: Date }>(sql`
    SELECT kind, reporter, score, at FROM verify_evidence WHERE workspace_id = ${tx.workspaceId} AND round_id = ${roundId}
    ORDER BY at, id LIMIT 2000`);
  return rows.map(({ at, ...row }) => ({ ...row, atMs: at.getTime() }));
}
