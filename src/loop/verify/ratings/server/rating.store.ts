// Reads and writes ratings; a token is looked up across workspaces because the visitor knows nothing else.
import sql from 'sql-template-tag';
import type { Statements, Tx } from '../../../../platform/database/database.ts';
import { hashToken } from '../../../../platform/secrets/seal.ts';
import { DEFAULT_RATING_SETTINGS, type RatingSettings, type RatingState } from '../core/rating.contract.ts';
import { looksLikeToken } from './token.ts';

export interface StoredRating {
  id: string;
  caseId: string;
  resolution: number;
  reporter: string;
  personId: string | null;
  feedbackId: string | null;
  channel: string;
  theme: string | null;
  productId: string | null;
  teamId: string | null;
  ownerId: string | null;
  state: RatingState;
  score: number | null;
  comment: string | null;
  askedOn: string;
  expiresAt: Date;
  answeredAt: Date | null;
  alarmedAt: Date | null;
}

const COLUMNS = sql`id, case_id AS "caseId", resolution, reporter, person_id AS "personId", feedback_id AS "feedbackId", channel,
  theme, product_id AS "productId", team_id AS "teamId", owner_id AS "ownerId", state, score, comment, asked_on AS "askedOn",
  expires_at AS "expiresAt", answered_at AS "answeredAt", alarmed_at AS "alarmedAt"`;

/** Which rating a token opens, or nothing. Whether it still takes a score is for the rule to say. */
export async function findRating(
  machine: Statements,
  token: string,
): Promise<{ id: string; workspaceId: string } | undefined> {
  if (!looksLikeToken(token)) return undefined;
  return machine.maybe<{ id: string; workspaceId: string }>(
    sql`SELECT id, workspace_id AS "workspaceId" FROM ratings WHERE token_hash = ${hashToken(token)}`,
  );
}

/** One rating. @param lock holds the row until the transaction ends */
export function readRating(tx: Tx, id: string, lock = false): Promise<StoredRating | undefined> {
  return lock
    ? tx.maybe<StoredRating>(
        sql`SELECT ${COLUMNS} FROM ratings WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
      )
    : tx.maybe<StoredRating>(sql`SELECT ${COLUMNS} FROM ratings WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** The latest question a reporter was asked about a case. */
export function latestRating(tx: Tx, caseId: string, reporter: string): Promise<StoredRating | undefined> {
  return tx.maybe<StoredRating>(sql`
    SELECT ${COLUMNS} FROM ratings WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId} AND reporter = ${reporter}
    ORDER BY resolution DESC LIMIT 1`);
}

export interface NewRating {
  id: string;
  tokenHash: string;
  reporter: string;
  personId: string | null;
  feedbackId: string | null;
  way: string;
  channel: string;
}

/** Facts shared by everybody asked about one resolution. */
export interface AskedAbout {
  caseId: string;
  resolution: number;
  theme: string | null;
  productId: string | null;
  teamId: string | null;
  ownerId: string | null;
  askedOn: string;
  now: Date;
  expiresAt: Date;
}

/** Saves questions. @returns the ids that are new; who was asked about this resolution before is not asked again */
export async function insertRatings(tx: Tx, about: AskedAbout, ratings: readonly NewRating[]): Promise<Set<string>> {
  const column = (pick: (one: NewRating) => string | null) => ratings.map(pick);
  const rows = await tx.rows<{ id: string }>(sql`
    INSERT INTO ratings (id, workspace_id, case_id, resolution, reporter, person_id, feedback_id, token_hash, way, channel, theme,
      product_id, team_id, owner_id, state, asked_at, asked_on, expires_at)
    SELECT r.id, ${tx.workspaceId}, ${about.caseId}, ${about.resolution}, r.reporter, r.person_id, r.feedback_id, r.token_hash,
      r.way, r.channel, ${about.theme}, ${about.productId}, ${about.teamId}, ${about.ownerId}, 'asked', ${about.now},
      ${about.askedOn}::date, ${about.expiresAt}
    FROM unnest(${column((one) => one.id)}::text[], ${column((one) => one.reporter)}::text[],
      ${column((one) => one.personId)}::text[], ${column((one) => one.feedbackId)}::text[],
      ${column((one) => one.tokenHash)}::text[], ${column((one) => one.way)}::text[], ${column((one) => one.channel)}::text[])
      AS r(id, reporter, person_id, feedback_id, token_hash, way, channel)
    ON CONFLICT (workspace_id, case_id, resolution, reporter) DO NOTHING RETURNING id`);
  return new Set(rows.map((row) => row.id));
}

/** Of these people, those who were asked about another case since `since`. */
export async function askedSince(
  tx: Tx,
  input: { personIds: readonly string[]; caseId: string; since: Date },
): Promise<Set<string>> {
  const rows = await tx.rows<{ person_id: string }>(sql`
    SELECT DISTINCT person_id FROM ratings
    WHERE workspace_id = ${tx.workspaceId} AND person_id = ANY(${input.personIds}::text[]) AND asked_at > ${input.since}
      AND case_id <> ${input.caseId}`);
  return new Set(rows.map((row) => row.person_id));
}

/** Writes a score over the earlier one and adds it to the history. */
export async function saveScore(
  tx: Tx,
  rating: StoredRating,
  input: { score: number; comment: string | null; alarmed: boolean; now: Date },
): Promise<void> {
  await tx.run(sql`
    UPDATE ratings SET state = 'answered', score = ${input.score}, comment = ${input.comment},
      answered_at = coalesce(answered_at, ${input.now}), changed_at = ${input.now},
      alarmed_at = CASE WHEN ${input.alarmed} THEN coalesce(alarmed_at, ${input.now}) ELSE alarmed_at END
    WHERE workspace_id = ${tx.workspaceId} AND id = ${rating.id}`);
  await tx.run(sql`
    INSERT INTO rating_scores (workspace_id, rating_id, seq, score, comment, at)
    SELECT ${tx.workspaceId}, ${rating.id}, coalesce(max(seq), 0) + 1, ${input.score}, ${input.comment}, ${input.now}
    FROM rating_scores WHERE workspace_id = ${tx.workspaceId} AND rating_id = ${rating.id}`);
}

/** Who is asked, and how often. */
export async function readRatingSettings(tx: Tx): Promise<RatingSettings> {
  const row = await tx.maybe<RatingSettings>(sql`
    SELECT enabled, cooldown_days AS "cooldownDays", expiry_days AS "expiryDays" FROM rating_settings
    WHERE workspace_id = ${tx.workspaceId}`);
  return row ?? DEFAULT_RATING_SETTINGS;
}

export async function saveRatingSettings(tx: Tx, settings: RatingSettings, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO rating_settings (workspace_id, enabled, cooldown_days, expiry_days, updated_at)
    VALUES (${tx.workspaceId}, ${settings.enabled}, ${settings.cooldownDays}, ${settings.expiryDays}, ${now})
    ON CONFLICT (workspace_id) DO UPDATE SET enabled = excluded.enabled, cooldown_days = excluded.cooldown_days,
      expiry_days = excluded.expiry_days, updated_at = excluded.updated_at`);
}
