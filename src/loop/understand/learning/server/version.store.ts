// Keeps whether a shop's engine learns, and every version it made.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { LearnReport } from '../../../../text/adapt/adapt.contract.ts';
import type { LearningCause, ShopEngineView } from '../core/learning.contract.ts';

export interface LearningSettings {
  isOn: boolean;
  selfTraining: boolean;
  /** Somebody chose the version by hand: what is learned meanwhile is kept aside. */
  isHeld: boolean;
  activeId: string | null;
  askedAt: Date | null;
  learnedAt: Date | null;
}

const UNTOUCHED: LearningSettings = {
  isOn: true,
  selfTraining: true,
  isHeld: false,
  activeId: null,
  askedAt: null,
  learnedAt: null,
};
const SETTINGS = sql`is_on AS "isOn", self_training AS "selfTraining", is_held AS "isHeld", active_id AS "activeId", asked_at AS "askedAt",
  learned_at AS "learnedAt"`;

/** A shop that never learned anything learns by default. */
export async function readSettings(tx: Tx): Promise<LearningSettings> {
  const row = await tx.maybe<LearningSettings>(
    sql`SELECT ${SETTINGS} FROM learning_settings WHERE workspace_id = ${tx.workspaceId}`,
  );
  return row ?? UNTOUCHED;
}

/** The same, its row made where missing and locked until the transaction ends. */
export async function lockSettings(tx: Tx): Promise<LearningSettings> {
  await tx.run(sql`INSERT INTO learning_settings (workspace_id) VALUES (${tx.workspaceId}) ON CONFLICT DO NOTHING`);
  return tx.one<LearningSettings>(
    sql`SELECT ${SETTINGS} FROM learning_settings WHERE workspace_id = ${tx.workspaceId} FOR UPDATE`,
  );
}

export async function saveSettings(tx: Tx, to: LearningSettings): Promise<void> {
  await tx.run(sql`
    UPDATE learning_settings SET is_on = ${to.isOn}, self_training = ${to.selfTraining}, is_held = ${to.isHeld}, active_id = ${to.activeId},
      asked_at = ${to.askedAt}, learned_at = ${to.learnedAt}
    WHERE workspace_id = ${tx.workspaceId}`);
}

export interface VersionRow {
  id: string;
  number: number;
  state: ShopEngineView['state'];
  base: string;
  engine: string;
  lessons: number;
  unlabelled: number;
  report: LearnReport;
  cause: LearningCause;
  reason: ShopEngineView['reason'];
  byName: string;
  madeAt: Date;
  endedAt: Date | null;
  hasWeights: boolean;
}

export const VERSION_COLUMNS = sql`id, number, state, base, engine, lessons, unlabelled, report, cause, reason, by_name AS "byName",
  made_at AS "madeAt", ended_at AS "endedAt", weights IS NOT NULL AS "hasWeights"`;

export function readVersion(tx: Tx, id: string): Promise<VersionRow | undefined> {
  return tx.maybe<VersionRow>(
    sql`SELECT ${VERSION_COLUMNS} FROM shop_engines WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
}

/** The version made last, whatever came of it. */
export function readNewest(tx: Tx): Promise<VersionRow | undefined> {
  return tx.maybe<VersionRow>(sql`
    SELECT ${VERSION_COLUMNS} FROM shop_engines WHERE workspace_id = ${tx.workspaceId} ORDER BY number DESC LIMIT 1`);
}

/** The bytes of a version, as `writeShop` made them. */
export async function readWeights(tx: Tx, id: string): Promise<Uint8Array | null> {
  const row = await tx.maybe<{ weights: Uint8Array | null }>(
    sql`SELECT weights FROM shop_engines WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
  return row?.weights ?? null;
}

/** Versions whose weights are kept; older ones are remembered without. */
const KEPT = 30;

/** Adds a version under the next number. @returns the number */
export async function insertVersion(
  tx: Tx,
  version: Omit<VersionRow, 'number' | 'hasWeights' | 'endedAt'> & { weights: Uint8Array | null },
): Promise<number> {
  const row = await tx.one<{ number: number }>(sql`
    INSERT INTO shop_engines (id, workspace_id, number, state, base, engine, weights, lessons, unlabelled, report, cause, reason, by_name, made_at)
    SELECT ${version.id}, ${tx.workspaceId}, coalesce(max(number), 0) + 1, ${version.state}, ${version.base}, ${version.engine},
      ${version.weights ? Buffer.from(version.weights) : null}::bytea, ${version.lessons}, ${version.unlabelled},
      ${JSON.stringify(version.report)}::jsonb, ${version.cause}, ${version.reason}, ${version.byName}, ${version.madeAt}
    FROM shop_engines WHERE workspace_id = ${tx.workspaceId}
    RETURNING number`);
  await tx.run(sql`
    UPDATE shop_engines SET weights = NULL
    WHERE workspace_id = ${tx.workspaceId} AND number <= ${row.number - KEPT} AND state <> 'active' AND weights IS NOT NULL`);
  return row.number;
}

/** Ends the version in force, if any, and puts another in force. */
export async function putInForce(
  tx: Tx,
  id: string | null,
  ended: 'superseded' | 'rolled_back' | 'outdated',
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE shop_engines SET state = ${ended}, ended_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND state = 'active' AND id <> ${id ?? ''}`);
  if (id === null) return;
  await tx.run(sql`
    UPDATE shop_engines SET state = 'active', ended_at = NULL WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
