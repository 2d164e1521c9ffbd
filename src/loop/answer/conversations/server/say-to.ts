// Says something to one reporter of a case: the message and its delivery, in the caller's transaction.
import { randomUUID } from 'node:crypto';
import type { Env } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
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

/** @param input.origin address at which the reporter reaches the product */
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
  // Where the words are kept and shown the secret must not stand; a mark that no writer can guess holds its place.
  const mark = `link-${randomUUID()}`;
  const facts = { found, shop, personName: plan.name, link: plan.mayCarryLink ? mark : null, agentName };
  const filled = words.fill ? fillFor(body, plan.language, facts, words.values).text : body;
  const text = filled.replaceAll(mark, link);
  const kept = filled.replaceAll(mark, '🔗');
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
    now: env.now,
  });
  return { messageId, conversationId, deliveryId, mailId, plan, text };
}

function authorOf(env: Env) {
  const { kind, id, name } = env.actor;
  return { kind, id, name };
}
