// A reporter says whether it is solved; no opens the case again.
import sql from 'sql-template-tag';
import { tell } from '../../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { WorkspaceDb } from '../../../../../platform/database/database.ts';
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import { reopenCase } from '../../../../act/cases/server/door.ts';
import { recordAnswer, wordsSince } from '../../../conversations/server/door.ts';
import type { AnswerDesk } from '../../../desk/server/door.ts';
import type { OpenedLink } from '../../../links/server/door.ts';
import { checkAnswer } from '../../core/check-answer.ts';
import { caseConfirmedByPerson, MAX_AN_HOUR } from '../../core/status.contract.ts';
import { mayJudge } from '../../core/verdict-rule.ts';
import { carryOn } from '../carry-on.ts';
import { personEnv } from '../person-env.ts';
import { readStatus } from '../status.reads.ts';
import type { AnswerRefusal } from './answer-back.ts';

/**
 * Saying the same twice changes nothing.
 * @param input.text what is still wrong; may be empty
 */
export async function giveVerdict(
  db: WorkspaceDb,
  now: Date,
  desk: AnswerDesk,
  input: { link: OpenedLink; solved: boolean; text: unknown },
): Promise<Result<null, AnswerRefusal | 'not_resolved'>> {
  return db.write(async (tx) => {
    // permit · load: who holds the link is the reporter
    const facts = await readStatus(tx, desk.sealer, input.link, now);
    if (!facts?.found) return refuse('not_found');
    const { found, resolution, reporter } = facts;
    const text = checkAnswer(input.text);
    // decide
    const allowed = mayJudge({ stage: facts.stage, before: facts.verdict, solved: input.solved });
    if (!allowed.ok) return allowed;
    if (allowed.value === 'nothing_new') return ok(null);
    if (!text.ok && text.reason === 'too_large_text') return text;
    if ((await wordsSince(tx, reporter.key, new Date(now.getTime() - 3_600_000))) >= MAX_AN_HOUR) {
      return refuse('too_many_requests');
    }
    // save
    const env = personEnv(db, now, facts);
    await tx.run(sql`
      INSERT INTO verdicts (workspace_id, case_id, resolution, reporter, solved, at)
      VALUES (${tx.workspaceId}, ${found.id}, ${resolution}, ${reporter.key}, ${input.solved}, ${now})
      ON CONFLICT (workspace_id, case_id, resolution, reporter) DO UPDATE SET solved = excluded.solved, at = excluded.at`);
    if (text.ok) {
      await recordAnswer(tx, env, desk, {
        caseId: found.id,
        reporter,
        text: text.value,
        channel: 'portal',
        name: facts.person?.name ?? null,
      });
    }
    // tell
    if (input.solved) {
      await tell(tx, env, caseConfirmedByPerson, {
        subject: found.id,
        data: { personId: reporter.personId, resolution },
      });
      return ok(null);
    }
    // The news of it goes to other systems as well: masked, like the words themselves.
    const reason = text.ok ? [...maskPersonalData(text.value).masked].slice(0, 200).join('') : '';
    await carryOn(tx, env, found.id, await reopenCase(tx, env, { caseId: found.id, reason, by: 'person' }));
    return ok(null);
  });
}
