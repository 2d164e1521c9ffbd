// Remembers which browser said what; a browser is known by a keyed hash of its secret.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { VisitorChannel } from '../core/visitor.contract.ts';

export interface OwnVoiceRow {
  feedbackId: string;
  channel: VisitorChannel;
  claimed: boolean;
  at: Date;
}

export function hashOfBrowser(sealer: Sealer, workspaceId: string, secret: string): string {
  return sealer.blindIndex(workspaceId, 'visitor/browser', secret);
}

export function hashOfVoice(sealer: Sealer, workspaceId: string, secret: string, voice: string): string {
  return sealer.blindIndex(workspaceId, 'visitor/voice', `${secret}\n${voice}`);
}

/** The feedback a browser sent under this name before, and whether it gave an address with it. */
export async function knownVoice(
  tx: Tx,
  voiceHash: string,
): Promise<{ feedbackId: string; claimed: boolean } | undefined> {
  return tx.maybe<{ feedbackId: string; claimed: boolean }>(sql`
    SELECT feedback_id AS "feedbackId", claimed FROM visitor_voices
    WHERE workspace_id = ${tx.workspaceId} AND voice_hash = ${voiceHash}`);
}

/** Voices of this browser since then. */
export async function countVoices(tx: Tx, browserHash: string, since: Date): Promise<number> {
  const row = await tx.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM visitor_voices
    WHERE workspace_id = ${tx.workspaceId} AND browser_hash = ${browserHash} AND created_at > ${since}`);
  return row.n;
}

export async function rememberVoice(
  tx: Tx,
  voice: {
    browserHash: string;
    voiceHash: string;
    feedbackId: string;
    channel: VisitorChannel;
    claimed: boolean;
    now: Date;
  },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO visitor_voices (id, workspace_id, browser_hash, voice_hash, feedback_id, channel, claimed, created_at)
    VALUES (${newId('said')}, ${tx.workspaceId}, ${voice.browserHash}, ${voice.voiceHash}, ${voice.feedbackId},
      ${voice.channel}, ${voice.claimed}, ${voice.now})
    ON CONFLICT (workspace_id, voice_hash) DO NOTHING`);
}

/** What this browser said, newest first, at most 50. */
export async function voicesOfBrowser(tx: Tx, sealer: Sealer, secret: string): Promise<OwnVoiceRow[]> {
  return tx.rows<OwnVoiceRow>(sql`
    SELECT feedback_id AS "feedbackId", channel, claimed, created_at AS at FROM visitor_voices
    WHERE workspace_id = ${tx.workspaceId} AND browser_hash = ${hashOfBrowser(sealer, tx.workspaceId, secret)}
    ORDER BY id DESC LIMIT 50`);
}
