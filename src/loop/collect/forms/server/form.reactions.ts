// After a resolved case, a delivered order or a live show: whoever was part of it is invited.
import type { Tx } from '../../../../platform/database/database.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import { signalReceived } from '../../signals/core/signal-events.contract.ts';
import type { TriggerEvent } from '../core/trigger.contract.ts';
import { isSampled } from '../core/trigger-rule.ts';
import { INVITE_JOB } from './form.jobs.ts';
import type { FormDesk } from './form-desk.ts';
import { addInvitations } from './invitation.store.ts';
import { type Touched, touchedBySignals } from './touched.reads.ts';
import { liveTriggers } from './trigger.reads.ts';

export function formReactions(desk: FormDesk): Reaction[] {
  return [
    {
      name: 'forms.ask_after_case',
      // The name of an event of a later room: news goes forward, so it can be heard but not imported.
      on: ['case.resolved'],
      async run({ tx, events, now }) {
        const touched: Touched[] = [];
        for (const { subject, at } of events) {
          if (!subject) continue;
          for (const personId of await desk.peopleOfCase(tx, subject))
            touched.push({ personId, subject, context: {}, at });
        }
        await invite(tx, desk, 'case_resolved', touched, now);
      },
    },
    {
      name: 'forms.ask_after_signals',
      on: [signalReceived.type],
      async run({ tx, events, now }) {
        const signalIds = events.flatMap(({ data }) => signalReceived.data.parse(data).signalIds);
        for (const [moment, touched] of await touchedBySignals(tx, signalIds, now))
          await invite(tx, desk, moment, touched, now);
      },
    },
    {
      name: 'forms.ask_after_live',
      on: ['live.ended'],
      async run({ tx, events, now }) {
        const touched = events.flatMap(({ id, subject, data, at }) =>
          peopleIn(data).map((personId) => ({ personId, subject: subject ?? id, context: {}, at })),
        );
        await invite(tx, desk, 'live_ended', touched, now);
      },
    },
  ];
}

/** A show tells who took part; anything else in it is not ours to read. */
function peopleIn(data: unknown): string[] {
  const ids = (data as { personIds?: unknown } | null)?.personIds;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

/** Adds invitations for every open questionnaire that follows the event, and a job for each. */
export async function invite(
  tx: Tx,
  desk: FormDesk,
  event: TriggerEvent,
  touched: readonly Touched[],
  now: Date,
): Promise<void> {
  if (touched.length === 0) return;
  const { sealer } = desk.gate;
  for (const trigger of await liveTriggers(tx, event)) {
    const asked = touched.filter(({ personId, subject }) => {
      const hash = sealer.blindIndex(tx.workspaceId, 'form_sample', `${trigger.id}\n${personId}\n${subject}`);
      return isSampled(hash, trigger.sample);
    });
    const added = await addInvitations(
      tx,
      sealer,
      asked.map(({ personId, subject, context, at }) => ({
        formId: trigger.formId,
        triggerId: trigger.id,
        personId,
        subject,
        context,
        state: 'waiting' as const,
        sendAt: new Date(at.getTime() + trigger.delayMinutes * 60_000),
      })),
      now,
    );
    await enqueueJobs(
      tx,
      added.map(({ id, sendAt }) => ({ kind: INVITE_JOB, payload: { invitationId: id }, key: id, runAt: sendAt })),
      now,
    );
  }
}
