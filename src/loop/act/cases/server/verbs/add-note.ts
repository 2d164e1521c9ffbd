// Adds a note only members see, and rings for whoever is mentioned.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { caseNoteAdded } from '../../core/case-events.contract.ts';
import { lockCase } from '../case.store.ts';
import { insertNote } from '../case-note.store.ts';
import { ring } from '../notification.store.ts';

/** @param mentions member ids */
export async function addNote(
  tx: Tx,
  env: Env,
  input: { caseId: string; text: string; mentions: readonly string[] },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'unknown_member'>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  const mentions = [...new Set(input.mentions)];
  const known = await tx.rows<{ id: string }>(sql`
    SELECT id FROM members_facts
    WHERE workspace_id = ${tx.workspaceId} AND state <> 'disabled' AND id = ANY(${mentions}::text[])`);
  // decide
  if (!row) return refuse('not_found');
  if (known.length !== mentions.length) return refuse('unknown_member');
  const id = newId('note');
  // save
  await insertNote(tx, { id, caseId: row.id, author: env.actor, text: input.text, mentions, now: env.now });
  const rings = mentions
    .filter((memberId) => memberId !== env.actor.id)
    .map((memberId) => ({
      memberId,
      kind: 'mention' as const,
      caseId: row.id,
      by: env.actor.name,
      values: { text: input.text.slice(0, 120) },
      dedupe: id,
    }));
  await ring(tx, rings, env.now);
  // tell
  await tell(tx, env, caseNoteAdded, { subject: row.id, data: { noteId: id, mentions } });
  return ok({ id });
}
