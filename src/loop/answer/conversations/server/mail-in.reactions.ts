// On mail.received: a customer's answer to one of our letters becomes his message in the conversation of his case.
import sql from 'sql-template-tag';
import type { Env } from '../../../../ground/env.ts';
import type { Id } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import { envInside, noteCustomerMessage } from '../../../act/cases/server/door.ts';
import type { Gate } from '../../../collect/intake/server/door.ts';
import { mailReceived } from '../../../collect/mailboxes/core/mailbox-events.contract.ts';
import { joinReply, type LetterReply, readReply, replyAsFeedback } from '../../../collect/mailboxes/server/door.ts';
import { type AnswerDesk, readLivingCase, readReporters, readShop } from '../../desk/server/door.ts';
import { MAX_REPLY } from '../core/conversation.contract.ts';
import { recordAnswer } from './record-answer.ts';

export function mailInReactions(deps: { desk: AnswerDesk; gate: Gate }): Reaction[] {
  return [
    {
      name: 'conversations.mail_in',
      on: [mailReceived.type],
      async run({ tx, events, now }) {
        for (const event of events) {
          const { letterId, replyTo } = mailReceived.data.parse(event.data);
          if (replyTo === null) continue;
          const reply = await readReply(tx, deps.desk.sealer, letterId);
          // Taken in before: the same event may come again.
          if (!reply) continue;
          const inside = envInside(tx, now, event.actor.name);
          if (!(await hear(tx, inside, deps.desk, reply))) await replyAsFeedback(tx, inside, deps.gate, letterId);
        }
      },
    },
  ];
}

/** @returns false when the case is gone, or he is no reporter of it (any more) */
async function hear(tx: Tx, inside: Env, desk: AnswerDesk, reply: LetterReply): Promise<boolean> {
  const found = await readLivingCase(tx, reply.subject);
  if (!found) return false;
  const reporter = (await readReporters(tx, found.id)).find((one) => one.key === reply.reporter);
  if (!reporter) return false;
  const name = await nameOf(tx, reporter.personId);
  const shop = await readShop(tx);
  const env: Env = {
    ...inside,
    actor: {
      kind: 'person',
      id: reporter.key as Id<'per'>,
      name: name ?? translator(shop.locale)('answer:stand_in.person_name'),
      permissions: [],
    },
  };
  const { messageId } = await recordAnswer(tx, env, desk, {
    caseId: found.id,
    reporter,
    text: [...reply.text].slice(0, MAX_REPLY).join(''),
    channel: 'email',
    name,
  });
  await joinReply(tx, reply.letterId, { caseId: found.id, messageId });
  const noted = await noteCustomerMessage(tx, env, { caseId: found.id });
  // His own case cannot open again beside another one of the same matter: that one is told.
  const twin = noted.ok ? undefined : noted.details?.find((detail) => detail.code === 'open_case_exists')?.message;
  if (twin?.startsWith('case_') && twin !== found.id) await noteCustomerMessage(tx, env, { caseId: twin });
  return true;
}

async function nameOf(tx: Tx, personId: string | null): Promise<string | null> {
  if (!personId) return null;
  const person = await tx.maybe<{ name: string | null }>(
    sql`SELECT name FROM people_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`,
  );
  return person?.name ?? null;
}
