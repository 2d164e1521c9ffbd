// Opens the original words of a message for somebody who must know them, and leaves a trace.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { messageRevealed } from '../../core/conversation.contract.ts';

/** @param input.reason why it must be known; kept in the audit log */
export async function revealMessage(
  env: Env,
  sealer: Sealer,
  input: { messageId: string; reason: string },
): Promise<Result<{ text: string }, 'forbidden' | 'not_found' | 'nothing_masked' | 'key_missing'>> {
  // permit
  if (!may(env.actor, 'feedback.reveal')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const message = await tx.maybe<{ body_sealed: string | null }>(
      sql`SELECT body_sealed FROM messages WHERE workspace_id = ${tx.workspaceId} AND id = ${input.messageId}`,
    );
    if (!message) return refuse('not_found');
    // decide
    if (message.body_sealed === null) return refuse('nothing_masked');
    let text: string;
    try {
      text = sealer.open(tx.workspaceId, message.body_sealed);
    } catch {
      return refuse('key_missing');
    }
    // save · tell: the trace is all that is written
    await tell(tx, env, messageRevealed, {
      subject: input.messageId,
      data: { messageId: input.messageId, reason: input.reason },
    });
    return ok({ text });
  });
}
