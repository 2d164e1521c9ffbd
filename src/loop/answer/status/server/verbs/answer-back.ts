// A reporter answers back on his page.
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { WorkspaceDb } from '../../../../../platform/database/database.ts';
import { noteCustomerMessage } from '../../../../act/cases/server/door.ts';
import { recordAnswer, wordsSince } from '../../../conversations/server/door.ts';
import type { AnswerDesk } from '../../../desk/server/door.ts';
import type { OpenedLink } from '../../../links/server/door.ts';
import { checkAnswer } from '../../core/check-answer.ts';
import { MAX_AN_HOUR } from '../../core/status.contract.ts';
import { carryOn } from '../carry-on.ts';
import { personEnv } from '../person-env.ts';
import { readStatus } from '../status.reads.ts';

export type AnswerRefusal = 'not_found' | 'missing_text' | 'too_large_text' | 'too_many_requests';

/** @param link the opened link; it alone says who speaks about what */
export async function answerBack(
  db: WorkspaceDb,
  now: Date,
  desk: AnswerDesk,
  input: { link: OpenedLink; text: unknown },
): Promise<Result<{ messageId: string }, AnswerRefusal>> {
  return db.write(async (tx) => {
    // permit · load: who holds the link is the reporter
    const facts = await readStatus(tx, desk.sealer, input.link, now);
    if (!facts?.found) return refuse('not_found');
    const lately = await wordsSince(tx, facts.reporter.key, new Date(now.getTime() - 3_600_000));
    // decide
    if (lately >= MAX_AN_HOUR) return refuse('too_many_requests');
    const checked = checkAnswer(input.text);
    if (!checked.ok) return checked;
    // save · tell
    const env = personEnv(db, now, facts);
    const said = await recordAnswer(tx, env, desk, {
      caseId: facts.found.id,
      reporter: facts.reporter,
      text: checked.value,
      channel: 'portal',
      name: facts.person?.name ?? null,
    });
    await carryOn(tx, env, facts.found.id, await noteCustomerMessage(tx, env, { caseId: facts.found.id }));
    return ok({ messageId: said.messageId });
  });
}
