// A member says that it helped, and how he knows; the only way past the gate's own rules.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { CaseRow } from '../../../../act/cases/core/case.contract.ts';
import { caseLine, readShown, verifyCase } from '../../../../act/cases/server/door.ts';

type Refusal = 'forbidden' | 'not_found' | 'case_merged' | 'missing_reason';

/** The case tells `case.verified` with the reason; the round hears it and tells `fix.verified`, in the order things happened. */
export async function verifyByHand(
  env: Env,
  input: { caseId: string; reason: string },
): Promise<Result<CaseRow, Refusal | string>> {
  // permit
  if (!may(env.actor, 'case.close')) return refuse('forbidden');
  const reason = input.reason.trim();
  if (!reason) return refuse('missing_reason');
  return env.db.write(async (tx) => {
    // load · decide · save · tell: the case's own verb holds its row and its status machine
    const verified = await verifyCase(tx, env, { caseId: input.caseId, how: 'member', note: reason });
    if (!verified.ok) return verified;
    return ok(caseLine((await readShown(tx, verified.value.id))!, env.now));
  });
}
