// Writes down what sounds like a promise, for somebody to say whether it is one.
import { createHash } from 'node:crypto';
import { type Env, tell } from '../../../../ground/env.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import { promiseProposed } from '../core/promise.contract.ts';
import { insertPromise } from './promise.store.ts';

export interface HeardPromise {
  text: string;
  quote: string | null;
  dueAt: Date | null;
  source: 'reply' | 'transcript';
  caseId: string | null;
  personId: string | null;
  feedbackId: string | null;
  replyId: string | null;
  transcriptId: string | null;
}

/** The same sentence of the same reply or call is proposed once. @returns how many are new */
export async function proposePromises(tx: Tx, env: Env, heard: readonly HeardPromise[]): Promise<number> {
  let proposed = 0;
  for (const one of heard) {
    const text = maskPersonalData(one.text).masked.slice(0, 500);
    const dedupe = createHash('sha256')
      .update(`${one.replyId ?? one.transcriptId ?? ''}\n${text}`)
      .digest('hex')
      .slice(0, 40);
    const id = newId('prm');
    const isNew = await insertPromise(tx, {
      id,
      case_id: one.caseId,
      person_id: one.personId,
      feedback_id: one.feedbackId,
      reply_id: one.replyId,
      transcript_id: one.transcriptId,
      source: one.source,
      text,
      quote: one.quote === null ? null : maskPersonalData(one.quote).masked.slice(0, 1000),
      state: 'proposed',
      due_at: one.dueAt,
      warn_at: null,
      warned_at: null,
      missed_at: null,
      next_look_at: null,
      made_by: null,
      made_by_id: null,
      made_at: null,
      settled_by: null,
      settled_at: null,
      note: null,
      dedupe,
      created_at: env.now,
    });
    if (!isNew) continue;
    proposed += 1;
    await tell(tx, env, promiseProposed, {
      subject: one.caseId,
      data: { promiseId: id, text, dueAt: one.dueAt?.toISOString() ?? null },
    });
  }
  return proposed;
}
