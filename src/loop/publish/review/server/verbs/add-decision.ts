// Records what a meeting decided; a decision about a case leaves a note there, so that whoever works on it knows.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { addNote } from '../../../../act/cases/server/door.ts';
import { reviewDecided } from '../../core/review.contract.ts';
import { areMembers, isThere } from '../review.reads.ts';
import { countDecisions, insertDecision, lockPack } from '../review.store.ts';

const MOST = 100;
type Refusal = 'forbidden' | 'not_found' | 'unknown_member' | 'unknown_problem' | 'unknown_case' | 'too_many_decisions';

export async function addDecision(
  env: Env,
  input: {
    packId: string;
    text: string;
    ownerId: string | null;
    dueOn: string | null;
    problemId?: string | undefined;
    caseId?: string | undefined;
  },
): Promise<Result<{ id: string }, Refusal>> {
  // permit
  if (!may(env.actor, 'review.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const pack = await lockPack(tx, input.packId);
    if (!pack) return refuse('not_found');
    // decide
    if (input.ownerId && !(await areMembers(tx, [input.ownerId]))) return refuse('unknown_member');
    if (input.problemId && !(await isThere(tx, 'problem', input.problemId))) return refuse('unknown_problem');
    if (input.caseId && !(await isThere(tx, 'case', input.caseId))) return refuse('unknown_case');
    if ((await countDecisions(tx, pack.id)) >= MOST) return refuse('too_many_decisions');
    // save
    const id = newId('dec');
    const link = input.problemId
      ? ({ kind: 'problem', id: input.problemId } as const)
      : input.caseId
        ? ({ kind: 'case', id: input.caseId } as const)
        : null;
    const { text, ownerId, dueOn } = input;
    await insertDecision(tx, {
      id,
      packId: pack.id,
      weekFrom: pack.weekFrom,
      text,
      ownerId,
      dueOn,
      link,
      now: env.now,
    });
    if (link?.kind === 'case' && may(env.actor, 'case.work')) {
      const noted = await addNote(tx, env, { caseId: link.id, text, mentions: ownerId ? [ownerId] : [] });
      if (!noted.ok) return refuse('unknown_case');
    }
    // tell
    await tell(tx, env, reviewDecided, { subject: pack.id, data: { packId: pack.id, decisionId: id } });
    return ok({ id });
  });
}
