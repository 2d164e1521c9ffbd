// Answers a reporter: message, delivery, the case's own reaction and the event are saved together or not at all.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { noteAgentReply } from '../../../../act/cases/server/door.ts';
import { type AnswerDesk, readCase, readReporters, readShop, resolutionNumber } from '../../../desk/server/door.ts';
import { TEMPLATE_VARIABLES } from '../../../templates/core/template.contract.ts';
import { countUse, readTemplate } from '../../../templates/server/door.ts';
import { chooseReporters } from '../../core/choose-reporters.ts';
import { type ReplyDraft, type ReplyRefusal, replySent, type SentReply } from '../../core/conversation.contract.ts';
import { sayTo } from '../say-to.ts';

/**
 * @param input.origin address at which the reporter reaches the product
 * @returns one reply for each reporter answered
 */
export async function sendReply(
  env: Env,
  desk: AnswerDesk,
  input: { caseId: string; draft: ReplyDraft; origin: string },
): Promise<Result<{ replies: SentReply[] }, 'forbidden' | ReplyRefusal>> {
  const { draft } = input;
  // permit
  if (!may(env.actor, 'reply.send')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const found = await readCase(tx, input.caseId);
    if (!found) return refuse('not_found');
    const template = draft.templateId ? await readTemplate(tx, draft.templateId) : undefined;
    if (draft.templateId && !template) {
      return refuse('unknown_template', [{ path: 'templateId', code: 'unknown_template' }]);
    }
    const shop = await readShop(tx);
    const reporters = await readReporters(tx, found.id);
    // decide
    if (found.mergedIntoId) return refuse('case_merged');
    const stranger = Object.keys(draft.variables ?? {}).find((name) => !TEMPLATE_VARIABLES.includes(name as never));
    if (stranger !== undefined) {
      return refuse('unknown_variable', [
        { path: `variables.${stranger}`, code: 'unknown_variable', message: `{{${stranger}}}` },
      ]);
    }
    const chosen = chooseReporters(reporters, draft.to);
    if (!chosen.ok) return chosen;
    // save: the case answers first, so that its refusal leaves nothing behind
    const noted = await noteAgentReply(tx, env, {
      caseId: found.id,
      bot: false,
      ...(draft.nextStatus ? { nextStatus: draft.nextStatus } : {}),
    });
    if (!noted.ok) return noted;
    const words = template
      ? { text: template.body, fill: true, values: draft.variables }
      : { text: draft.text!, fill: false };
    // A reply that resolves is also what tells the resolution: no second letter will ask how it went.
    const resolves = draft.nextStatus === 'resolved';
    const { origin } = input;
    const resolution = resolves ? await resolutionNumber(tx, found.id) : 0;
    const care = resolves
      ? await desk.aftercare?.open(tx, env, { caseId: found.id, resolution, reporters: chosen.value, origin })
      : undefined;
    const replies: SentReply[] = [];
    for (const reporter of chosen.value) {
      const said = await sayTo(tx, env, desk, {
        found,
        shop,
        reporter,
        kind: 'reply',
        words,
        wish: draft.way,
        asksVerdict: resolves,
        closing: care && ((plan) => care.closing(reporter, plan)),
        origin,
      });
      replies.push({
        id: said.messageId,
        conversationId: said.conversationId,
        personId: reporter.personId,
        way: said.plan.way,
        reason: said.plan.reason,
        deliveryId: said.deliveryId,
        mailId: said.mailId,
        text: said.text,
      });
      // tell
      await tell(tx, env, replySent, {
        subject: found.id,
        data: {
          replyId: said.messageId,
          conversationId: said.conversationId,
          personId: reporter.personId,
          way: said.plan.way,
        },
      });
    }
    await care?.save();
    if (template) await countUse(tx, template.id, replies.length, env.now);
    return ok({ replies });
  });
}
