// The rows of draws: the form while it is one, what was published, who is left out, and the signing key.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { DrawFile } from '../core/draw-file.contract.ts';
import type { DrawDraft, DrawRules, ExclusionReason } from '../core/draw-rules.contract.ts';
import type { DrawState } from '../core/draw-state.ts';
import type { DrawRecords } from '../core/make-records.ts';
import { type DrawSecret, type DrawSigner, newSigningSeed, signerOf } from './draw-key.ts';

export type Records = Omit<DrawRecords, 'rules'>;
export type Signatures = DrawFile['signatures'];

export interface DrawRow {
  id: string;
  workspaceId: string;
  roomId: string;
  sessionId: string | null;
  state: DrawState;
  title: string;
  draft: DrawDraft;
  rules: DrawRules | null;
  records: Records | null;
  signatures: Signatures | null;
  secretSealed: string | null;
  entriesFileId: string | null;
  closesAt: Date | null;
  revealBy: Date | null;
  createdAt: Date;
  createdBy: string;
}

export const drawColumns = sql`id, workspace_id AS "workspaceId", room_id AS "roomId", session_id AS "sessionId", state, title, draft,
  rules, records, signatures, secret_sealed AS "secretSealed", entries_file_id AS "entriesFileId", closes_at AS "closesAt",
  reveal_by AS "revealBy", created_at AS "createdAt", created_by_name AS "createdBy"`;

export async function lockDraw(tx: Tx, id: string): Promise<DrawRow | undefined> {
  return tx.maybe<DrawRow>(sql`
    SELECT ${drawColumns} FROM live_draws WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

export async function insertDraw(
  tx: Tx,
  draw: { id: string; roomId: string; draft: DrawDraft },
  by: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_draws (id, workspace_id, room_id, state, title, draft, created_at, created_by_name, updated_at)
    VALUES (${draw.id}, ${tx.workspaceId}, ${draw.roomId}, 'draft', ${draw.draft.title}, ${JSON.stringify(draw.draft)}, ${now}, ${by}, ${now})`);
}

export async function saveDraft(tx: Tx, id: string, draft: DrawDraft, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE live_draws SET title = ${draft.title}, draft = ${JSON.stringify(draft)}, updated_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function saveOpening(
  tx: Tx,
  id: string,
  opening: {
    sessionId: string;
    rules: DrawRules;
    records: Records;
    signatures: Signatures;
    secretSealed: string;
    closesAt: Date;
    revealBy: Date;
  },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE live_draws SET state = 'open', session_id = ${opening.sessionId}, rules = ${JSON.stringify(opening.rules)},
      records = ${JSON.stringify(opening.records)}, signatures = ${JSON.stringify(opening.signatures)},
      secret_sealed = ${opening.secretSealed}, closes_at = ${opening.closesAt}, reveal_by = ${opening.revealBy}, updated_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Adds what was published since; what stands is kept. */
export async function savePublished(
  tx: Tx,
  id: string,
  next: {
    state: DrawState;
    records: Records | null;
    signatures: Signatures | null;
    entriesFileId?: string;
    revealBy?: Date;
  },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE live_draws SET state = ${next.state}, records = ${next.records && JSON.stringify(next.records)},
      signatures = ${next.signatures && JSON.stringify(next.signatures)},
      entries_file_id = coalesce(${next.entriesFileId ?? null}, entries_file_id),
      reveal_by = coalesce(${next.revealBy ?? null}::timestamptz, reveal_by), updated_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function insertExclusion(
  tx: Tx,
  drawId: string,
  one: { pid: string; reason: ExclusionReason },
  by: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_draw_exclusions (workspace_id, draw_id, pid, reason, at, by_name)
    VALUES (${tx.workspaceId}, ${drawId}, ${one.pid}, ${one.reason}, ${now}, ${by}) ON CONFLICT DO NOTHING`);
}

export async function readExclusions(tx: Tx, drawId: string): Promise<{ pid: string; reason: ExclusionReason }[]> {
  return tx.rows(sql`
    SELECT pid, reason FROM live_draw_exclusions WHERE workspace_id = ${tx.workspaceId} AND draw_id = ${drawId} ORDER BY pid`);
}

/** The workspace's signing key, made on first use. */
export async function signerFor(tx: Tx, sealer: Sealer, now: Date): Promise<DrawSigner> {
  const read = sql`SELECT sealed_seed AS "sealedSeed" FROM live_draw_keys WHERE workspace_id = ${tx.workspaceId}`;
  let row = await tx.maybe<{ sealedSeed: string }>(read);
  if (!row) {
    const seed = newSigningSeed();
    await tx.run(sql`
      INSERT INTO live_draw_keys (workspace_id, public_key, sealed_seed, created_at)
      VALUES (${tx.workspaceId}, ${signerOf(seed).publicKey}, ${sealer.seal(tx.workspaceId, seed)}, ${now}) ON CONFLICT DO NOTHING`);
    row = await tx.one<{ sealedSeed: string }>(read);
  }
  return signerOf(sealer.open(tx.workspaceId, row.sealedSeed));
}

/** @throws when it was sealed with another secret */
export function secretOf(row: DrawRow, sealer: Sealer): DrawSecret {
  return JSON.parse(sealer.open(row.workspaceId, row.secretSealed!)) as DrawSecret;
}
