// Plans calls by rule: a settled urgent, VIP or badly rated case, and one the customer says is not solved.
import sql from 'sql-template-tag';
import { tell } from '../../../../ground/env.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { caseClosed, caseMerged, caseReopened, caseResolved } from '../../../act/cases/core/case-events.contract.ts';
import { envInside, reportersOf } from '../../../act/cases/server/door.ts';
import { callbackDropped, type RuledReason } from '../core/callback.contract.ts';
import { openCallbacksOf, saveCallback } from './callback.store.ts';
import { readCallbackRules } from './callback-rules.reads.ts';
import { planCallback } from './plan-callback.ts';

/** Calls planned for one settled case at most; a case of hundreds is told in writing. */
const MOST_CALLS = 5;

export function callbackReactions(): Reaction[] {
  return [
    {
      name: 'callbacks.plan_by_rule',
      on: [caseResolved.type, caseReopened.type],
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'callbacks');
        const rules = await readCallbackRules(tx);
        for (const event of events) {
          if (event.subject === null) continue;
          const found = await tx.maybe<{
            priority: string;
            vip: boolean;
            opened_by: string;
            owner_id: string | null;
            low: boolean;
          }>(sql`
            SELECT c.priority, c.vip, c.opened_by, c.owner_id, EXISTS (SELECT FROM case_feedback_facts m
              JOIN feedback_facts f ON f.workspace_id = m.workspace_id AND f.id = m.feedback_id
              WHERE m.workspace_id = c.workspace_id AND m.case_id = c.id AND f.rating <= 2) AS low
            FROM cases_facts c WHERE c.workspace_id = ${tx.workspaceId} AND c.id = ${event.subject} AND c.merged_into IS NULL`);
          if (!found) continue;
          let reason: RuledReason | null = null;
          if (event.type === caseReopened.type) {
            const { by } = caseReopened.data.parse(event.data);
            if (by === 'person' || by === 'rating') reason = 'disputed';
          } else if (found.priority === 'urgent' || found.opened_by === 'urgent') reason = 'urgent';
          else if (found.vip) reason = 'vip';
          else if (found.low || found.opened_by === 'low_rating') reason = 'low_rating';
          if (!reason || !rules.reasons[reason].on) continue;
          const people = (await reportersOf(tx, event.subject)).flatMap((reporter) => reporter.personId ?? []);
          for (const personId of [...new Set(people)].slice(0, MOST_CALLS)) {
            await planCallback(tx, env, { caseId: event.subject, personId, reason, assigneeId: found.owner_id });
          }
        }
      },
    },
    {
      name: 'callbacks.drop_with_case',
      on: [caseMerged.type, caseClosed.type],
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'callbacks');
        for (const event of events) {
          if (event.subject === null) continue;
          const note = event.type;
          for (const row of await openCallbacksOf(tx, event.subject)) {
            await saveCallback(tx, { ...row, state: 'dropped', note: null, done_at: now, done_by: env.actor.name });
            await tell(tx, env, callbackDropped, { subject: event.subject, data: { callbackId: row.id, note } });
          }
        }
      },
    },
  ];
}
