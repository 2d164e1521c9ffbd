// Hands a reporter's secret link to a member, to be passed on in a chat or read out on the phone.
import type { Env } from '../../../../../ground/env.ts';
import { tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type AnswerDesk, readCase, readReporters } from '../../../desk/server/door.ts';
import { statusLinkShared } from '../../core/link.contract.ts';
import { type StatusLink, statusLinkFor } from '../link.store.ts';

/** @returns the link; the same one as before unless it was revoked */
export async function shareStatusLink(
  env: Env,
  desk: AnswerDesk,
  input: { caseId: string; reporter: string },
): Promise<Result<StatusLink, 'forbidden' | 'not_found' | 'unknown_reporter'>> {
  // permit
  if (!may(env.actor, 'reply.send')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const found = await readCase(tx, input.caseId);
    if (!found) return refuse('not_found');
    const reporters = await readReporters(tx, found.id);
    // decide
    if (!reporters.some((reporter) => reporter.key === input.reporter)) return refuse('unknown_reporter');
    // save
    const link = await statusLinkFor(tx, desk.sealer, {
      subject: found.id,
      reporter: input.reporter,
      now: env.now,
      days: desk.linkDays,
    });
    // tell
    await tell(tx, env, statusLinkShared, { subject: found.id, data: { reporter: input.reporter } });
    return ok(link);
  });
}
