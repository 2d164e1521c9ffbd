// Takes in what a reporter says back on his status page, in the caller's transaction.
import { type Env, tell } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { AnswerDesk, Reporter } from '../../desk/server/door.ts';
import { messageReceived } from '../core/conversation.contract.ts';
import { conversationFor, insertMessage } from './conversation.store.ts';

/** @returns the new message; the caller tells the case (note or reopen) in the same transaction */
export async function recordAnswer(
  tx: Tx,
  env: Env,
  desk: AnswerDesk,
  input: { caseId: string; reporter: Reporter; text: string; channel: string; name: string | null },
): Promise<{ messageId: string; conversationId: string }> {
  const { reporter } = input;
  const conversationId = await conversationFor(tx, reporter, 'in', env.now);
  const messageId = await insertMessage(tx, desk.sealer, {
    conversationId,
    caseId: input.caseId,
    kind: 'message',
    channel: input.channel,
    text: input.text,
    author: { kind: 'person', id: reporter.personId, name: input.name },
    feedbackId: reporter.feedbackId,
    at: env.now,
  });
  await tell(tx, env, messageReceived, {
    subject: input.caseId,
    data: { messageId, conversationId, personId: reporter.personId },
  });
  return { messageId, conversationId };
}
