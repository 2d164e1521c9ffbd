// Listens to what we say: replies and calls may hold promises; cases that open or merge take theirs along.
import sql from 'sql-template-tag';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { caseFeedbackJoined, caseMerged, caseOpened } from '../../../act/cases/core/case-events.contract.ts';
import { casesOf, envInside } from '../../../act/cases/server/door.ts';
import { transcriptReceived } from '../../../collect/transcripts/core/transcript-events.contract.ts';
import { findPromises } from '../../../collect/transcripts/server/door.ts';
import { replySent } from '../../conversations/core/conversation.contract.ts';
import { readShop } from '../../desk/server/door.ts';
import { joinCase, moveToCase } from './promise.store.ts';
import { proposePromises } from './propose-promises.ts';

export function promiseReactions(): Reaction[] {
  return [
    {
      name: 'promises.read_replies',
      on: [replySent.type],
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'promises');
        const { timeZone } = await readShop(tx);
        for (const event of events) {
          const { replyId, personId } = replySent.data.parse(event.data);
          const said = await tx.maybe<{ text: string; at: Date }>(
            sql`SELECT text, at FROM messages_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${replyId} AND kind = 'reply'`,
          );
          // What a member wrote down on sending need not be found again.
          const known = await tx.maybe(sql`
            SELECT 1 AS one FROM promises WHERE workspace_id = ${tx.workspaceId} AND reply_id = ${replyId} AND source = 'member'`);
          if (!said || known) continue;
          const heard = findPromises(said.text, said.at, timeZone).map((one) => ({
            text: one.text,
            quote: null,
            dueAt: one.dueAt,
            source: 'reply' as const,
            caseId: event.subject,
            personId,
            feedbackId: null,
            replyId,
            transcriptId: null,
          }));
          await proposePromises(tx, env, heard);
        }
      },
    },
    {
      name: 'promises.hear_transcripts',
      on: [transcriptReceived.type],
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'promises');
        for (const event of events) {
          const { transcriptId, promises, feedbackIds } = transcriptReceived.data.parse(event.data);
          if (promises.length === 0) continue;
          const ids = [...new Set(promises.flatMap((one) => one.feedbackId ?? feedbackIds[0] ?? []))];
          const cases = await casesOf(tx, ids);
          const people = new Map(
            (
              await tx.rows<{ id: string; person_id: string | null }>(
                sql`SELECT id, person_id FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${ids}::text[])`,
              )
            ).map((row) => [row.id, row.person_id]),
          );
          const heard = promises.map((one) => {
            const feedbackId = one.feedbackId ?? feedbackIds[0] ?? null;
            return {
              text: one.text,
              quote: one.agent ? `${one.agent}: ${one.text}` : null,
              dueAt: one.dueAt ? new Date(one.dueAt) : null,
              source: 'transcript' as const,
              caseId: feedbackId ? (cases.get(feedbackId) ?? null) : null,
              personId: feedbackId ? (people.get(feedbackId) ?? null) : null,
              feedbackId,
              replyId: null,
              transcriptId,
            };
          });
          await proposePromises(tx, env, heard);
        }
      },
    },
    {
      name: 'promises.follow_cases',
      on: [caseOpened.type, caseFeedbackJoined.type, caseMerged.type],
      async run({ tx, events }) {
        for (const event of events) {
          if (event.subject === null) continue;
          if (event.type === caseMerged.type)
            await moveToCase(tx, event.subject, caseMerged.data.parse(event.data).intoId);
          else {
            const { feedbackIds } = (event.type === caseOpened.type ? caseOpened : caseFeedbackJoined).data.parse(
              event.data,
            );
            await joinCase(tx, event.subject, feedbackIds);
          }
        }
      },
    },
  ];
}
