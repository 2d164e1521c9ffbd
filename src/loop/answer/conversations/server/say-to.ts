// Says something to one reporter of a case: the message and its delivery, in the caller's transaction.
import type { Env } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import type { WayWish } from '../../deliveries/core/delivery.contract.ts';
import { deliver, type PlannedWay, planWay } from '../../deliveries/server/door.ts';
import type { AnswerDesk, CaseFacts, Reporter, ShopFacts } from '../../desk/server/door.ts';
import { statusLinkFor } from '../../links/server/door.ts';
import { fillFor } from '../../templates/server/door.ts';
import { conversationFor, insertMessage } from './conversation.store.ts';

export interface Said {
  messageId: string;
  conversationId: string;
  deliveryId: string;
  mailId: string | null;
  plan: PlannedWay;
  /** The words as they went out. */
  text: string;
}

export interface Words {
  /** In the reader's language; `fill` says whether variables in it are to be filled. */
  text: string | { 'zh-CN': string; en: string };
  fill: boolean;
  values?: Record<string, string> | undefined;
}

/**
 * @param input.origin address at which the reporter reaches the product
 * @param input.closing what else is asked under the words, once the way is known; it is no part of the conversation
 */
export async function sayTo(
  tx: Tx,
  env: Env,
  desk: AnswerDesk,
  input: {
    found: CaseFacts;
    shop: ShopFacts;
    reporter: Reporter;
    kind: 'reply' | 'notice';
    words: Words;
    wish: WayWish;
    asksVerdict: boolean;
    closing?: ((plan: PlannedWay) => string | null) | undefined;
    origin: string;
  },
): Promise<Said> {
  const { found, shop, reporter, words } = input;
  const plan = await planWay(tx, desk, { caseId: found.id, reporter, wish: input.wish, shopLocale: shop.locale });
  const { path } = await statusLinkFor(tx, desk.sealer, {
    subject: found.id,
    reporter: reporter.key,
    now: env.now,
    days: desk.linkDays,
  });
  const link = `${input.origin}${path}`;
  const agentName = env.actor.kind === 'system' ? null : env.actor.name;
  const body = typeof words.text === 'string' ? words.text : words.text[plan.language];
  const facts = { found, shop, personName: plan.name, link: plan.mayCarryLink ? link : null, agentName };
  const filled = words.fill ? fillFor(body, plan.language, facts, words.values).text : body;
  const t = translator(plan.language);
  // A secret must not be posted where everybody reads, nor lie in the record where the words are kept.
  const text = plan.mayCarryLink ? filled : filled.replaceAll(link, t('answer:stand_in.status_link'));
  const kept = text.replaceAll(link, t('answer:your_page'));
  const conversationId = await conversationFor(tx, reporter, 'out', env.now);
  const messageId = await insertMessage(tx, desk.sealer, {
    conversationId,
    caseId: found.id,
    kind: input.kind,
    channel: plan.channel,
    text: kept,
    author: authorOf(env),
    feedbackId: reporter.feedbackId,
    at: env.now,
  });
  const { deliveryId, mailId } = await deliver(tx, desk, {
    messageId,
    kind: input.kind,
    found,
    shop,
    reporter,
    plan,
    text,
    link,
    asksVerdict: input.asksVerdict,
    closing: input.closing?.(plan) ?? null,
    now: env.now,
  });
  return { messageId, conversationId, deliveryId, mailId, plan, text };
}

function authorOf(env: Env) {
  const { kind, id, name } = env.actor;
  return { kind, id, name };
}
