// Binds the routes of conversations and replies.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { planWay } from '../../deliveries/server/door.ts';
import { type AnswerDesk, readCase, readReporters, readShop } from '../../desk/server/door.ts';
import * as contract from '../core/conversation.contract.ts';
import { readHead, readItems } from './conversation.reads.ts';
import { revealMessage } from './verbs/reveal-message.ts';
import { sendReply } from './verbs/send-reply.ts';

/** Routes of conversations. */
export function conversationMountedRoutes(desk: AnswerDesk) {
  return [
    on(contract.caseConversationRoute, ({ env, params, query }) =>
      env.db.read(async (tx) => {
        const found = await readCase(tx, params.id);
        if (!found) return refuse('not_found');
        const reporters = await readReporters(tx, found.id);
        const reporter = query.reporter ? reporters.find((one) => one.key === query.reporter) : reporters[0];
        if (query.reporter && !reporter) return refuse('unknown_reporter');
        if (!reporter) return ok({ items: [], nextCursor: null, conversationId: null, person: null });
        const who = reporter.personId ? { personId: reporter.personId } : { feedbackId: reporter.key };
        return ok({ ...(await readItems(tx, who, query)), ...(await readHead(tx, who)) });
      }),
    ),
    on(contract.personConversationRoute, ({ env, params, query }) =>
      env.db.read(async (tx) => {
        const who = { personId: params.id };
        const head = await readHead(tx, who);
        if (!head.person) return refuse('not_found');
        return ok({ ...(await readItems(tx, who, query)), ...head });
      }),
    ),
    on(contract.caseReportersRoute, ({ env, params, query }) =>
      env.db.read(async (tx) => {
        const found = await readCase(tx, params.id);
        if (!found) return refuse('not_found');
        const shop = await readShop(tx);
        const reporters = await readReporters(tx, found.id);
        const items = [];
        for (const reporter of reporters.slice(0, query.limit)) {
          const plan = await planWay(tx, desk, { caseId: found.id, reporter, wish: 'auto', shopLocale: shop.locale });
          items.push({
            key: reporter.key,
            person: reporter.personId ? { id: reporter.personId, name: plan.name } : null,
            channel: reporter.channel,
            feedbackIds: reporter.feedbackIds,
            way: plan.way,
            reason: plan.reason,
            toHint: plan.way === 'email' ? plan.toHint : null,
            hasEmail: plan.hasEmail,
          });
        }
        return ok({ items, total: reporters.length });
      }),
    ),
    on(contract.sendReplyRoute, ({ env, params, body, origin }) =>
      sendReply(env, desk, { caseId: params.id, draft: body, origin }),
    ),
    on(contract.revealMessageRoute, ({ env, params, body }) =>
      revealMessage(env, desk.sealer, { messageId: params.id, reason: body.reason }),
    ),
  ];
}
