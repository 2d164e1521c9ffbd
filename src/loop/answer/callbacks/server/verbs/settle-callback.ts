// Says what came of a call: "not fixed" opens the case again, "new issue" records what the customer said.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { hintOf } from '../../../../../ground/people/server/door.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import { reopenCase } from '../../../../act/cases/server/door.ts';
import { recordInTransaction } from '../../../../collect/intake/server/door.ts';
import { type CallbackOutcome, type CallbackView, callbackDone } from '../../core/callback.contract.ts';
import { readCallback } from '../callback.reads.ts';
import { type CallbackRow, insertAttempt, lockCallback, saveCallback } from '../callback.store.ts';
import type { CallbackDesk } from '../callback-desk.ts';
import { phoneHints } from '../callback-desk.ts';

type Answer = CallbackView & { feedbackId: string | null; reopened: boolean };

export async function settleCallback(
  env: Env,
  desk: CallbackDesk,
  input: { callbackId: string; outcome: CallbackOutcome; note?: string | undefined; words?: string | undefined },
): Promise<Result<Answer, 'forbidden' | 'not_found' | 'already_settled' | 'missing_words' | 'missing_note'>> {
  // permit
  if (!may(env.actor, 'callback.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockCallback(tx, input.callbackId);
    // decide
    if (!row) return refuse('not_found');
    if (row.state !== 'open') return refuse('already_settled');
    const { outcome } = input;
    if (outcome === 'new_issue' && !input.words)
      return refuse('missing_words', [{ path: 'words', code: 'missing_words' }]);
    // Whoever works on it next needs to know what is still wrong.
    if (outcome === 'not_fixed' && !input.note) return refuse('missing_note', [{ path: 'note', code: 'missing_note' }]);
    const note = input.note ? maskPersonalData(input.note).masked : null;
    // save
    const feedbackId = outcome === 'new_issue' ? await recordWords(tx, env, desk, row, input.words!) : null;
    const number = row.attempts + 1;
    await insertAttempt(tx, { callbackId: row.id, number, at: env.now, by: env.actor.name, outcome, note });
    await saveCallback(tx, {
      ...row,
      attempts: number,
      state: 'done',
      outcome,
      note,
      feedback_id: feedbackId,
      done_at: env.now,
      done_by: env.actor.name,
    });
    // A case that is open already needs no opening.
    const reopened =
      outcome === 'not_fixed' && (await reopenCase(tx, env, { caseId: row.case_id, reason: note, by: 'system' })).ok;
    // tell
    await tell(tx, env, callbackDone, {
      subject: row.case_id,
      data: { callbackId: row.id, outcome, personId: row.person_id, resolution: row.resolution, note, feedbackId },
    });
    return ok({ ...(await readCallback(tx, row.id, env.now, phoneHints))!, feedbackId, reopened });
  });
}

/** What the customer said on the phone goes through the one gate like any other voice. */
async function recordWords(
  tx: Tx,
  env: Env,
  desk: CallbackDesk,
  row: CallbackRow,
  words: string,
): Promise<string | null> {
  const person = row.person_id ? await hintOf(tx, desk.gate.sealer, row.person_id) : null;
  const [outcome] = await recordInTransaction(desk.gate, tx, env, [
    {
      channel: 'hotline',
      externalId: `callback:${row.id}`,
      text: words,
      occurredAt: env.now.toISOString(),
      ...(person ? { person } : {}),
      meta: { callbackId: row.id, caseId: row.case_id },
    },
  ]);
  return outcome?.id ?? null;
}
